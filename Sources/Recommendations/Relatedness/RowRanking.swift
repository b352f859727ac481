import RetailData

/// Scores candidates of one item X, offered with their N, and keeps the best. Used by every
/// source of related-items lists, so that all of them give the same lists to the last bit.
struct RowRanking {
  private let ranked: RankedItems
  private let chance: ChanceModel
  private let curve: UnsafePointer<Double>
  private let scorer: PairScorer
  private let needsChance: Bool
  private let isNaive: Bool
  private let ordersByLines: Bool
  private let support: Double
  private var lastLevel: Int32 = -2
  private var lastExpected = 0.0
  private var best: BestList<Candidate>

  private struct Candidate {
    let item: Int32
    let count: Double
    let expected: Double
  }

  /// - Parameters:
  ///   - rank: X's.
  ///   - curve: X's, in the unit of `chance`; must outlive this value.
  ///   - buyers: n_X, where buyers are weighted.
  init(
    rank: Int, by relatedness: Relatedness, limit: Int, ranked: RankedItems, chance: ChanceModel,
    curve: UnsafePointer<Double>, buyers: Double? = nil
  ) {
    self.ranked = ranked
    self.chance = chance
    self.curve = curve
    scorer = PairScorer(
      relatedness, buyers: buyers ?? Double(ranked.buyers[rank]), customers: ranked.customers)
    needsChance = relatedness.metric == .corrected
    isNaive = relatedness.metric == .naive
    ordersByLines = relatedness.metric == .corrected && relatedness.unit == .lines
    // Somebody bought whatever is offered, but perhaps so long ago that it counts less than one.
    support = relatedness.support > 1 ? Double(relatedness.support) : 0
    best = BestList(limit: limit)
  }

  @inline(__always)
  mutating func offer(rank: Int, count: Double) {
    if count < support { return }
    let (expected, score) = evaluate(rank: rank, count: count)
    best.offer(
      score: score, order: ordersByLines ? ranked.lineRanks[rank] : Int32(truncatingIfNeeded: rank),
      payload: Candidate(item: ranked.items[rank], count: count, expected: expected))
  }

  /// E (NaN where the metric has none) and the score of one pair.
  @inline(__always)
  mutating func evaluate(rank: Int, count: Double) -> (expected: Double, score: Double) {
    let buyers = Int(ranked.buyers.buffer[rank])
    var expected = Double.nan
    if needsChance {
      // Neighbours in rank often have the same level.
      let level = chance.levels.buffer[rank]
      if level != lastLevel {
        lastExpected = chance.expected(level: level, curve: curve)
        lastLevel = level
      }
      expected = lastExpected
    } else if isNaive {
      expected = scorer.naiveExpectation(otherBuyers: buyers)
    }
    return (
      expected, scorer.score(count: count, otherBuyers: buyers, expected: expected)
    )
  }

  mutating func drain() -> [RelatedItem] {
    best.drain().map {
      RelatedItem(
        item: $0.payload.item, count: $0.payload.count, expected: $0.payload.expected,
        score: $0.score)
    }
  }
}
