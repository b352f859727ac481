import InventoryPlanning
import RetailData
import Testing

/// What prices promise: how cost answers to a capacity, and when a price is zero.
@Suite("Prices and capacities")
struct SensitivityTests {
  private func answer(_ input: PlanInput, _ draws: [ItemDraws]) throws -> PlanAnswer {
    let work = WorkContext(threads: 1)
    let planner = try Planner(input: input, draws: FixedDraws(items: draws), work: work)
    let goal = PlanGoal(gap: 0.01, iterationLimit: 2_000, fractional: true)
    return try planner.solve(goal, work: work).answer
  }

  private func small(_ seed: UInt64) -> RandomPlan {
    var options = RandomPlan.Options()
    options.items = 2...4
    return RandomPlan(seed: seed, options)
  }

  /// Every gap is made of products of a price and what is left of its row (complementary
  /// slackness), none of which is negative: so no price can be more than the gap over the slack.
  @Test(arguments: 200..<212)
  func aRowWithRoomHasNoPrice(seed: UInt64) throws {
    let plan = small(seed)
    let answer = try answer(plan.input, plan.draws)
    var money = 0.0
    for load in answer.plan.loads {
      for resource in [load.storage, load.inbound, load.outbound] {
        if resource.capacity == .infinity {
          #expect(resource.price == 0)
        } else {
          money += resource.price * (resource.capacity - resource.used)
        }
      }
    }
    let oracle = plan.oracle
    for (target, row) in zip(answer.plan.targets, oracle.targets) {
      #expect(abs(target.demand - row.demand) <= 1e-6 * row.demand)
      let missing = max(0, target.share * target.demand - target.served)
      money += target.price * (target.served + missing - target.share * target.demand)
      money += (oracle.missingUnitCost - target.price) * missing
    }
    // Use and price are sums of `Float`s: 1e-6 of what is at stake.
    let rounding = 1e-6 * max(abs(answer.cost), oracle.program.constant)
    #expect(
      money <= answer.cost - answer.bound + rounding,
      "slack at prices \(money), gap \(answer.cost - answer.bound)")
  }

  /// A capacity more never costs more, and never saves more than its price; a capacity less costs
  /// at least its price. The prices belong to the bound, so this holds whatever the gap.
  @Test(arguments: 212..<217)
  func costAnswersToACapacityAsItsPriceSays(seed: UInt64) throws {
    let plan = small(seed)
    let before = try answer(plan.input, plan.draws)
    let rounding = 1e-6 * max(abs(before.cost), plan.oracle.program.constant)
    let fields:
      [(WritableKeyPath<Facility, Double>, KeyPath<Plan.FacilityLoad, Plan.ResourceLoad>)] =
        [
          (\.storage, \.storage), (\.inboundPerDay, \.inbound), (\.outboundPerDay, \.outbound),
        ]
    for (capacity, load) in fields {
      let prices = before.plan.loads.map { $0[keyPath: load].price }
      guard let facility = prices.indices.max(by: { prices[$0] < prices[$1] }),
        prices[facility] > 1e-6
      else { continue }
      let limit = before.plan.loads[facility][keyPath: load].capacity
      for factor in [1.3, 0.8] {
        var input = plan.input
        input.network.facilities[facility][keyPath: capacity] = limit * factor
        let after = try answer(input, plan.draws)
        // Litres that stand there anyway are never taken away.
        let change = after.plan.loads[facility][keyPath: load].capacity - limit
        #expect(after.cost >= before.bound - prices[facility] * change - rounding)
        if change >= 0 { #expect(after.bound <= before.cost + rounding) }
        if change <= 0 { #expect(after.cost >= before.bound - rounding) }
      }
    }
  }
}
