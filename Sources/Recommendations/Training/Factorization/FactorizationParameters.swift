/// What the factors of `factorization` are learned with.
public struct FactorizationParameters: Hashable, Sendable, Codable {
  /// Numbers a customer, and an item, is described by.
  public var factors = 64
  /// Rounds of solving for all customers and then for all items.
  public var iterations = 15
  /// λ: the larger, the less a few purchases say.
  public var regularization = 20.0
  /// α: a pair bought r times counts 1 + α r, one never bought 1.
  public var confidence = 1.0
  /// Of the first, random factors.
  public var seed: UInt64 = 2024

  public init() {}
}
