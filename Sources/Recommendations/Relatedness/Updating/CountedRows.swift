import RetailData

/// Where an index under construction has its counts from.
protocol CountedRows: SendableMetatype {
  /// Calls `body` with every other item that a buyer of the item with this rank bought, in order of
  /// rank, and its N.
  func forEachCoPurchase(rank: Int, _ body: (_ rank: Int, _ count: UInt32) -> Void)
}

extension RowCounter: CountedRows {}

/// Counts that were kept, put in order of rank. Its memory is reused from row to row; not for use by
/// several threads at once.
final class KeptRows: CountedRows {
  private let rows: [[PairCount]]
  private let ranked: RankedItems
  private var sorted: [(rank: Int32, count: Int32)] = []

  /// - Parameter rows: by item.
  init(_ rows: [[PairCount]], ranked: RankedItems) {
    self.rows = rows
    self.ranked = ranked
  }

  func forEachCoPurchase(rank: Int, _ body: (_ rank: Int, _ count: UInt32) -> Void) {
    sorted.removeAll(keepingCapacity: true)
    for pair in rows[Int(ranked.items[rank])] {
      sorted.append((ranked.ranks[Int(pair.item)], pair.count))
    }
    sorted.sort { $0.rank < $1.rank }
    for (other, count) in sorted { body(Int(other), UInt32(count)) }
  }
}

/// N of a pair, in the row of one of its items.
struct PairCount: Sendable, Equatable, BitwiseCopyable {
  let item: Int32
  var count: Int32
}
