import InventoryPlanning
import RetailData
import Testing

struct DrawEdgeTests {
  private func expectSound(_ draws: ItemDraws, _ shop: ScenarioShop) {
    #expect(draws.epochEnds.count == draws.scenarios * draws.epochs)
    #expect(
      (draws.epochEnds + draws.supplyLeadTimes + draws.inboundArrivals)
        .allSatisfy { $0 >= 0 && $0.isFinite })
    for order in draws.orders {
      #expect(order.units >= 1 && order.units.isFinite)
      #expect(order.hour >= 0 && order.hour < 24)
      #expect(Int(order.scenario) < draws.scenarios && Int(order.epoch) < draws.epochs)
      #expect(order.region < 3 && order.speed < 2)
    }
    // Sorted, and no two alike.
    for (one, next) in zip(draws.orders, draws.orders.dropFirst()) {
      let before = [Float(one.scenario), Float(one.epoch), Float(one.region), Float(one.speed)]
      let after = [Float(next.scenario), Float(next.epoch), Float(next.region), Float(next.speed)]
      #expect((before + [one.hour]).lexicographicallyPrecedes(after + [next.hour]))
    }
  }

  @Test(arguments: [1, 2, 16, 1_000], [PlanMode.state, .target])
  func scenarioCounts(scenarios: Int, mode: PlanMode) {
    var shop = ScenarioShop()
    shop.settings.scenarios = scenarios
    shop.settings.mode = mode
    for item in 0..<3 { expectSound(shop.draws.draws(ofItem: item), shop) }
  }

  @Test func manyUnits() {
    var shop = ScenarioShop()
    shop.weeklyMean = 1e5
    expectSound(shop.draws.draws(ofItem: 0), shop)
  }

  @Test func mostScenarios() {
    var shop = ScenarioShop()
    shop.settings.scenarios = 65_535
    shop.weeklyMean = 0.1
    let draws = shop.draws.draws(ofItem: 0)
    #expect(draws.epochEnds.count == 3 * 65_535)
    #expect(draws.orders.last.map { $0.scenario > 65_000 } == true)
  }

  @Test func noDemand() {
    var shop = ScenarioShop()
    shop.weeklyMean = 0
    #expect(shop.draws.draws(ofItem: 0).orders.isEmpty)
    shop = ScenarioShop()
    shop.settings.demandFactor = 0
    #expect(shop.draws.draws(ofItem: 0).orders.isEmpty)
    shop = ScenarioShop()
    shop.weeks = 0
    #expect(shop.draws.draws(ofItem: 0).orders.isEmpty)
    shop = ScenarioShop()
    shop.demandFactor[0] = 0
    #expect(shop.draws.draws(ofItem: 0).orders.isEmpty)
    #expect(!shop.draws.draws(ofItem: 2).orders.isEmpty)
  }

  @Test func noTime() {
    var shop = ScenarioShop()
    shop.settings.reviewDays = 0
    shop.settings.leadTimeFactor = 0
    shop.network.transfers = []
    let draws = shop.draws.draws(ofItem: 0)
    #expect(draws.epochEnds.allSatisfy { $0 == 0 })
    #expect(draws.orders.isEmpty)
  }

  @Test func noRegionsOrSpeeds() {
    for hasRegions in [true, false] {
      var shop = ScenarioShop()
      if hasRegions { shop.network.speeds = [] } else { shop.network.regions = [] }
      let regions = shop.network.regions.count
      let speeds = shop.network.speeds.count
      let forecast = DemandForecast(
        itemCount: 3, regionCount: regions, speedCount: speeds, weeks: 1, weeklyMean: [5, 5, 5],
        size: [1, 1, 1], regionShare: [Float](repeating: 1, count: 3 * regions),
        speedShare: [Float](repeating: 1, count: 2 * regions * speeds),
        hourShare: [Float](repeating: 1, count: 24 * speeds))
      let draws = ScenarioDraws(input: shop.input, forecast: forecast)
      #expect(draws.draws(ofItem: 0).orders.isEmpty)
      #expect(draws.draws(ofItem: 0).supplyLeadTimes.count == 32)
    }
  }

  /// Shares of 0 are never drawn, wherever they stand and whatever the others add up to.
  @Test(arguments: [Float(2), 50_000])
  func noOrderWhereThereIsNoShare(weeklyMean: Float) {
    var shop = ScenarioShop()
    shop.weeklyMean = weeklyMean
    shop.settings.scenarios = 64
    var forecast = shop.forecast
    forecast.regionShare = [0, 0.9999999, 0, 0, 1, 0, 0, 1, 0]
    for speed in 0..<2 {
      for hour in 0..<24 {
        forecast.hourShare[speed * 24 + hour] = hour % 3 == 1 && hour < 20 ? 1.0 / 7 : 0
      }
    }
    for item in 0..<2 {
      let orders = ScenarioDraws(input: shop.input, forecast: forecast).draws(ofItem: item).orders
      #expect(!orders.isEmpty)
      for order in orders {
        #expect(order.region == 1)
        #expect(Int(order.hour) % 3 == 1 && order.hour < 20)
      }
    }
  }

  /// What no scenario can be drawn for is the planner's to say: no draw gets in its way.
  @Test func badNumbersAreErrors() {
    func expectError(_ change: (inout ScenarioShop) -> Void) {
      var shop = ScenarioShop()
      shop.network.deliveries = [
        Delivery(
          facility: 0, region: 0, speed: 0, cutoffHour: .nan, costPerUnit: 2, costPerKilogram: 1)
      ]
      change(&shop)
      #expect(throws: PlanningProblemError.self) {
        try Planner(input: shop.input, draws: shop.draws, work: WorkContext(threads: 1))
      }
    }
    expectError { $0.settings.scenarios = 0 }
    expectError { $0.settings.scenarios = 65_536 }
    expectError { $0.settings.reviewDays = -1 }
    expectError { $0.settings.reviewDays = .nan }
    expectError { $0.settings.leadTimeFactor = -1 }
    expectError { $0.settings.demandFactor = .nan }
    expectError { $0.demandFactor[1] = -1 }
    expectError {
      $0.network.supply[0] = ScenarioShop.supply(item: 0, cost: 1, mean: -1, deviation: 0)
    }
    expectError {
      $0.network.supply[0] = ScenarioShop.supply(item: 0, cost: 1, mean: 1, deviation: .nan)
    }
    expectError {
      $0.network.transfers[0] = Transfer(
        from: 0, to: 1, leadTimeDays: -.infinity, costPerUnit: 0, costPerLitre: 0)
    }
  }

  /// Figures beyond sense, but figures: numbers come out, and soon.
  @Test func absurdFiguresStayFinite() {
    for (factor, leadFactor, size) in [
      (1e300, 1.0, Float(1.5)), (1e12, 1, .leastNonzeroMagnitude), (1, 1e308, 1.5),
      (1e300, 1e300, .infinity), (1e-300, 1e-300, 1e-30),
    ] {
      var shop = ScenarioShop()
      shop.settings.demandFactor = factor
      shop.settings.leadTimeFactor = leadFactor
      shop.settings.scenarios = 4
      shop.size = size
      for item in 0..<3 { expectSound(shop.draws.draws(ofItem: item), shop) }
    }
  }
}
