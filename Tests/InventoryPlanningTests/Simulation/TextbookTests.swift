import RetailData
import Testing

@testable import InventoryPlanning

/// Systems whose long-run means are known exactly. An order of an evening with a lead time of L
/// days is on the shelf on the morning L + 1 days later.
@Suite struct TextbookTests {
  /// Goods ordered in the evening are there in the morning: every day is a newsvendor's.
  @Test(arguments: [3, 5, 8]) func newsvendor(level: Int) throws {
    var shop = SimulatedShop(facilities: 1, rates: [4])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 0)
    let result = try shop.result([Int32(level)])
    let demand = Counts.poisson(4)
    let left = Counts.mean(demand) { max(0, Double(level) - $0) }
    let lost = Counts.mean(demand) { max(0, $0 - Double(level)) }
    // A unit that is lost costs its margin of 10; a unit left, its holding cost of 1 a day; one
    // sold, 1 to deliver. Per unit ordered: the ratio of means, both over very many days.
    #expect(result.agrees(.stock, with: left))
    #expect(result.agrees(.costPerOrder, with: (10 * lost + left + (4 - lost)) / 4))
  }

  /// The best level is the one of the critical ratio (Arrow, Harris & Marschak 1951).
  @Test func bestLevelIsTheCriticalQuantile() throws {
    var shop = SimulatedShop(facilities: 1, rates: [4])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 0)
    let simulator = try shop.simulator()
    let levels = 3...10
    let result = try simulator.compare(
      levels.map { ("\($0)", try shop.policy([Int32($0)])) }, work: WorkContext(threads: 2))
    let costs = result.policies.indices.map { result.interval(.costPerOrder, of: $0).mean }
    let best = costs.indices.min { costs[$0] < costs[$1] }.map { 3 + $0 }
    // Missing costs 10 less the delivery that is saved; left over costs 1.
    #expect(best == Int(Textbook.poissonQuantile(9.0 / 10, mean: 4)))
  }

  /// Poisson demand, base stock, random lead times that may overtake each other, customers who
  /// wait: what is missing on an evening is the demand of the days whose orders are still out.
  @Test(arguments: [12, 20]) func baseStockWithRandomLeadTime(level: Int) throws {
    var shop = SimulatedShop(facilities: 1, rates: [2.5])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 5, deviation: 2.5)
    shop.settings.unserved = .backordered
    let result = try shop.result([Int32(level)])

    let days = LeadTimeTable(shop.input).days.elements
    let day = Counts.poisson(2.5)
    // Of today none has come; of `age` days ago what takes at least so long has not.
    var missing = day
    for age in 1...40 {
      let share = Double(days.count { Int($0) >= age }) / Double(days.count)
      missing = Counts.sum(missing, Counts.thinned(day, share: share))
      while missing.count > 1, missing[missing.count - 1] < 1e-15 { missing.removeLast() }
    }
    #expect(result.agrees(.stock, with: Counts.mean(missing) { max(0, Double(level) - $0) }))
    #expect(result.agrees(.backlog, with: Counts.mean(missing) { max(0, $0 - Double(level)) }))
    // Little's law: what is on its way is the rate times the time it takes.
    let mean = days.reduce(0) { $0 + Double($1) } / Double(days.count)
    #expect(result.agrees(.inTransit, with: 2.5 * (mean + 1)))
  }

  /// Two stages in a row under echelon base stock, customers who wait (Clark & Scarf 1960): the
  /// upper stage passes on what it has, the lower one lives on it.
  @Test(arguments: [(8, 14), (8, 4), (12, 10)])
  func serialSystem(upper: Int, lower: Int) throws {
    var shop = SimulatedShop(facilities: 2, rates: [2])
    shop.deliver(from: 1, to: 0)
    shop.supply(0, days: 4)
    shop.transfer(from: 0, to: 1, days: 2)
    shop.settings.unserved = .backordered
    let result = try shop.result([Int32(upper), Int32(lower)], echelons: true)
    let whole = Double(upper + lower)
    var (stock, backlog) = (0.0, 0.0)
    let during = Counts.poisson(2 * 3)
    for (first, p) in Counts.poisson(2 * 5).enumerated() {
      let passed = min(Double(lower), whole - Double(first))
      stock += p * max(0, whole - Double(first) - Double(lower))
      stock += p * Counts.mean(during) { max(0, passed - $0) }
      backlog += p * Counts.mean(during) { max(0, $0 - passed) }
    }
    #expect(result.agrees(.stock, with: stock))
    #expect(result.agrees(.backlog, with: backlog))
  }

  /// In a row, installation stock is echelon stock by another name (Axsäter & Rosling 1993): an
  /// upper stage that counts what it owes the lower one does as well as one that counts it along.
  @Test func installationStockInARowIsEchelonStock() throws {
    var shop = SimulatedShop(facilities: 2, rates: [2])
    shop.deliver(from: 1, to: 0)
    shop.supply(0, days: 4)
    shop.transfer(from: 0, to: 1, days: 2)
    shop.settings.unserved = .backordered
    let simulator = try shop.simulator()
    let tallies = try simulator.tallies(
      [shop.policy([8, 14]), shop.policy([8, 14], echelons: true)], work: WorkContext(threads: 2))
    #expect(tallies[0] == tallies[1])
  }

  /// Two places that may serve each other's customers are one (Eppen 1979); two that may not are
  /// two.
  @Test func pooling() throws {
    func lost(isPooled: Bool) throws -> SimulationResult {
      var shop = SimulatedShop(facilities: 2, rates: [3, 3])
      for facility in 0..<2 {
        shop.supply(facility, days: 0)
        for region in 0..<2 where isPooled || region == facility {
          shop.deliver(from: facility, to: region, cost: region == facility ? 1 : 2)
        }
      }
      return try shop.result([4, 4])
    }
    let own = Counts.mean(Counts.poisson(3)) { max(0, $0 - 4) } / 3
    let pooled = Counts.mean(Counts.poisson(6)) { max(0, $0 - 8) } / 6
    #expect(try lost(isPooled: false).agrees(.lostShare, with: own))
    #expect(try lost(isPooled: true).agrees(.lostShare, with: pooled))
    #expect(pooled < 0.7 * own)
  }
}
