/// Everything an analyst can tune about the recommenders.
public struct RecommenderParameters: Hashable, Sendable, Codable {
  /// How `related-items` measures which items go together.
  public var relatedness: Relatedness
  /// Days after which a purchase counts half in `related-items` and `linear-autoencoder`; nil: age
  /// does not matter.
  public var halfLifeDays: Double?
  /// Length of the related-items lists that recommendations are made of.
  public var listLength: Int
  /// Distinct items of the history that `related-items` looks at, the latest; nil: all.
  public var historyLimit: Int?
  /// k of `similar-customers`.
  public var neighbours: Int
  /// Days before the end of the data in which bestsellers are counted.
  public var bestsellerDays: Double
  /// λ of `linear-autoencoder`: the larger, the less a few purchases say.
  public var ridge = 500.0
  /// Days within which `buy-again` expects a purchase.
  public var horizonDays = 14.0
  /// Of `factorization`.
  public var factorization = FactorizationParameters()
  /// Of `autoencoder`.
  public var autoencoder = AutoencoderParameters()

  public init(
    relatedness: Relatedness = Relatedness(), halfLifeDays: Double? = nil, listLength: Int = 50,
    historyLimit: Int? = nil, neighbours: Int = 50, bestsellerDays: Double = 14
  ) {
    self.relatedness = relatedness
    self.halfLifeDays = halfLifeDays
    self.listLength = listLength
    self.historyLimit = historyLimit
    self.neighbours = neighbours
    self.bestsellerDays = bestsellerDays
  }
}
