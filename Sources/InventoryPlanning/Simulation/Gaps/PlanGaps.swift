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
  /// What its levels cost day by day, with what is missing from fill targets charged as the planner
  /// charges it; nil where that was not simulated.
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

extension PlanGaps {
  /// Money per day of a simulated policy, as the planner counts: with the price of what is missing
  /// from the fill targets of speeds.
  static func plannedCost(of result: SimulationResult, policy: Int, problem: PlanningProblem)
    -> Double
  {
    let days = Double(result.settings.days)
    let tallies = result.policies[policy].tallies
    let runs = Double(max(1, tallies.count))
    var cost = tallies.reduce(0) { $0 + $1.cost } / runs / days
    for target in problem.targets where target.category < 0 {
      let speed = Int(target.speed)
      let demand = tallies.reduce(0) { $0 + Double($1.demand[speed]) } / runs / days
      let served = tallies.reduce(0) { $0 + Double($1.served[speed]) } / runs / days
      cost += target.price * max(0, target.share * demand - served)
    }
    return cost
  }
}
