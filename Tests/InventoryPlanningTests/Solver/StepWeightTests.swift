import RetailData
import Testing

@testable import InventoryPlanning

/// How much longer the steps of quantities are than those of prices, in a solve that goes on.
@Suite("Weights of steps")
struct StepWeightTests {
  /// The first, short cycles after a stop must not lead away from a weight that has settled.
  @Test(arguments: 60..<66 as Range<UInt64>) func aWeightThatHasSettledStays(seed: UInt64) throws {
    let work = WorkContext(threads: 1)
    var options = RandomPlan.Options()
    options.mode = .state
    options.basis = .position
    options.items = 300...300
    let plan = RandomPlan(seed: seed, options)
    let planner = try Planner(input: plan.input, draws: plan.source, work: work)
    let state = try planner.solve(PlanGoal(gap: 0.002, fractional: true), work: work).state
    let iteration = Iteration(state.problem)
    _ = try state.load(into: iteration, work: work)
    let settled = iteration.weight
    #expect(settled == state.weight)
    for _ in 0..<60 { try iteration.advance(look: false, work: work) {} }
    #expect((0.3...3).contains(iteration.weight / settled))
  }
}
