import RetailData

/// Related-items lists of all items, under any metric, score and κ, from one count of the
/// co-purchases.
///
/// For every item it holds a *pool*: the items that can be among the best `listLength` under
/// some score (see `Skyband`), each with its N, and the curve that gives E. Changing metric,
/// score or κ is a matter of scoring the pool again; only the unit is settled when the index is
/// built. Up to `listLength`, its lists are exactly those of `CoPurchases`.
public struct RelatednessIndex: Sendable {
  public let unit: PurchaseUnit
  public let listLength: Int
  let ranked: RankedItems
  let chance: ChanceModel
  /// The pools, `rowsPerSegment(items:)` ranks each.
  let segments: [PoolSegment]

  /// Small segments share the work out evenly; not too many of them fit into a section file.
  static func rowsPerSegment(items: Int) -> Int { max(32, (items + 1_023) / 1_024) }

  public var itemCount: Int { ranked.count }

  /// Items held in all pools together.
  public var poolSize: Int { segments.reduce(0) { $0 + $1.entries.count } }
}

/// The pools of a run of ranks.
struct PoolSegment: Sendable {
  /// One more than rows: positions in `entries`.
  let offsets: Column<UInt32>
  /// Within a row, in order of rank.
  let entries: Column<PoolEntry>
  /// Rows × nodes of the chance model.
  let curves: Column<Double>
}

/// An item in the pool of another.
struct PoolEntry: Sendable, BitwiseCopyable {
  let rank: Int32
  let count: Int32
}

extension RelatednessIndex: RelatedLists {
  /// Scores the item's pool. `limit` is cut to `listLength`, and the unit of `relatedness` must be
  /// that of the index; an index knows nothing of order and age (`CoPurchases` does).
  public func related(to item: Int, by relatedness: Relatedness, limit: Int) -> [RelatedItem] {
    precondition(
      relatedness.metric != .corrected || relatedness.unit == unit,
      "an index knows the chance of the unit it was built with")
    precondition(relatedness.sequence.isPlain, "an index knows nothing of order and age")
    let rank = Int(ranked.ranks[item])
    let rows = RelatednessIndex.rowsPerSegment(items: itemCount)
    let segment = segments[rank / rows]
    let row = rank % rows
    return segment.curves.withUnsafeStart { curves in
      var ranking = RowRanking(
        rank: rank, by: relatedness, limit: min(limit, listLength), ranked: ranked,
        chance: chance, curve: curves + row * chance.nodeCount)
      let entries = segment.entries.buffer
      for position in Int(segment.offsets[row])..<Int(segment.offsets[row + 1]) {
        ranking.offer(
          rank: Int(entries[position].rank), count: Double(entries[position].count))
      }
      return ranking.drain()
    }
  }
}

extension Column {
  /// The start of the memory, also of an empty column.
  func withUnsafeStart<Result>(_ body: (UnsafePointer<Element>) -> Result) -> Result {
    if let start = buffer.baseAddress { return body(start) }
    return withUnsafeTemporaryAllocation(of: Element.self, capacity: 1) {
      body(UnsafePointer($0.baseAddress.unsafelyUnwrapped))
    }
  }
}
