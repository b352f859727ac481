import RetailData

/// Whether and when a customer will buy an item again.
public struct RepeatOutlook: Sendable, Equatable {
  public let item: Int32
  /// Distinct days on which the customer bought it.
  public let purchaseDays: Int
  public let lastPurchase: Timestamp
  /// The usual time between two purchases: the customer's own rhythm, as far as there is one, and
  /// that of the item's other buyers.
  public let typicalGapDays: Double
  /// Days since the last purchase.
  public let ageDays: Double
  /// The share of the item's buyers who came back for it.
  public let repeatProbability: Double
  /// That the customer buys it within the model's horizon.
  public let probability: Double

  /// Days until the usual time is over; negative where that is past.
  public var dueInDays: Double { typicalGapDays - ageDays }
}
