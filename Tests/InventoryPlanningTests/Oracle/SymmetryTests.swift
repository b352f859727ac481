import InventoryPlanning
import RetailData
import Testing

/// What must not matter: the unit of money, how many threads there are, what an item is called.
@Suite("Symmetries of the planner")
struct SymmetryTests {
  private func answer(
    _ input: PlanInput, _ draws: [ItemDraws], threads: Int = 1, iterations: Int = 400
  ) throws -> PlanAnswer {
    let work = WorkContext(threads: threads)
    let planner = try Planner(input: input, draws: FixedDraws(items: draws), work: work)
    // However far it comes: what must be equal is equal all the way.
    let goal = PlanGoal(gap: 0.01, iterationLimit: iterations, fractional: true)
    return try planner.solve(goal, work: work).answer
  }

  private func small(_ seed: UInt64) -> RandomPlan {
    var options = RandomPlan.Options()
    options.items = 2...4
    return RandomPlan(seed: seed, options)
  }

  private func expectSame(_ one: PlanAnswer, _ other: PlanAnswer) {
    #expect(one.iterations == other.iterations)
    #expect(one.bound == other.bound)
    #expect(one.cost == other.cost)
    #expect(one.plan.positions == other.plan.positions)
    #expect(one.plan.purchases == other.plan.purchases)
    #expect(one.plan.transfers == other.plan.transfers)
    #expect(one.plan.loads == other.plan.loads)
    #expect(one.plan.deliveries == other.plan.deliveries)
    #expect(one.plan.targets == other.plan.targets)
  }

  @Test func oneThreadOrTwoPlanTheSameToTheLastBit() throws {
    var options = RandomPlan.Options()
    // Several blocks of items, so that there is something to share out.
    options.items = 70...70
    options.scenarios = 5...5
    for mode in PlanMode.allCases {
      options.mode = mode
      let plan = RandomPlan(seed: 300, options)
      let one = try answer(plan.input, plan.draws, threads: 1, iterations: 45)
      for threads in [2, 5] {
        try expectSame(one, answer(plan.input, plan.draws, threads: threads, iterations: 45))
      }
    }
  }

  @Test(arguments: 301..<305)
  func moneyInOtherCoins(seed: UInt64) throws {
    let plan = small(seed)
    // A power of four: products with it and square roots of them are exact, so nothing may differ
    // but the unit.
    let coin = 16.0
    var items = plan.input.items
    items.price = items.price.map { $0 * coin }
    items.unitCost = items.unitCost.map { $0 * coin }
    var network = plan.input.network
    for row in network.speeds.indices { network.speeds[row].lostSalePenalty *= coin }
    for row in network.facilities.indices { network.facilities[row].holdingCost *= coin }
    for row in network.supply.indices { network.supply[row].unitCost *= coin }
    for row in network.transfers.indices {
      network.transfers[row].costPerUnit *= coin
      network.transfers[row].costPerLitre *= coin
    }
    for row in network.deliveries.indices {
      network.deliveries[row].costPerUnit *= coin
      network.deliveries[row].costPerKilogram *= coin
    }
    let input = PlanInput(
      items: items, network: network, settings: plan.input.settings,
      serviceTargets: plan.input.serviceTargets)
    let one = try answer(plan.input, plan.draws)
    let other = try answer(input, plan.draws)
    #expect(other.iterations == one.iterations)
    #expect(other.bound == coin * one.bound)
    #expect(other.cost == coin * one.cost)
    #expect(other.plan.positions == one.plan.positions)
    for (load, scaled) in zip(one.plan.loads, other.plan.loads) {
      #expect(scaled.storage.price == coin * load.storage.price)
      #expect(scaled.inbound.price == coin * load.inbound.price)
      #expect(scaled.outbound.price == coin * load.outbound.price)
    }
  }

  @Test(arguments: 305..<309)
  func twinsHaveOnePlan(seed: UInt64) throws {
    let plan = small(seed)
    let count = plan.draws.count
    let old = plan.input.items
    func twice<Value>(_ values: [Value]) -> [Value] { values + values }
    let items = ItemFigures(
      price: twice(old.price), unitCost: twice(old.unitCost), volume: twice(old.volume),
      weight: twice(old.weight), handling: twice(old.handling), category: twice(old.category))
    var network = plan.input.network
    network.supply += network.supply.map { row in
      var twin = row
      twin.item += Int32(count)
      return twin
    }
    network.inventory += network.inventory.map { row in
      var twin = row
      twin.item += Int32(count)
      return twin
    }
    let input = PlanInput(
      items: items, network: network, settings: plan.input.settings,
      serviceTargets: plan.input.serviceTargets)
    let answer = try answer(input, twice(plan.draws))
    let first = answer.plan.positions.filter { $0.item < count }
    let second = answer.plan.positions.filter { $0.item >= count }
    #expect(!first.isEmpty)
    #expect(first.count == second.count)
    for (one, var twin) in zip(first, second) {
      twin.item -= Int32(count)
      #expect(one == twin)
    }
  }
}
