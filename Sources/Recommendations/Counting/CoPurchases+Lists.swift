import RetailData

extension CoPurchases: RelatedLists {
  /// Counts the item's row now. Takes time in proportion to all purchases of the item's buyers.
  public func related(to item: Int, by relatedness: Relatedness, limit: Int) -> [RelatedItem] {
    if !relatedness.sequence.isPlain {
      return SequenceCounter(self, relatedness).related(to: item, limit: limit)
    }
    let rank = Int(ranked.ranks[item])
    let counter = RowCounter(self)
    return withRanking(rank: rank, by: relatedness, limit: limit) { ranking in
      counter.forEachCoPurchase(rank: rank) { other, count in
        ranking.offer(rank: other, count: Double(count))
      }
      return ranking.drain()
    }
  }

  /// What any pair scores, also one that is on no list. An item does not go with itself: its own
  /// pair has N = 0, as has a pair that nobody bought both of.
  public func pair(_ item: Int, _ other: Int, by relatedness: Relatedness) -> RelatedItem {
    if !relatedness.sequence.isPlain { return SequenceCounter(self, relatedness).pair(item, other) }
    let rank = Int(ranked.ranks[item])
    let otherRank = Int(ranked.ranks[other])
    let both = item == other ? 0 : commonBuyers(rank, otherRank)
    return withRanking(rank: rank, by: relatedness, limit: 0) { ranking in
      let (expected, score) = ranking.evaluate(rank: otherRank, count: both)
      return RelatedItem(item: Int32(other), count: both, expected: expected, score: score)
    }
  }

  private func withRanking<Result>(
    rank: Int, by relatedness: Relatedness, limit: Int, _ body: (inout RowRanking) -> Result
  ) -> Result {
    let chance = chance(relatedness.unit)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: max(chance.nodeCount, 1)) {
      curve in
      let base = curve.baseAddress.unsafelyUnwrapped
      if relatedness.metric == .corrected {
        OthersHistogram(self, unit: relatedness.unit, terms: nil).writeCurve(rank: rank, to: base)
      }
      var ranking = RowRanking(
        rank: rank, by: relatedness, limit: min(limit, itemCount), ranked: ranked, chance: chance,
        curve: base)
      return body(&ranking)
    }
  }

  /// N: the size of the intersection of two sorted rows.
  private func commonBuyers(_ first: Int, _ second: Int) -> Double {
    var left = buyerRange(rank: first)
    var right = buyerRange(rank: second)
    var count = 0.0
    while let one = left.first, let other = right.first {
      let a = buyers[one]
      let b = buyers[other]
      if a == b { count += 1 }
      if a <= b { left = left.dropFirst() }
      if b <= a { right = right.dropFirst() }
    }
    return count
  }
}
