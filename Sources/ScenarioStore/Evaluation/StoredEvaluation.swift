import Foundation

/// What came of evaluating recommenders once: the results, and what it takes to get them again.
public struct StoredEvaluation: Sendable, Equatable {
  public var evaluated: Date
  public var dataName: String
  /// `Dataset.fingerprint` of the data.
  public var fingerprint: UInt64
  public var seed: UInt64
  /// Every parameter by its name, as options would give it.
  public var parameters: [String: String]
  public var results: [Result]

  public init(
    evaluated: Date, dataName: String, fingerprint: UInt64, seed: UInt64,
    parameters: [String: String], results: [Result]
  ) {
    self.evaluated = evaluated
    self.dataName = dataName
    self.fingerprint = fingerprint
    self.seed = seed
    self.parameters = parameters
    self.results = results
  }

  /// One row of `echelon evaluate`.
  public struct Result: Sendable, Equatable {
    public var method: String
    public var mode: String
    /// Such as `hit@6`.
    public var metric: String
    /// With the interval it is in; nil where there was nobody to measure it on.
    public var value: Double?
    public var low: Double?
    public var high: Double?
    public var customers: Int

    public init(
      method: String, mode: String, metric: String, value: Double?, low: Double?, high: Double?,
      customers: Int
    ) {
      self.method = method
      self.mode = mode
      self.metric = metric
      self.value = value
      self.low = low
      self.high = high
      self.customers = customers
    }
  }
}
