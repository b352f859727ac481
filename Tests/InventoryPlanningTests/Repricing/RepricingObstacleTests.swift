import RetailData
import Testing

@testable import InventoryPlanning

/// Where more than money changed, no cost is better than a wrong one.
@Suite("What keeps a plan from being priced anew")
struct RepricingObstacleTests {
  private static let changes: [(String, @Sendable (inout PlanInput) -> Void)] = [
    ("scenarios", { $0.settings.scenarios += 1 }),
    ("seed", { $0.settings.seed += 1 }),
    ("mode", { $0.settings.mode = $0.settings.mode == .state ? .target : .state }),
    ("lead time", { $0.settings.leadTimeFactor = 1.1 }),
    ("demand", { $0.settings.demandFactor = 1.1 }),
    (
      "basis",
      { $0.settings.storageBasis = $0.settings.storageBasis == .shelf ? .position : .shelf }
    ),
    ("item's demand", { $0.items.demandFactor[0] = 2 }),
    ("volume", { $0.items.volume[0] *= 2 }),
    ("weight", { $0.items.weight[0] *= 2 }),
    ("cut-off", { $0.network.deliveries[0].cutoffHour = 3 }),
    ("transfer's time", { $0.network.transfers[0].leadTimeDays += 1 }),
    ("vendor's time", { $0.network.supply[0].leadTimeMeanDays += 1 }),
    ("stock", { $0.network.inventory.append(Stock(facility: 0, item: 0, onHand: 1, inbound: 0)) }),
  ]

  @Test func moreThanMoney() throws {
    let solved = try SolvedPlan(seed: 4, gap: 0.05, iterations: 100)
    for (name, change) in Self.changes {
      var input = solved.plan.input
      change(&input)
      #expect(throws: RepricingObstacle.self, "\(name)") {
        try solved.outcome.repriced(with: input)
      }
    }
  }

  @Test func capacities() throws {
    let solved = try SolvedPlan(seed: 4, gap: 0.01, iterations: 500)
    let plan = solved.outcome.answer.plan
    let cost = try solved.outcome.repriced(with: solved.plan.input).cost
    var larger = solved.plan.input
    for facility in larger.network.facilities.indices {
      larger.network.facilities[facility].storage *= 2
      larger.network.facilities[facility].inboundPerDay *= 2
      larger.network.facilities[facility].outboundPerDay *= 2
    }
    #expect(try solved.outcome.repriced(with: larger).cost == cost)

    let facility = try #require(plan.loads.firstIndex { $0.outbound.used > 0.1 })
    var input = solved.plan.input
    input.network.facilities[facility].outboundPerDay = plan.loads[facility].outbound.used * 1.001
    #expect(try solved.outcome.repriced(with: input).cost == cost)
    input.network.facilities[facility].outboundPerDay = plan.loads[facility].outbound.used * 0.9
    #expect {
      try solved.outcome.repriced(with: input)
    } throws: {
      if case RepricingObstacle.capacity(let place, _, _) = $0 {
        Int(place) == facility
      } else {
        false
      }
    }
  }

  /// Another vendor is the cheapest: the item's cycle is another.
  @Test func cheapestVendor() throws {
    var options = RandomPlan.Options()
    options.items = 6...10
    let solved = try SolvedPlan(seed: 2, options, gap: 0.05, iterations: 100)
    let rows = solved.plan.input.network.supply
    let dear = try #require(
      rows.indices.first { row in
        rows.contains { $0.item == rows[row].item && $0.unitCost < rows[row].unitCost }
      })
    var input = solved.plan.input
    input.network.supply[dear].unitCost = 0
    #expect(throws: RepricingObstacle.cheapestSupply(item: rows[dear].item)) {
      try solved.outcome.repriced(with: input)
    }
    // A dearer price of a dear row is only money.
    input.network.supply[dear].unitCost = rows[dear].unitCost * 2
    _ = try solved.outcome.repriced(with: input)
  }

  @Test func absurdNumbers() throws {
    let solved = try SolvedPlan(seed: 1, gap: 0.05, iterations: 50)
    for number in [-1.0, .nan, .infinity] {
      var input = solved.plan.input
      input.network.deliveries[0].costPerUnit = number
      #expect(throws: RepricingObstacle.self) { try solved.outcome.repriced(with: input) }
    }
  }

  @Test func answersMadeByHand() throws {
    let answer = PlanAnswer(iterations: 0, seconds: 0, bound: 0, cost: 0, plan: Plan())
    #expect(throws: RepricingObstacle.noQuantities) {
      try answer.repriced(with: RandomPlan(seed: 0).input)
    }
  }
}
