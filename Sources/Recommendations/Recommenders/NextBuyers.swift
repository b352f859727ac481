import RetailData
import Synchronization

/// Who will likely buy an item next: the customers who find it among the first few that
/// `related-items` recommends them.
///
/// Each of them counts with the chance that their next choice is this item, if they choose among
/// those first few with chances in proportion to the scores (Luce, "Individual Choice Behavior",
/// Wiley, 1959). So nobody counts for more than 1, however much they bought; and over all items
/// that are in somebody's first few the chances of one customer add up to 1.
public struct NextBuyers: Sendable, Equatable {
  public struct Buyer: Sendable, Equatable {
    public let customer: Int32
    /// The item's place on the customer's list, from 1.
    public let rank: Int
    /// That the item is the customer's next choice: 0...1, never 0.
    public let chance: Double
  }

  /// How long a customer's list is.
  public let top: Int
  /// By customer number.
  public let buyers: [Buyer]
  /// Customers whose purchases speak for the item at all.
  public let candidates: Int
  /// Candidates whose lists were made: all of them, or evenly many of their numbers.
  public let asked: Int

  /// Whether `buyers` stands for a larger shop.
  public var isSample: Bool { asked < candidates }
}

extension RelatedItemsRecommender {
  /// Finds the likely next buyers of an item. Every item's list is asked for, and those of a
  /// customer's purchases for each candidate: make the recommender from lists at hand
  /// (`ScoredLists`).
  ///
  /// - Parameters:
  ///   - top: length of the lists that customers choose from.
  ///   - mode: with `new`, customers who bought the item are no candidates.
  ///   - limit: where there are more candidates, this many are asked.
  /// - Throws: `CancellationError` when the work is cancelled.
  public func nextBuyers(
    of item: Int, top: Int = 10, mode: Mode, limit: Int = 20_000, work: WorkContext
  ) throws -> NextBuyers {
    let candidates = try candidates(for: Int32(item), mode: mode, work: work)
    let asked = min(candidates.count, max(0, limit))
    var buyers = [NextBuyers.Buyer?](repeating: nil, count: asked)
    let done = Atomic<Int>(0)
    try buyers.withUnsafeMutableBufferPointer { buyers in
      // A candidate's place is written by one worker only.
      nonisolated(unsafe) let buyers = buyers
      try work.forEachChunk(of: asked, chunk: 64) { _, range in
        for number in range {
          let customer = candidates[number * candidates.count / asked]
          buyers[number] = outlook(of: customer, for: Int32(item), top: top, mode: mode)
        }
        let finished = done.add(range.count, ordering: .relaxed).newValue
        work.report(
          WorkProgress(
            stage: "looking for likely buyers", done: finished, total: asked, unit: "customers"))
      }
    }
    return NextBuyers(
      top: top, buyers: buyers.compactMap(\.self), candidates: candidates.count, asked: asked)
  }

  /// Customers of whom at least one purchase speaks for an item, ascending.
  private func candidates(
    for item: Int32, mode: Mode, work: WorkContext
  ) throws -> [Int32] {
    let items = purchases.itemCount
    var speaks = [Bool](repeating: false, count: items)
    try speaks.withUnsafeMutableBufferPointer { speaks in
      // An item's place is written by one worker only.
      nonisolated(unsafe) let speaks = speaks
      try work.forEachChunk(of: items, chunk: 64) { _, range in
        for bought in range where !purchases.positions(ofItem: bought).isEmpty {
          let related = lists.related(
            to: bought, by: parameters.relatedness, limit: parameters.listLength)
          speaks[bought] = related.contains { $0.item == item && $0.score > 0 }
        }
      }
    }
    var isCandidate = [Bool](repeating: false, count: purchases.customerCount)
    for bought in 0..<items where speaks[bought] {
      for position in purchases.positions(ofItem: bought) {
        isCandidate[Int(purchases.customersByItem[position])] = true
      }
    }
    guard mode != .all else {
      return isCandidate.indices.filter { isCandidate[$0] }.map { Int32($0) }
    }
    var bought = [Bool](repeating: false, count: purchases.customerCount)
    for position in purchases.positions(ofItem: Int(item)) {
      bought[Int(purchases.customersByItem[position])] = true
    }
    return isCandidate.indices.filter { isCandidate[$0] && bought[$0] == (mode == .again) }
      .map { Int32($0) }
  }

  /// An item's place on a customer's list and its share of the list's scores; nil where it is not
  /// on it.
  private func outlook(
    of customer: Int32, for item: Int32, top: Int, mode: Mode
  ) -> NextBuyers.Buyer? {
    let list = evidence(of: Int(customer)).scores.best(
      min(top, purchases.itemCount),
      excluding: Exclusion(mode, customer: Int(customer), in: purchases), adding: nil)
    guard let place = list.firstIndex(where: { $0.item == item }) else { return nil }
    return NextBuyers.Buyer(
      customer: customer, rank: place + 1,
      chance: list[place].score / list.reduce(0) { $0 + $1.score })
  }
}
