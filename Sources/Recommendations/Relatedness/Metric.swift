/// How closely two items are bought by the same customers, as a function of the number who bought
/// both (N) and what chance alone would give (E).
public enum Metric: String, CaseIterable, Sendable, Codable {
  case cooccurrence, cosine, jaccard, lift, llr, naive, corrected

  /// Whether `Score` and κ apply: only where the metric is an expectation to compare N with.
  public var comparesWithChance: Bool { self == .naive || self == .corrected }
}

/// How N is compared with E.
public enum Score: String, CaseIterable, Sendable, Codable {
  case difference, normalized, shrunk, ratio
}

/// What counts as one purchase of a customer when chance is computed.
public enum PurchaseUnit: String, CaseIterable, Sendable, Codable {
  case lines, distinct
}

/// Everything that turns counts into a related-items list. Changing any of it but the unit
/// re-scores counts that are already there.
public struct Relatedness: Hashable, Sendable, Codable {
  public var metric: Metric
  public var score: Score
  /// Pseudo-purchases added to chance by `Score.shrunk`; at least 0.
  public var kappa: Double
  public var unit: PurchaseUnit

  public init(
    metric: Metric = .corrected, score: Score = .shrunk, kappa: Double = 10,
    unit: PurchaseUnit = .distinct
  ) {
    self.metric = metric
    self.score = score
    self.kappa = kappa
    self.unit = unit
  }
}
