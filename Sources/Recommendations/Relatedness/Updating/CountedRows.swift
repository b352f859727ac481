import RetailData

/// Where an index under construction has its counts from.
protocol CountedRows: SendableMetatype {
  /// Calls `body` with every other item that a buyer of the item with this rank bought, in order of
  /// rank, and its N.
  func forEachCoPurchase(rank: Int, _ body: (_ rank: Int, _ count: UInt32) -> Void)
}

extension RowCounter: CountedRows {}

/// Counts that were kept. Its memory is reused from row to row; not for use by several threads at
/// once.
final class KeptRows: CountedRows {
  private let rows: [[PairCount]]
  private let ranked: RankedItems
  private let counter: RowCounter

  /// - Parameter rows: by item, of the items of `source`.
  init(_ rows: [[PairCount]], of source: CoPurchases) {
    self.rows = rows
    ranked = source.ranked
    counter = RowCounter(source)
  }

  func forEachCoPurchase(rank: Int, _ body: (_ rank: Int, _ count: UInt32) -> Void) {
    counter.forEach(of: rows[Int(ranked.items[rank])], ranks: ranked.ranks, body)
  }
}

/// N of a pair, in the row of one of its items.
struct PairCount: Sendable, Equatable, BitwiseCopyable {
  let item: Int32
  var count: Int32
}
