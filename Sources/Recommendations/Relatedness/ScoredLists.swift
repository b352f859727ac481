import RetailData

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
    var count: Int32 = 0
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
    try ScoredLists(self, relatedness, length: min(max(length, 0), listLength), work: work)
  }
}

extension ScoredLists {
  fileprivate init(
    _ index: RelatednessIndex, _ relatedness: Relatedness, length: Int, work: WorkContext
  ) throws {
    self.relatedness = relatedness
    self.length = length
    var counts = Column<Int32>()
    entries = try Column<Entry>(count: index.itemCount * length) { entries in
      // Every item's places, here and in the counts, are written by one worker only.
      nonisolated(unsafe) let entries = entries
      counts = try Column<Int32>(count: index.itemCount) { counts in
        nonisolated(unsafe) let counts = counts
        try work.forEachChunk(of: index.itemCount, chunk: 64) { _, items in
          for item in items {
            let list = index.related(to: item, by: relatedness, limit: length)
            counts[item] = Int32(list.count)
            for (place, other) in list.enumerated() {
              entries[item * length + place] = Entry(
                item: other.item, count: other.count, expected: other.expected, score: other.score)
            }
          }
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
