import Foundation
import RetailData

/// Lists of what goes with, or follows, an item, looking at the order and the age of purchases.
///
/// N is the sum, over customers who bought X, of their weight 2^(−age/h) if their first Y follows
/// their first X within the days. `corrected` compares it with chance per purchase,
/// Σ w [1 − (1 − P_Y)^m], where m counts only what the customer bought in that time, so that chance
/// is given no more time than the customers were. `naive` has n_X n_Y / U, weighted alike; the other
/// metrics take N and the weighted n_X as their counts.
///
/// Its memory is reused from row to row; not for use by several threads at once.
final class SequenceCounter {
  private let source: CoPurchases
  private let relatedness: Relatedness
  private let terms: ChanceTerms
  /// By rank: N of the row at hand; 0 between rows.
  private var counts: [Double]
  /// Ranks with a count.
  private var seen: [Int32] = []
  /// By m: the weights of the customers; 0 between rows.
  private var weights: [Double] = []
  private var curve: [Double]

  /// - Parameter terms: A table to share between many counters; nil to compute what is needed.
  init(_ source: CoPurchases, _ relatedness: Relatedness, terms: ChanceTerms? = nil) {
    self.source = source
    self.relatedness = relatedness
    self.terms = terms ?? ChanceTerms(source.chance(relatedness.unit), upTo: 0)
    counts = [Double](repeating: 0, count: source.itemCount)
    curve = [Double](repeating: 0, count: max(self.terms.model.nodeCount, 1))
  }

  /// The list of an item. Takes time in proportion to all purchases of the item's buyers.
  func related(to item: Int, limit: Int) -> [RelatedItem] {
    withRow(of: item, limit: limit) { ranking, counts, seen in
      for rank in seen { ranking.offer(rank: Int(rank), count: counts[Int(rank)]) }
      return ranking.drain()
    }
  }

  /// What a pair scores, also one that is on no list.
  func pair(_ item: Int, _ other: Int) -> RelatedItem {
    let rank = Int(source.ranked.ranks[other])
    return withRow(of: item, limit: 0) { ranking, counts, _ in
      let (expected, score) = ranking.evaluate(rank: rank, count: counts[rank])
      return RelatedItem(
        item: Int32(other), count: counts[rank], expected: expected, score: score)
    }
  }

  private func withRow<Result>(
    of item: Int, limit: Int,
    _ body: (inout RowRanking, _ counts: [Double], _ seen: [Int32]) -> Result
  ) -> Result {
    let rank = Int(source.ranked.ranks[item])
    let buyers = countRow(rank)
    defer {
      for rank in seen { counts[Int(rank)] = 0 }
      seen.removeAll(keepingCapacity: true)
    }
    return curve.withUnsafeBufferPointer { curve in
      var ranking = RowRanking(
        rank: rank, by: relatedness, limit: min(limit, source.itemCount), ranked: source.ranked,
        chance: terms.model, curve: curve.baseAddress.unsafelyUnwrapped, buyers: buyers)
      return body(&ranking, counts, seen)
    }
  }

  /// Counts a row and what chance has to say of it.
  ///
  /// - Returns: The weights of all buyers, added up.
  private func countRow(_ rank: Int) -> Double {
    var all = 0.0
    var used: [Int] = []
    for position in source.buyerRange(rank: rank) {
      let (weight, others) = count(customer: Int(source.buyers[position]), rank)
      if weight == 0 { continue }
      all += weight
      if others >= weights.count {
        weights.append(contentsOf: repeatElement(0, count: others + 1 - weights.count))
      }
      if weights[others] == 0 { used.append(others) }
      weights[others] += weight
    }
    for node in curve.indices { curve[node] = 0 }
    // In order of m, so that sums do not depend on the order of the customers.
    curve.withUnsafeMutableBufferPointer { curve in
      for others in used.sorted() {
        terms.add(weights[others], others: others, to: curve.baseAddress.unsafelyUnwrapped)
      }
    }
    for others in used { weights[others] = 0 }
    return all
  }

  /// Counts what one buyer of X bought in the time that counts.
  ///
  /// - Returns: How much the customer counts; m, the distinct items or lines of anything but X.
  private func count(customer: Int, _ rank: Int) -> (weight: Double, others: Int) {
    let purchases = source.purchases
    let (items, times) = (purchases.items.buffer, purchases.times.buffer)
    let item = source.ranked.items[rank]
    let lines = purchases.lines(ofCustomer: customer)
    guard let first = lines.first(where: { items[$0] == item }) else { return (0, 0) }
    let start = times[first]
    let sequence = relatedness.sequence
    let weight =
      sequence.halfLifeDays.map { exp2(-max(source.latest.days(since: start), 0) / $0) } ?? 1
    // So long ago, in half-lives, that it is as if it had not been.
    if weight == 0 { return (0, 0) }
    let basket = source.basketRange(customer)
    let ranks = source.baskets.buffer
    // The next item in the order of first purchases: a line of it is its first one.
    var next = basket.lowerBound
    var distinct = 0
    var all = 0
    for line in lines {
      let isNew =
        next < basket.upperBound && source.ranked.items.buffer[Int(ranks[next])] == items[line]
      let other = isNew ? Int(ranks[next]) : -1
      if isNew { next += 1 }
      if items[line] == item { continue }
      if let days = sequence.withinDays {
        if times[line] <= start { continue }
        if times[line].days(since: start) > days { break }
      }
      all += 1
      guard isNew else { continue }
      distinct += 1
      if counts[other] == 0 { seen.append(Int32(truncatingIfNeeded: other)) }
      counts[other] += weight
    }
    return (weight, relatedness.unit == .lines ? all : distinct)
  }
}
