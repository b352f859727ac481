import RetailData
import TestSupport
import Testing

@testable import InventoryPlanning

@Suite struct CalibrationTests {
  private var small: Calibrator.Effort {
    var effort = Calibrator.Effort()
    effort.days = 60
    effort.shopReplications = 3
    effort.itemReplications = 6
    effort.rounds = 2
    effort.settlingReplications = 48
    return effort
  }

  /// Whatever level it starts from, the search ends near the best one of the training days, and
  /// that is near the newsvendor's.
  @Test(arguments: [0, 30]) func findsTheNewsvendorsLevel(start: Int) throws {
    var shop = SimulatedShop(facilities: 1, rates: [4])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 0)
    var effort = small
    effort.itemReplications = 12
    let found = try Calibrator(try shop.simulator(), effort: effort).calibrated(
      try shop.policy([Int32(start)]), prices: SharedPrices(facilities: 1),
      work: WorkContext(threads: 1))
    let best = Int(Textbook.poissonQuantile(9.0 / 10, mean: 4))
    #expect(abs(Int(found.policy.levels[0]) - best) <= 1)
  }

  /// The difference that a unit makes, as the search sees it, is that of simulating everything
  /// again: the same days, the same random numbers, one level changed.
  @Test(arguments: 1...6) func differencesAreThoseOfTheWholeShop(seed: UInt64) throws {
    let shop = RandomShop(seed: seed)
    var settings = shop.settings
    settings.queuesFlows = false
    settings.replications = 3
    let simulator = try Simulator(
      input: shop.input, forecast: shop.forecast, settings: settings)
    let world = simulator.world
    var prices = SharedPrices(facilities: world.facilityCount)
    for facility in 0..<world.facilityCount {
      prices.storage[facility] = 0.001 * Double(facility)
      prices.inbound[facility] = 0.3
      prices.outbound[facility] = 0.1 * Double(facility % 3)
    }
    let policy = simulator.localPolicy()
    let item = Int(seed) % world.itemCount
    func whole(_ policy: StockPolicy) throws -> Double {
      try simulator.tallies([policy], work: WorkContext(threads: 2))[0].reduce(0) {
        $0 + $1.cost + prices.charge($1, worth: [])
      }
    }
    func own(_ policy: StockPolicy) -> Double {
      ItemSearch(
        simulator, policy, simulator.tables(policy), prices: prices, item: item
      ).costs().reduce(0, +)
    }
    let before = try whole(policy)
    let search = ItemSearch(simulator, policy, simulator.tables(policy), prices: prices, item: item)
    let slope = search.slope(from: search.meanCost)
    // Sums of many thousands, added in another order.
    let close = 1e-6 * max(1, abs(before))
    for facility in 0..<world.facilityCount {
      let place = item * world.facilityCount + facility
      func changed(by units: Int32) throws -> Double {
        var other = policy
        other.levels[place] += units
        let difference = try whole(other) - before
        #expect(abs(difference - (own(other) - own(policy))) < close)
        return difference / 3
      }
      if policy.sources[place] == .none {
        #expect(slope[facility] == 0)
        continue
      }
      // Up where one more saves, down where one less does, nowhere where neither does.
      let more = try changed(by: 1)
      let less = policy.levels[place] > 0 ? try changed(by: -1) : 0
      #expect(abs(slope[facility] - (more < 0 ? more : max(0, -less))) < close)
    }
  }

  /// A shop whose levels are right already: on a few days others seem better, and are not.
  @Test(arguments: 1...4) func nothingWorseThanWhatWasGiven(seed: UInt64) throws {
    var shop = SimulatedShop(facilities: 1, rates: [0.4])
    shop.settings.seed = seed
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 6)
    shop.settings.days = 400
    shop.settings.replications = 40
    let simulator = try shop.simulator()
    let costs = try (0...8).map { level in
      try shop.result([level]).interval(.costPerOrder, of: 0).mean
    }
    let best = try #require(costs.indices.min { costs[$0] < costs[$1] })
    var effort = small
    effort.days = 20
    effort.itemReplications = 2
    let found = try Calibrator(simulator, effort: effort).calibrated(
      try shop.policy([Int32(best)]), prices: SharedPrices(facilities: 1),
      work: WorkContext(threads: 1))
    let given = try simulator.compare(
      [("given", shop.policy([Int32(best)])), ("found", found.policy)],
      work: WorkContext(threads: 2))
    #expect(given.difference(.costPerOrder, 1, minus: 0).mean <= 1e-9)
    #expect(found.isAsGiven)
  }

  /// What is promised comes of days that nothing was fitted to, and holds on others.
  @Test func promisesWhatIsFound() throws {
    var shop = SimulatedShop(facilities: 2, rates: [3, 2])
    for facility in 0..<2 {
      shop.supply(facility, days: 4, deviation: 2)
      for region in 0..<2 {
        shop.deliver(from: facility, to: region, cost: region == facility ? 1 : 3)
      }
    }
    var effort = small
    effort.rounds = 4
    effort.validationReplications = 40
    let simulator = try shop.simulator()
    let found = try Calibrator(simulator, effort: effort).calibrated(
      try shop.policy([5, 5]), prices: SharedPrices(facilities: 2), work: WorkContext(threads: 2))
    #expect(!found.isAsGiven)
    let judged = try simulator.compare([("", found.policy)], work: WorkContext(threads: 2))
      .interval(.costPerOrder, of: 0)
    // Two intervals of 95 % that are independent overlap but once in hundreds.
    #expect(
      abs(judged.mean - found.promisedCost.mean) <= judged.halfWidth + found.promisedCost.halfWidth)
  }

  /// A room that is too small for what would pay is kept: by prices alone, and where the whole shop
  /// is settled after them.
  @Test(arguments: [0, Calibrator.Effort().settledLevels])
  func keepsTheRoom(settledLevels: Int) throws {
    var shop = SimulatedShop(facilities: 1, rates: [20])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 3)
    shop.network.facilities[0].holdingCost = 0.1
    var effort = small
    effort.settledLevels = settledLevels
    effort.settlingReplications = Calibrator.Effort().settlingReplications
    func calibrated() throws -> CalibratedPolicy {
      try Calibrator(try shop.simulator(), effort: effort).calibrated(
        try shop.policy([100]), prices: SharedPrices(facilities: 1),
        work: WorkContext(threads: 1))
    }
    let free = try shop.result(try calibrated().policy.levels)
      .interval(.stockLitres, of: 0).mean
    shop.network.facilities[0].storage = 0.7 * free
    effort.rounds = 8
    let found = try calibrated()
    #expect(found.excess <= CalibratedPolicy.tolerance)
    let kept = try shop.result(found.policy.levels).interval(.stockLitres, of: 0).mean
    #expect(kept < 0.7 * free)
  }

  @Test func sameLevelsForAnyThreads() throws {
    let shop = RandomShop(seed: 3)
    let simulator = try Simulator(
      input: shop.input, forecast: shop.forecast, settings: shop.settings)
    func levels(_ threads: Int) throws -> [Int32] {
      try Calibrator(simulator, effort: small).calibrated(
        simulator.localPolicy(),
        prices: SharedPrices(facilities: simulator.world.facilityCount),
        work: WorkContext(threads: threads)
      ).policy.levels
    }
    #expect(try levels(1) == levels(3))
  }

  /// A pool stays spread as it is: only its totals move.
  @Test func poolsKeepTheirShares() throws {
    let shop = RandomShop(seed: 4)
    let simulator = try Simulator(
      input: shop.input, forecast: shop.forecast, settings: shop.settings)
    let policy = simulator.nationalPolicy()
    let found = try Calibrator(simulator, effort: small).calibrated(
      policy, prices: SharedPrices(facilities: simulator.world.facilityCount),
      work: WorkContext(threads: 2)
    ).policy
    let facilities = simulator.world.facilityCount
    for item in 0..<simulator.world.itemCount {
      let row = item * facilities..<(item + 1) * facilities
      let total = found.levels[row].reduce(0, +)
      let weights = policy.weights[row].map { Double($0) }
      #expect(Array(found.levels[row]) == StockPolicy.spread(total, in: weights))
    }
  }

  /// The whole way, on a random shop: gaps are in order, and all policies met the same orders.
  @Test func studyOfARandomShop() throws {
    let shop = RandomShop(seed: 6)
    var settings = SimulationSettings()
    settings.days = 30
    settings.replications = 3
    let study = SimulationStudy(
      input: shop.input, forecast: shop.forecast, settings: settings, effort: small,
      goal: PlanGoal(gap: 0.05, iterationLimit: 60, fractional: true))
    let result = try study.run(work: WorkContext(threads: 2))
    #expect(result.entries.map(\.kind) == SimulatedPolicy.allCases)
    #expect(result.gaps.solver >= 0)
    #expect(result.gaps.freshCost != nil)
    #expect(result.gaps.simulatedCost != nil)
    let orders = result.entries.indices.map { result.comparison.interval(.orders, of: $0).mean }
    #expect(Set(orders).count == 1)
    #expect(result.entries.first { $0.kind == .uncalibrated }?.calibration == nil)
    let priced = result.entries.filter { $0.policy.fulfilment == .priced }.map(\.kind)
    #expect(priced == [.localPriced, .priced])
  }
}
