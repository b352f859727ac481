import RetailData
import TestSupport
import Testing

@testable import InventoryPlanning

/// Units neither appear nor vanish, and nobody ships what is not there: every evening, in random
/// shops, under every policy and every rule.
@Suite struct ConservationTests {
  @Test(arguments: 1...10) func everyUnitIsSomewhere(seed: UInt64) throws {
    let shop = RandomShop(seed: seed)
    var settings = shop.settings
    settings.unserved = seed % 3 == 0 ? .backordered : .lost
    settings.takesSlowerPromise = seed % 2 == 0
    settings.queuesFlows = seed % 4 != 0
    let simulator = try Simulator(
      input: shop.input, forecast: shop.forecast, settings: settings)
    for policy in shop.policies(simulator) {
      try follow(simulator, policy)
    }
  }

  private func follow(_ simulator: Simulator, _ policy: StockPolicy) throws {
    let world = simulator.world
    let memory = ReplicationMemory(items: 0..<world.itemCount, facilities: world.facilityCount)
    let tables = simulator.tables(policy)
    let days = simulator.warmUpDays + simulator.settings.days
    let trace = simulator.demand.trace(items: 0..<world.itemCount, replication: 0, days: days)
    for item in 0..<world.itemCount {
      var run = simulator.replication(0, tables, memory: memory)
      run.recorder = ReplayRecorder(.item(item), facilities: world.facilityCount)
      let cells = item * world.facilityCount..<(item + 1) * world.facilityCount
      let first = cells.reduce(0) { $0 + Int(memory.onHand.pointer[$1]) }
      var bought = 0
      var shipped = 0
      while run.day < days {
        run.step(trace)
        let today = try #require(run.recorder?.days.last)
        bought += today.bought
        shipped += today.shipped
        #expect(first + bought == shipped + today.onHand + today.onOrder)
        for cell in cells {
          #expect(memory.onHand.pointer[cell] >= 0)
          #expect(memory.onOrder.pointer[cell] >= 0)
        }
      }
      let tally = run.tally
      let given = tally.served.reduce(0, +) + tally.delayed.reduce(0, +)
      #expect(given <= tally.ordered)
      #expect(tally.shipped <= given)
      #expect(tally.ordered == tally.demand.reduce(0, +))
      // What litres are carried along must be what stands there.
      for facility in 0..<world.facilityCount {
        var litres = 0.0
        for item in 0..<world.itemCount {
          litres +=
            Double(memory.onHand.pointer[item * world.facilityCount + facility])
            * world.volume.pointer[item]
        }
        #expect(abs(litres - memory.litres.pointer[facility]) < 1e-6 * max(1, litres))
      }
    }
  }

  /// Stock without end serves whatever can be served at all.
  @Test(arguments: 1...4) func unlimitedStockLosesNothing(seed: UInt64) throws {
    let shop = RandomShop(seed: seed)
    var settings = shop.settings
    settings.queuesFlows = false
    let simulator = try Simulator(
      input: shop.input, forecast: shop.forecast, settings: settings)
    var policy = simulator.localPolicy()
    for place in policy.levels.indices { policy.levels[place] = 10_000 }
    let tally = try simulator.tallies([policy], work: WorkContext(threads: 1))[0][0]
    let world = simulator.world
    // Levels stand everywhere, whether or not the item may: arcs only lead to where it may.
    let trace = simulator.demand.trace(
      items: 0..<world.itemCount, replication: 0,
      days: simulator.warmUpDays + settings.days)
    var reachable = 0
    for place in Int(trace.dayStart[simulator.warmUpDays])..<trace.orders.count {
      let order = trace.orders.pointer[place]
      guard order.destination >= 0 else { continue }
      let arcs = world.arcRange(world.handling.pointer[Int(order.item)], order.destination)
      if !arcs.isEmpty { reachable += Int(order.units) }
    }
    #expect(tally.served.reduce(0, +) == reachable)
    #expect(reachable > 0)
  }

  @Test func sameNumbersForAnyThreads() throws {
    let shop = RandomShop(seed: 5)
    var settings = shop.settings
    settings.replications = 7
    let simulator = try Simulator(
      input: shop.input, forecast: shop.forecast, settings: settings)
    let policies = shop.policies(simulator)
    let one = try simulator.tallies(policies, work: WorkContext(threads: 1))
    #expect(try simulator.tallies(policies, work: WorkContext(threads: 3)) == one)
    settings.seed += 1
    #expect(
      try simulator.with(settings).tallies(policies, work: WorkContext(threads: 1)) != one)
    settings.seed -= 1
    settings.purpose = .calibration
    #expect(
      try simulator.with(settings).tallies(policies, work: WorkContext(threads: 1)) != one)
  }

  /// An item meets the same customers whoever else is simulated.
  @Test func ordersOfAnItemAreItsOwn() throws {
    let shop = RandomShop(seed: 2)
    let simulator = try Simulator(
      input: shop.input, forecast: shop.forecast, settings: shop.settings)
    let all = simulator.demand.trace(items: 0..<shop.input.items.count, replication: 3, days: 300)
    for item in 0..<shop.input.items.count {
      let own = simulator.demand.trace(items: item..<item + 1, replication: 3, days: 300)
      let same = (0..<all.orders.count).filter { Int(all.orders.pointer[$0].item) == item }
      #expect(same.count == own.orders.count)
      for (place, number) in same.enumerated() {
        #expect(own.orders.pointer[place].hour == all.orders.pointer[number].hour)
        #expect(own.orders.pointer[place].units == all.orders.pointer[number].units)
      }
    }
  }
}

/// A random network with cases, minimum orders, late vendors and doors that are too narrow.
struct RandomShop {
  let input: PlanInput
  let forecast: DemandForecast
  var settings = SimulationSettings()

  init(seed: UInt64) {
    var options = RandomPlan.Options()
    options.mode = .target
    var plan = RandomPlan(seed: seed, options).input
    var random = SeededGenerator(seed: seed &+ 900)
    for row in plan.network.supply.indices {
      plan.network.supply[row].caseQuantity = random.of([1, 1, 6, 12])
      plan.network.supply[row].minimumOrder = random.of([0, 0, 10])
    }
    input = plan
    let count = plan.items.count
    let regions = plan.network.regions.count
    let speeds = plan.network.speeds.count
    forecast = DemandForecast(
      itemCount: count, regionCount: regions, speedCount: speeds, weeks: 2,
      weeklyMean: (0..<2 * count).map { _ in Float.random(in: 0...20, using: &random) },
      size: (0..<count).map { _ in random.of([0.5, 3, .infinity]) },
      regionShare: [Float](repeating: 1 / Float(regions), count: count * regions),
      speedShare: [Float](
        repeating: 1 / Float(speeds), count: Handling.allCases.count * regions * speeds),
      hourShare: [Float](repeating: 1.0 / 24, count: 24 * speeds))
    settings.days = 60
    settings.replications = 1
    settings.seed = seed
  }

  func policies(_ simulator: Simulator) -> [StockPolicy] {
    let national = simulator.nationalPolicy()
    let local = simulator.localPolicy()
    return [national, local, simulator.priced(local)]
  }
}
