/// One line of a related-items list.
public struct RelatedItem: Sendable {
  public let item: Int32
  /// N: customers who bought both; a whole number but where old purchases count less
  /// (`PurchaseSequence.halfLifeDays`).
  public let count: Double
  /// E: how many chance alone would give. NaN for a metric that has no expectation
  /// (`Metric.comparesWithChance`).
  public let expected: Double
  /// The value of the metric, or of the score for metrics that compare with chance. Never NaN.
  public let score: Double

  public init(item: Int32, count: Double, expected: Double, score: Double) {
    self.item = item
    self.count = count
    self.expected = expected
    self.score = score
  }
}

extension RelatedItem: Equatable {
  /// Two lines are equal if everything they say is; "no expectation" equals itself.
  public static func == (left: RelatedItem, right: RelatedItem) -> Bool {
    left.item == right.item && left.count == right.count && left.score == right.score
      && (left.expected == right.expected || (left.expected.isNaN && right.expected.isNaN))
  }
}

/// Anything that knows which items go with an item.
public protocol RelatedLists: Sendable {
  /// The items bought by at least one buyer of `item`, best first, at most `limit` of them.
  ///
  /// Equal scores are ordered by rarity, the rarer item first, and then by item number; rarity is
  /// the number of buyers, or of purchases for `corrected` with the unit `lines`. Scores may be
  /// zero or negative: such items are bought together no more often than chance would have it.
  func related(to item: Int, by relatedness: Relatedness, limit: Int) -> [RelatedItem]
}
