import InventoryPlanning
import RetailData
import Testing

/// Going on from an earlier solve after a change: never wrong, and sooner there.
@Suite("Warm starts")
struct WarmStartTests {
  enum Change: CaseIterable {
    case nothing, capacity, penalty, cutoff, price
  }

  private func changed(_ plan: RandomPlan, by change: Change) -> RandomPlan {
    var plan = plan
    switch change {
    case .nothing: break
    case .capacity:
      for facility in plan.input.network.facilities.indices where facility % 3 == 1 {
        plan.input.network.facilities[facility].outboundPerDay *= 0.9
        plan.input.network.facilities[facility].inboundPerDay *= 0.9
      }
    case .penalty:
      plan.input.network.speeds[0].lostSalePenalty *= 1.2
    case .cutoff:
      for row in plan.input.network.deliveries.indices
      where plan.input.network.deliveries[row].cutoffHour < 22 {
        plan.input.network.deliveries[row].cutoffHour += 1.5
      }
    case .price:
      plan.input.items.price[0] *= 1.1
    }
    return plan
  }

  private func planner(_ plan: RandomPlan) throws -> Planner {
    try Planner(input: plan.input, draws: plan.source, work: WorkContext(threads: 1))
  }

  @Test(arguments: Change.allCases)
  func aWarmStartEndsWhereAColdOneDoesAndSooner(change: Change) throws {
    let work = WorkContext(threads: 1)
    let goal = PlanGoal(gap: 0.005, iterationLimit: 8_000, fractional: true)
    var cold = 0
    var warm = 0
    for seed in 60..<64 as Range<UInt64> {
      var options = RandomPlan.Options()
      options.mode = seed % 2 == 0 ? .state : .target
      let before = RandomPlan(seed: seed, options)
      let after = changed(before, by: change)
      let state = try planner(before).solve(
        PlanGoal(gap: 0.001, iterationLimit: 8_000, fractional: true), work: work
      ).state
      let first = try planner(after).solve(goal, work: work)
      let second = try planner(after).solve(goal, from: state, work: work)
      #expect(first.ending == .gapReached, "\(seed): \(first.answer.gap)")
      #expect(second.ending == .gapReached)
      // Two brackets of one optimum.
      #expect(second.answer.bound <= first.answer.cost * (1 + 1e-6) + 1e-6)
      #expect(first.answer.bound <= second.answer.cost * (1 + 1e-6) + 1e-6)
      cold += first.answer.iterations
      warm += second.answer.iterations
    }
    #expect(warm * 2 < cold, "\(warm) iterations warm, \(cold) cold")
    // The best bound and the best plan need not be of one step, so even the same problem may ask
    // for a few.
    if change == .nothing { #expect(warm * 10 < cold, "\(warm) iterations warm, \(cold) cold") }
  }

  /// What was known is there before the first step: of the same problem, and of one in which a
  /// capacity that is not used up is a little smaller, the same plan with the same bound. Only stock
  /// that is left is shared out anew, at the prices of the best bound.
  @Test(arguments: [60, 61, 62, 63] as [UInt64], [false, true])
  func thePlanThatWasKnownIsThereAtOnce(seed: UInt64, smaller: Bool) throws {
    let work = WorkContext(threads: 1)
    var options = RandomPlan.Options()
    options.mode = seed % 2 == 0 ? .state : .target
    let before = RandomPlan(seed: seed, options)
    let known = try planner(before).solve(
      PlanGoal(gap: 0.002, iterationLimit: 8_000, fractional: true), work: work)
    var after = before
    if smaller {
      for (facility, load) in known.answer.plan.loads.enumerated()
      where load.outbound.price == 0 && load.outbound.used < 0.9 * load.outbound.capacity {
        after.input.network.facilities[facility].outboundPerDay *= 0.95
      }
    }
    let first = try planner(after).solve(
      PlanGoal(gap: 0, iterationLimit: 0, fractional: true), from: known.state, work: work)
    #expect(first.answer.bound >= known.answer.bound - 1e-6 * abs(known.answer.bound))
    #expect(first.answer.cost <= known.answer.cost + 0.002 * abs(known.answer.cost))
  }

  /// States of another shape are of no use, and do no harm.
  @Test func aStateOfAnotherProblemIsIgnored() throws {
    let work = WorkContext(threads: 1)
    let goal = PlanGoal(gap: 0.01, iterationLimit: 8_000, fractional: true)
    var options = RandomPlan.Options()
    options.mode = .target
    let other = RandomPlan(seed: 71, options)
    let plan = RandomPlan(seed: 72, options)
    let state = try planner(other).solve(goal, work: work).state
    let cold = try planner(plan).solve(goal, work: work)
    let warm = try planner(plan).solve(goal, from: state, work: work)
    #expect(warm.ending == .gapReached)
    #expect(warm.answer.bound <= cold.answer.cost * (1 + 1e-6))
    #expect(cold.answer.bound <= warm.answer.cost * (1 + 1e-6))
  }
}
