import RetailData

/// How far a plan may be from the best that can be done, in three parts. Money per day; a share is
/// of the cost that the plan promises.
public struct PlanGaps: Sendable, Equatable {
  /// No plan for the scenarios can cost less.
  public var bound: Double
  /// What the plan promises in its own scenarios.
  public var cost: Double
  /// What it costs in 64 fresh scenarios; nil where that was not checked.
  public var freshCost: Double?
  /// What its levels cost day by day, counted as the planner counts; nil where that was not
  /// simulated.
  public var simulatedCost: Double?

  /// What the solver left open: the cost of the plan over the bound.
  public var solver: Double { (cost - bound) / max(abs(cost), .leastNormalMagnitude) }
  /// What the plan owes to having seen its scenarios.
  public var sampling: Double? {
    freshCost.map { ($0 - cost) / max(abs(cost), .leastNormalMagnitude) }
  }
  /// What it costs not to know the future: simulated cost over the bound.
  public var policy: Double? {
    simulatedCost.map { ($0 - bound) / max(abs(cost), .leastNormalMagnitude) }
  }

  /// All that are known, by the names that files and results use.
  public var all: [(name: String, share: Double)] {
    [("solver_gap", solver)] + (sampling.map { [("sampling_gap", $0)] } ?? [])
      + (policy.map { [("policy_gap", $0)] } ?? [])
  }
}
