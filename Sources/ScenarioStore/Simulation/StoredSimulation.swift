import Foundation

/// What came of one simulation of policies: the results, and what it takes to get them again.
public struct StoredSimulation: Sendable, Equatable {
  public var simulated: Date
  /// What is changed in the data's figures for it, and what the random draws come from.
  public var scenario: Scenario
  /// How it was run, every parameter by its name.
  public var parameters: [String: String]
  public var results: [Result]

  public init(
    simulated: Date, scenario: Scenario, parameters: [String: String], results: [Result]
  ) {
    self.simulated = simulated
    self.scenario = scenario
    self.parameters = parameters
    self.results = results
  }

  /// One row of `echelon simulate`.
  public struct Result: Sendable, Equatable {
    public var policy: String
    /// Such as `cost_per_order`.
    public var metric: String
    /// With the interval it is in; nil where it means nothing.
    public var value: Double?
    public var low: Double?
    public var high: Double?

    public init(policy: String, metric: String, value: Double?, low: Double?, high: Double?) {
      self.policy = policy
      self.metric = metric
      self.value = value
      self.low = low
      self.high = high
    }
  }
}
