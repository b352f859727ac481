import RetailData
import Synchronization

/// The related-items lists of all items under one `Relatedness`: what batch recommendations and
/// exports read. For one item, or while parameters change, ask the index itself.
public struct ScoredLists: Sendable {
  public let relatedness: Relatedness
  /// The most items on a list.
  public let length: Int
  private let counts: Column<Int32>
  /// `length` places per item, of which the first `counts` are used.
  private let entries: Column<Entry>

  private struct Entry: Sendable, BitwiseCopyable {
    var item: Int32 = 0
    var count = 0.0
    var expected = 0.0
    var score = 0.0
  }
}

extension RelatednessIndex {
  /// Scores the pools of all items, in parallel.
  ///
  /// Throws `CancellationError` when the work is cancelled.
  public func scored(
    by relatedness: Relatedness, length: Int, work: WorkContext
  ) throws -> ScoredLists {
    try ScoredLists(
      relatedness, itemCount: itemCount, length: min(max(length, 0), listLength), chunk: 64,
      work: work
    ) { _ in { item, limit in self.related(to: item, by: relatedness, limit: limit) } }
  }
}

extension CoPurchases {
  /// Counts the lists of all items under one `Relatedness`, in parallel: for those that look at the
  /// order and the age of purchases, which an index does not know.
  ///
  /// Throws `CancellationError` when the work is cancelled.
  public func scored(
    by relatedness: Relatedness, length: Int, work: WorkContext
  ) throws -> ScoredLists {
    let chance = chance(relatedness.unit)
    let terms = ChanceTerms(
      chance, upTo: min(chance.largestOthers + 1, RelatednessIndex.tabulatedTerms))
    return try ScoredLists(
      relatedness, itemCount: itemCount, length: min(max(length, 0), itemCount), chunk: 16,
      work: work
    ) { _ in
      let counter = SequenceCounter(self, relatedness, terms: terms)
      return { item, limit in counter.related(to: item, limit: limit) }
    }
  }
}

extension ScoredLists {
  /// - Parameter maker: Called for each piece of work: makes what lists the items of it.
  fileprivate init(
    _ relatedness: Relatedness, itemCount: Int, length: Int, chunk: Int, work: WorkContext,
    maker: @Sendable (Range<Int>) -> (_ item: Int, _ limit: Int) -> [RelatedItem]
  ) throws {
    self.relatedness = relatedness
    self.length = length
    let done = Atomic<Int>(0)
    var counts = Column<Int32>()
    entries = try Column<Entry>(count: itemCount * length) { entries in
      // Every item's places, here and in the counts, are written by one worker only.
      nonisolated(unsafe) let entries = entries
      counts = try Column<Int32>(count: itemCount) { counts in
        nonisolated(unsafe) let counts = counts
        try work.forEachChunk(of: itemCount, chunk: chunk) { _, items in
          let list = maker(items)
          for item in items {
            let related = list(item, length)
            counts[item] = Int32(related.count)
            for (place, other) in related.enumerated() {
              entries[item * length + place] = Entry(
                item: other.item, count: other.count, expected: other.expected, score: other.score)
            }
          }
          work.report(
            WorkProgress(
              stage: "listing related items",
              done: done.add(items.count, ordering: .relaxed).newValue, total: itemCount,
              unit: "items"))
        }
      }
    }
    self.counts = counts
  }
}

extension ScoredLists: RelatedLists {
  /// The stored list. `relatedness` must be the one of these lists; `limit` is cut to `length`.
  public func related(to item: Int, by relatedness: Relatedness, limit: Int) -> [RelatedItem] {
    precondition(
      relatedness.effective == self.relatedness.effective, "scored lists know one relatedness")
    let start = item * length
    return entries.buffer[start..<start + min(Int(counts[item]), max(limit, 0))].map {
      RelatedItem(item: $0.item, count: $0.count, expected: $0.expected, score: $0.score)
    }
  }
}
