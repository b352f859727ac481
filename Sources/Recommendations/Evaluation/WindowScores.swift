import RetailData

/// How well one contender foretold one window in one mode, customer by customer.
public struct WindowScores: Sendable, Equatable {
  /// Those who bought something that the mode may recommend, ascending.
  public let customers: [Int32]
  /// By metric, then by customer.
  private let values: [Double]

  init(customers: [Int32], scores: [ForetellingScore]) {
    self.customers = customers
    values = scores.map(\.hit) + scores.map(\.recall) + scores.map(\.ndcg)
  }

  /// A value a customer.
  public func values(_ metric: EvaluationMetric) -> ArraySlice<Double> {
    values[metric.rawValue * customers.count..<(metric.rawValue + 1) * customers.count]
  }
}

/// What came of one contender in one window.
public enum WindowOutcome: Sendable, Equatable {
  case scored([Mode: WindowScores])
  /// It could not be trained, or not on so little, and says why.
  case notRun(String)
}
