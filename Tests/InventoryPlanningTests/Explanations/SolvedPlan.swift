import RetailData

@testable import InventoryPlanning

/// A random problem with the answer of a solve.
struct SolvedPlan {
  let plan: RandomPlan
  let outcome: PlanOutcome

  init(
    seed: UInt64, _ options: RandomPlan.Options = RandomPlan.Options(), gap: Double = 1e-4,
    iterations: Int = 20_000
  ) throws {
    plan = RandomPlan(seed: seed, options)
    let work = WorkContext(threads: 1)
    let planner = try Planner(input: plan.input, draws: plan.source, work: work)
    outcome = try planner.solve(
      PlanGoal(gap: gap, iterationLimit: iterations, fractional: true), work: work)
  }

  /// What the prices that explanations are made of prove; money per day.
  var bound: Double {
    let problem = outcome.state.problem
    let prices = Certificate.admissible(outcome.state.prices, problem: problem)
    let certificate = Certificate(
      problem: problem, prices: PassPrices(prices, problem: problem))
    return zip(problem.blocks, outcome.state.iterates).reduce(
      Certificate.shared(prices, problem: problem)
    ) { $0 + certificate.bound($1.0, prices: $1.1.prices) }
  }
}
