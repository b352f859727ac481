import RetailData

/// One recommended item.
public struct Recommendation: Sendable, Equatable {
  public let item: Int32
  /// What it is ordered by; comparable only between recommendations of the same reason.
  /// - `related`: the sum of the contributions in `because`
  /// - `similarCustomers`: the sum of the similarities of the neighbours who bought it
  /// - `bestseller`: its purchase lines in the window
  /// - `ownFavourite`: the customer's own purchase lines of it
  /// - `buyAgain`: the probability that it is bought within the horizon
  /// - `linearAutoencoder`, `factorization`: the sum of the contributions in `because`
  /// - `blend`: the sum of `parts`
  ///
  /// and in any case `added`.
  public let score: Double
  public let reason: Reason
  /// The addends of the score, the largest first, where it is a sum over purchases. Empty otherwise.
  public let because: [Contribution]
  /// What a `ScoreTerm` added to the score, kind by kind; nothing without one.
  public let amounts: [ScoreTerm.Amount]

  /// All of it.
  public var added: Double { amounts.reduce(0) { $0 + $1.value } }

  /// For `Reason.buyAgain`: when, and why. Nil otherwise.
  public let outlook: RepeatOutlook?
  /// For `Reason.blend`: the addends of the score. Nil otherwise.
  public let parts: BlendParts?

  public init(
    item: Int32, score: Double, reason: Reason, because: [Contribution] = [],
    amounts: [ScoreTerm.Amount] = [], outlook: RepeatOutlook? = nil, parts: BlendParts? = nil
  ) {
    self.item = item
    self.score = score
    self.reason = reason
    self.because = because
    self.amounts = amounts
    self.outlook = outlook
    self.parts = parts
  }

  func with(_ parts: BlendParts) -> Recommendation {
    Recommendation(
      item: item, score: score, reason: reason, because: because, amounts: amounts,
      outlook: outlook, parts: parts)
  }
}

/// What one item of the customer's history adds to the score of a recommended item.
public struct Contribution: Sendable {
  /// The item the customer bought.
  public let item: Int32
  /// When it was last bought.
  public let purchasedAt: Timestamp
  /// The weight of that purchase (`PurchaseHistory`; for `factorization` its confidence).
  public let weight: Double
  /// N and E of the pair; nil and NaN where the method, or the metric, has none.
  public let count: Double?
  public let expected: Double
  /// S: how closely the recommended item is related to the bought one; for a learned method the
  /// weight that it learned, which may be negative.
  public let relatedness: Double
  /// weight · relatedness.
  public let contribution: Double

  init(_ bought: HistoryItem, _ related: RelatedItem) {
    item = bought.item
    purchasedAt = bought.lastPurchase
    weight = bought.weight
    count = related.count
    expected = related.expected
    relatedness = related.score
    contribution = bought.weight * related.score
  }

  /// Of a method that learned its weights.
  init(_ bought: HistoryItem, weight: Double, relatedness: Double) {
    item = bought.item
    purchasedAt = bought.lastPurchase
    self.weight = weight
    count = nil
    expected = .nan
    self.relatedness = relatedness
    contribution = weight * relatedness
  }
}

extension Contribution: Equatable {
  /// "No expectation" equals itself.
  public static func == (left: Contribution, right: Contribution) -> Bool {
    left.item == right.item && left.purchasedAt == right.purchasedAt && left.weight == right.weight
      && left.count == right.count && left.relatedness == right.relatedness
      && left.contribution == right.contribution
      && (left.expected == right.expected || (left.expected.isNaN && right.expected.isNaN))
  }
}
