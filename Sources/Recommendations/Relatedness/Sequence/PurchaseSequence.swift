import Foundation
import RetailData

/// Relatedness that looks at when things were bought.
public struct PurchaseSequence: Hashable, Sendable {
  /// Only purchases that follow count: those whose first Y comes after their first X, by so many
  /// days at most. Nil: in any order, at any time.
  public var withinDays: Double?
  /// Days after which a purchase of X counts half; nil: age does not matter.
  public var halfLifeDays: Double?

  public init(withinDays: Double? = nil, halfLifeDays: Double? = nil) {
    self.withinDays = withinDays
    self.halfLifeDays = halfLifeDays
  }

  /// Whether it makes any difference.
  public var isPlain: Bool { withinDays == nil && halfLifeDays == nil }
}

/// One line of a list of what goes with, or follows, an item.
public struct SequencedItem: Sendable, Equatable {
  public let item: Int32
  /// N: customers who bought both, in the order and time asked for; a customer whose first X is of
  /// age a counts 2^(−a/h).
  public let count: Double
  /// E: what chance alone would give of the same customers, counted the same way; NaN where the
  /// metric has none.
  public let expected: Double
  public let score: Double

  init(item: Int32, count: Double, expected: Double, score: Double) {
    self.item = item
    self.count = count
    self.expected = expected
    self.score = score
  }

  /// A line of a plain list.
  public init(_ plain: RelatedItem) {
    self.init(
      item: plain.item, count: Double(plain.count), expected: plain.expected, score: plain.score)
  }
}

extension CoPurchases {
  /// What buyers of an item bought, looking at the order and the age of purchases.
  ///
  /// N is the sum, over customers who bought X, of their weight if their first Y follows their first
  /// X within the days. `corrected` compares it with chance per purchase: Σ w [1 − (1 − P_Y)^m],
  /// where m counts only what the customer bought in that time, so that chance is given no more
  /// time than the customers were. `naive` has n_X n_Y / U, weighted alike; the other metrics take
  /// N and the weighted n_X as their counts.
  ///
  /// Counted at that moment, in proportion to all purchases of the item's buyers.
  ///
  /// - Parameter end: the moment that ages are counted from.
  public func related(
    to item: Int, by relatedness: Relatedness, sequence: PurchaseSequence, end: Timestamp,
    limit: Int
  ) -> [SequencedItem] {
    let rank = Int(ranked.ranks[item])
    var counts = [Double](repeating: 0, count: itemCount)
    var seen: [Int32] = []
    var weights: [Int: Double] = [:]
    var buyers = 0.0
    for position in buyerRange(rank: rank) {
      let following = Following(
        Int32(item), of: Int(self.buyers[position]), in: purchases, sequence: sequence,
        unit: relatedness.unit, end: end)
      buyers += following.weight
      weights[following.others, default: 0] += following.weight
      for other in following.items {
        if counts[Int(other)] == 0 { seen.append(other) }
        counts[Int(other)] += following.weight
      }
    }
    let chance = SequenceChance(weights)
    let scorer = PairScorer(relatedness, buyers: buyers, customers: Double(ranked.customers))
    let total = ranked.purchases(in: relatedness.unit).reduce(0.0) { $0 + Double($1) }
    var best = BestList<(count: Double, expected: Double)>(limit: min(limit, itemCount))
    for other in seen {
      let otherRank = Int(ranked.ranks[Int(other)])
      let count = counts[Int(other)]
      let others = Double(ranked.buyers[otherRank])
      let expected: Double =
        switch relatedness.metric {
        case .corrected:
          chance.expected(
            share: Double(ranked.purchases(in: relatedness.unit)[otherRank]) / total)
        case .naive: buyers * others / Double(max(ranked.customers, 1))
        case .cooccurrence, .cosine, .jaccard, .lift, .llr: .nan
        }
      best.offer(
        score: scorer.score(both: count, others: others, expected: expected),
        order: Int32(truncatingIfNeeded: otherRank), payload: (count, expected))
    }
    return best.drain().map {
      SequencedItem(
        item: ranked.items[Int($0.order)], count: $0.payload.count, expected: $0.payload.expected,
        score: $0.score)
    }
  }
}

/// What one buyer of X bought in the time that counts.
private struct Following {
  let weight: Double
  /// Distinct items but X, by first purchase.
  private(set) var items: [Int32] = []
  /// m: those, or lines of anything but X.
  private(set) var others = 0

  init(
    _ item: Int32, of customer: Int, in purchases: Purchases, sequence: PurchaseSequence,
    unit: PurchaseUnit, end: Timestamp
  ) {
    let lines = purchases.lines(ofCustomer: customer)
    guard let first = lines.first(where: { purchases.items[$0] == item }) else {
      weight = 0
      return
    }
    let start = purchases.times[first]
    weight = sequence.halfLifeDays.map { exp2(-max(end.days(since: start), 0) / $0) } ?? 1
    func counts(_ moment: Timestamp) -> Bool {
      guard let days = sequence.withinDays else { return true }
      return moment > start && moment.days(since: start) <= days
    }
    var known: Set<Int32> = [item]
    for line in lines where purchases.items[line] != item {
      let isIn = counts(purchases.times[line])
      if known.insert(purchases.items[line]).inserted, isIn { items.append(purchases.items[line]) }
      if unit == .lines, isIn { others += 1 }
    }
    if unit == .distinct { others = items.count }
  }
}

/// Σ w [1 − (1 − P)^m], from the weights by m.
private struct SequenceChance {
  /// In order of m, so that sums are the same every time.
  private let weights: [(others: Int, weight: Double)]

  init(_ weights: [Int: Double]) {
    self.weights = weights.map { ($0.key, $0.value) }.sorted { $0.others < $1.others }
  }

  func expected(share: Double) -> Double {
    let rate = log1p(-min(share, 1))
    return weights.reduce(0) { sum, one in
      one.others == 0 ? sum : sum - one.weight * expm1(Double(one.others) * rate)
    }
  }
}
