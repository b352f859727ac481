import RetailData
import TestSupport
import Testing

@testable import InventoryPlanning

/// What is missing from fill targets is part of what a simulation costs, as it is of what a plan
/// costs.
@Suite struct FillTargetTests {
  private func target(
    _ share: Double, category: Int32 = -1, price: Double = 5
  ) -> PlanningProblem.FillTarget {
    PlanningProblem.FillTarget(
      category: category, speed: 0, share: share, demand: 0, price: price)
  }

  private func simulator(_ targets: [PlanningProblem.FillTarget]) throws -> Simulator {
    var shop = SimulatedShop(facilities: 1, rates: [4])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 0)
    return try shop.simulator().charging(targets)
  }

  private func result(
    _ targets: [PlanningProblem.FillTarget], level: Int32
  ) throws -> SimulationResult {
    let simulator = try simulator(targets)
    let policy = StockPolicy(
      levels: [level], sources: SourceChoice(simulator.world).sources(of: 0),
      countsEchelons: false, fulfilment: .nearest)
    return try simulator.compare([("policy", policy)], work: WorkContext(threads: 2))
  }

  /// Charged by hand: price times what is missing from the target share, of all runs together.
  @Test func missingUnitsAreCharged() throws {
    let found = try result([target(0.95)], level: 4)
    let tallies = found.policies[0].tallies
    let (asked, served) = (
      tallies.reduce(0) { $0 + $1.ordered }, tallies.reduce(0) { $0 + $1.served[0] }
    )
    #expect(Double(served) < 0.95 * Double(asked))
    let missing = 0.95 * Double(asked) - Double(served)
    let charged = tallies.reduce(0) { $0 + $1.missedTargets }
    // Sums of a few thousands.
    #expect(abs(charged - 5 * missing) < 1e-6)
    for tally in tallies { #expect(tally.cost == tally.spent + tally.missedTargets) }
    #expect(found.interval(.missedTargetsPerOrder, of: 0).mean > 0)
  }

  /// A target that is met on the whole costs nothing, though single runs miss it; without targets
  /// the costs are those of before.
  @Test func whatIsMetIsNotCharged() throws {
    let plain = try result([], level: 6)
    let served = plain.interval(.onTimeShare, of: 0)
    let runs = plain.values(.onTimeShare, of: 0)
    let goal = served.mean - 1e-3
    #expect(runs.contains { $0 < goal })
    let met = try result([target(goal)], level: 6)
    #expect(met.values(.missedTargetsPerOrder, of: 0).allSatisfy { $0 == 0 })
    #expect(met.values(.costPerOrder, of: 0) == plain.values(.costPerOrder, of: 0))
  }

  /// The plan's own count of what is missing, category by category, of a random shop.
  @Test(arguments: 1...4) func targetsOfCategoriesCountTheirItems(seed: UInt64) throws {
    let shop = RandomShop(seed: seed)
    var input = shop.input
    let categories = Set(input.items.category.filter { $0 >= 0 }).sorted()
    input.serviceTargets = categories.map {
      ServiceTarget(category: $0, speed: 0, share: 0.99)
    }
    var settings = shop.settings
    settings.replications = 2
    let targets = categories.map { target(0.99, category: $0) } + [target(0.9)]
    let simulator = try Simulator(input: input, forecast: shop.forecast, settings: settings)
      .charging(targets)
    let policy = simulator.localPolicy()
    let tallies = try simulator.tallies([policy], work: WorkContext(threads: 1))[0]
    for (number, category) in categories.enumerated() {
      var (asked, days) = (0, 0)
      for run in 0..<2 {
        let length = simulator.warmUpDays + settings.days
        let trace = simulator.demand.trace(
          items: 0..<simulator.world.itemCount, replication: run, days: length)
        days += settings.days
        for place in Int(trace.dayStart[simulator.warmUpDays])..<trace.orders.count {
          let order = trace.orders.pointer[place]
          guard order.speed == 0, input.items.category[Int(order.item)] == category else {
            continue
          }
          asked += Int(order.units)
        }
      }
      let goal = tallies.reduce(0) { $0 + simulator.world.fill.goal(number, in: $1) }
      #expect(abs(goal - 0.99 * Double(asked)) < 1e-9 * max(1, goal))
    }
  }

  /// Calibration stocks more where a missed target costs more.
  @Test func calibrationWorksTowardsTargets() throws {
    var effort = Calibrator.Effort()
    effort.days = 60
    effort.shopReplications = 3
    effort.itemReplications = 6
    effort.rounds = 4
    func level(_ targets: [PlanningProblem.FillTarget]) throws -> Int32 {
      let simulator = try simulator(targets)
      let policy = StockPolicy(
        levels: [3], sources: SourceChoice(simulator.world).sources(of: 0),
        countsEchelons: false, fulfilment: .nearest)
      return try Calibrator(simulator, effort: effort).calibrated(
        policy, prices: SharedPrices(facilities: 1), work: WorkContext(threads: 1)
      ).policy.levels[0]
    }
    #expect(try level([target(0.999, price: 200)]) > level([]))
  }
}
