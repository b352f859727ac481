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

/// Everything that turns purchases into a related-items list. Changing any of it but the unit and the
/// sequence re-scores counts that are already there.
public struct Relatedness: Hashable, Sendable, Codable {
  public var metric: Metric
  public var score: Score
  /// Pseudo-purchases added to chance by `Score.shrunk`; at least 0.
  public var kappa: Double
  public var unit: PurchaseUnit
  /// Customers who must have bought both, for an item to be on a list; at least 1. Scores that divide
  /// by a small chance put items first that one customer bought beside many others.
  public var support: Int
  /// Whether order and age of purchases count.
  public var sequence: PurchaseSequence

  public init(
    metric: Metric = .corrected, score: Score = .shrunk, kappa: Double = 10,
    unit: PurchaseUnit = .distinct, support: Int = 1,
    sequence: PurchaseSequence = PurchaseSequence()
  ) {
    self.metric = metric
    self.score = score
    self.kappa = kappa
    self.unit = unit
    self.support = support
    self.sequence = sequence
  }

  /// What an earlier version did not say is as it is at first.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    metric = try values.decode(Metric.self, forKey: .metric)
    score = try values.decode(Score.self, forKey: .score)
    kappa = try values.decode(Double.self, forKey: .kappa)
    unit = try values.decode(PurchaseUnit.self, forKey: .unit)
    support = try values.decodeIfPresent(Int.self, forKey: .support) ?? 1
    sequence =
      try values.decodeIfPresent(PurchaseSequence.self, forKey: .sequence) ?? PurchaseSequence()
  }

  /// The same with everything that its metric ignores at the default, so that values with the
  /// same meaning are equal.
  public var effective: Relatedness {
    var effective = Relatedness(metric: metric, support: max(support, 1), sequence: sequence)
    if metric.comparesWithChance {
      effective.score = score
      if score == .shrunk { effective.kappa = max(kappa, 0) }
    }
    if metric == .corrected { effective.unit = unit }
    return effective
  }
}
