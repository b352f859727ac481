/// What the factors of `factorization` are learned with.
///
/// λ and α were chosen on six windows of Online Retail before those that methods are judged on
/// (`echelon evaluate --skip 4`), by the sum of hit@6 of all and of new items, among λ from 5 to 150
/// and α from 1 to 20.
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
