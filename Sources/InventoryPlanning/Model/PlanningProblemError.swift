/// Why nothing can be planned.
public enum PlanningProblemError: Error, Sendable, Equatable {
  /// No facility, or no way to deliver from one.
  case noNetwork
  /// Transfers that lead back to where they began: facility numbers, the first one repeated last.
  case transferCycle([Int32])
  /// A number outside its range, such as a negative lead time: what it is, and its value.
  case badNumber(name: String, value: Double)
}

extension PlanningProblemError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noNetwork:
      "there is nothing to plan with: no facility delivers to any region"
    case .transferCycle(let facilities):
      "transfers go round in a circle of \(facilities.count - 1) facilities; remove one of them"
    case .badNumber(let name, let value):
      "\(name) is \(value), which no plan can be made for"
    }
  }
}
