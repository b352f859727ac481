/// Which purchases count as bought together, and how much: their order and their age.
public struct PurchaseSequence: Hashable, Sendable, Codable {
  /// Only purchases that follow count: those whose first Y comes after their first X, by so many
  /// days at most. Nil: in any order, at any time.
  public var withinDays: Double?
  /// Days after which a purchase of X counts half; nil: age does not matter. Ages are counted from
  /// the latest purchase of all.
  public var halfLifeDays: Double?

  public init(withinDays: Double? = nil, halfLifeDays: Double? = nil) {
    self.withinDays = withinDays
    self.halfLifeDays = halfLifeDays
  }

  /// Whether it makes no difference.
  public var isPlain: Bool { withinDays == nil && halfLifeDays == nil }
}
