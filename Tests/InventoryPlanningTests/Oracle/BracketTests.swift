import InventoryPlanning
import RetailData
import Testing

/// The planner's bound and cost against the optimum of the same problem, written and solved by
/// others.
@Suite("Bound, optimum, cost")
struct BracketTests {
  /// Money as small as a rounding of the problem's numbers: draws, stock and quantities are
  /// `Float`s, whose sums the planner takes in another order. 1e-7 of what is at stake, which is
  /// the optimum, or the cost of doing nothing where the optimum happens to be near 0.
  private func rounding(_ optimum: Double, _ oracle: OracleProgram) -> Double {
    1e-7 * max(abs(optimum), oracle.program.constant)
  }

  @Test(arguments: 0..<42)
  func everyAnswerBracketsTheOptimum(seed: UInt64) throws {
    var options = RandomPlan.Options()
    options.mode = seed % 2 == 0 ? .state : .target
    options.items = seed == 0 || seed == 25 ? 12...20 : 2...6
    let plan = RandomPlan(seed: seed, options)
    let oracle = plan.oracle
    let optimum = try ExternalSolver.clp.solve(oracle.program).cost
    let rounding = rounding(optimum, oracle)

    let work = WorkContext(threads: 1)
    let planner = try Planner(input: plan.input, draws: plan.source, work: work)
    var goal = PlanGoal(gap: 0.001, iterationLimit: 6_000)
    goal.fractional = true
    var answers = 0
    let outcome = try planner.solve(goal, work: work) { answer in
      answers += 1
      #expect(answer.bound <= optimum + rounding)
      #expect(answer.cost >= optimum - rounding)
    }
    let answer = outcome.answer
    #expect(answers > 0)
    #expect(outcome.ending == .gapReached, "\(answer.iterations) iterations, gap \(answer.gap)")
    #expect(answer.bound <= optimum + rounding)
    #expect(optimum - answer.bound <= 0.001 * abs(optimum) + rounding)
    #expect(answer.cost >= optimum - rounding)
    #expect(answer.cost - optimum <= 0.001 * abs(answer.cost) + rounding)

    // What is claimed can be had: the plan is feasible, and costs no less than it must.
    let least = try PlanJudge(oracle: oracle).leastCost(of: answer.plan)
    #expect(least <= answer.cost + 10 * rounding, "costs \(answer.cost), must cost \(least)")
    #expect(abs(answer.plan.costs.total - answer.cost) <= rounding)
    expectLoadsFit(answer.plan)
  }

  private func expectLoadsFit(_ plan: Plan) {
    for load in plan.loads {
      for resource in [load.storage, load.inbound, load.outbound] {
        // Sums of the same `Float`s in another order.
        #expect(resource.used <= resource.capacity * (1 + 1e-6))
        #expect(resource.price >= 0)
      }
    }
  }
}
