import Foundation
import RetailData
import Testing

@testable import InventoryPlanning

@Suite struct PolicyTests {
  /// Orders come in cases, and never fewer than the vendor takes.
  @Test func casesAndMinimumOrders() throws {
    var shop = SimulatedShop(facilities: 1, rates: [1])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 1)
    shop.network.supply[0].caseQuantity = 6
    shop.network.supply[0].minimumOrder = 10
    let simulator = try shop.simulator()
    let memory = ReplicationMemory(items: 0..<1, facilities: 1)
    var run = simulator.replication(0, simulator.tables(try shop.policy([5])), memory: memory)
    run.recorder = ReplayRecorder(.item(0), facilities: 1)
    let trace = simulator.demand.trace(items: 0..<1, replication: 0, days: 310)
    run.run(trace, warmUp: 0)
    let orders = try #require(run.recorder).days.map(\.bought).filter { $0 > 0 }
    #expect(!orders.isEmpty)
    #expect(orders.allSatisfy { $0 % 6 == 0 && $0 >= 12 })
  }

  /// A door that lets three through lets no more than three through, and what finds it shut is
  /// served a day late or lost.
  @Test func doorsHoldBack() throws {
    var shop = SimulatedShop(facilities: 1, rates: [6])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 0)
    shop.network.facilities[0].outboundPerDay = 3
    let result = try shop.result([50])
    let shipped = result.policies[0].tallies.map { Double($0.shipped) / 250 }
    #expect(shipped.allSatisfy { $0 <= 3 + 3.0 / 250 })
    #expect(result.interval(.onTimeShare, of: 0).mean < 0.51)
    #expect(result.interval(.outboundWaiting, of: 0).mean <= 3)
  }

  /// A room as large as what stands in it on average: about half of the runs need more, all of them
  /// together do not.
  @Test func roomsAreKeptOnAverageOrNot() throws {
    var shop = SimulatedShop(facilities: 1, rates: [6])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 2)
    let litres = try shop.result([50]).interval(.stockLitres, of: 0).mean
    for (room, count) in [(1.000_1, 0), (0.999_9, 1)] {
      shop.network.facilities[0].storage = room * litres
      let result = try shop.result([50])
      #expect(result.capacitiesExceededOnAverage(by: 0) == count)
      #expect((0.2...0.8).contains(result.interval(.capacitiesExceeded, of: 0).mean))
    }
  }

  /// The goods of a dock that takes two a day wait in front of it, and no more come than are sold.
  @Test func docksHoldBack() throws {
    var shop = SimulatedShop(facilities: 1, rates: [6])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 0)
    shop.network.facilities[0].inboundPerDay = 2
    let result = try shop.result([20])
    let served = result.interval(.fillRate, of: 0).mean * 6
    #expect(abs(served - 2) < 0.05)
    #expect(result.interval(.inboundWaiting, of: 0).mean > 5)
  }

  /// The last unit of a place that alone can serve its own customers is kept for them.
  @Test func priceKeepsTheLastUnit() throws {
    var shop = SimulatedShop(facilities: 2, rates: [2, 2])
    shop.supply(0, days: 6)
    shop.supply(1, days: 6)
    // The first facility serves both, the second only its own region: a little dearer.
    shop.deliver(from: 0, to: 0, cost: 1)
    shop.deliver(from: 0, to: 1, cost: 1)
    shop.deliver(from: 1, to: 1, cost: 1.2)
    let simulator = try shop.simulator()
    let nearest = try shop.policy([18, 18])
    let result = try simulator.compare(
      [("nearest", nearest), ("priced", simulator.priced(nearest))],
      work: WorkContext(threads: 2))
    #expect(result.difference(.costPerOrder, 1, minus: 0).high < 0)
    #expect(result.difference(.lostShare, 1, minus: 0).high < 0)
  }

  /// Orders as they came: the purchases of the last days, each once.
  @Test func historyIsWhatWasBought() throws {
    var shop = SimulatedShop(facilities: 1, rates: [2])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 0)
    shop.settings.days = 20
    shop.settings.warmUpDays = 5
    let lines = (0..<90).map { line in
      PurchaseLine(
        customer: line % 3, item: 0,
        time: Timestamp(seconds: UInt32(line / 2 * 86_400 + line % 2 * 40_000)),
        quantity: Float(line % 4))
    }
    let dataset = Dataset(
      name: "history",
      items: ItemTable(
        ids: Identifiers(["a"]), titles: StringColumn(["a"]), categories: CodedColumn([""]),
        brands: CodedColumn([""]), prices: Column([11]), unitCosts: Column([1]),
        volumes: Column([1]), weights: Column([0]), handling: Column([0])),
      customers: CustomerTable(
        ids: Identifiers(["x", "y", "z"]), names: StringColumn(["x", "y", "z"]),
        regions: Column([0, 0, -1])),
      purchases: Purchases(lines: lines, customerCount: 3, itemCount: 1), network: shop.network)
    let simulator = try Simulator(
      input: shop.input, forecast: shop.forecast, history: dataset, settings: shop.settings)
    let result = try simulator.compare(
      [("all", try shop.policy([500]))], work: WorkContext(threads: 1))
    // Of 45 days the last 20; customers without a region live nowhere.
    let expected = (50..<90).filter { $0 % 3 != 2 }.reduce(0) { $0 + $1 % 4 }
    #expect(result.policies[0].tallies.allSatisfy { $0.ordered == expected })
    #expect(result.interval(.fillRate, of: 0).mean == 1)
    shop.settings.days = 41
    #expect(throws: HistoryTooShort(days: 45, needed: 46)) {
      try Simulator(
        input: shop.input, forecast: shop.forecast, history: dataset, settings: shop.settings)
    }
  }

  @Test func poissonTailAgreesWithSums() {
    for mean in [0.01, 0.5, 3, 40, 700.0] {
      let list = Counts.poisson(mean)
      for count in [0, 1, 2, 5, 30, 45, 690, 760] {
        let tail = 1 - list.prefix(count).reduce(0, +)
        let found = PoissonTail.probability(atLeast: Int32(count), mean: mean)
        // Beyond a mean of 600 the normal distribution stands in: its skewness is 1/√m.
        #expect(abs(found - tail) < (mean > 600 ? 0.01 : 1e-7))
      }
    }
  }

  /// The great circle from Paris to Berlin is 878 km.
  @Test func distances() {
    let far = SimulationWorld.kilometres(48.8566, 2.3522, 52.52, 13.405)
    #expect(abs(far - 878) < 2)
    #expect(SimulationWorld.kilometres(48, .nan, 52, 13).isNaN)
  }

  @Test func spreadKeepsTheTotal() {
    #expect(StockPolicy.spread(7, in: [1, 1, 1]) == [3, 2, 2])
    #expect(StockPolicy.spread(1, in: [0.2, 0.5, 0.3]) == [0, 1, 0])
    #expect(StockPolicy.spread(5, in: [0, 0]) == [0, 0])
  }

  @Test func studentQuantiles() {
    // Tables: 3.182 for 3, 2.776 for 4, 2.228 for 10, 2.040 for 31.
    for (freedom, expected) in [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (10, 2.228)] {
      #expect(abs(Interval.studentQuantile(freedom: freedom) / expected - 1) < 0.003)
    }
    #expect(Interval([2, 4]).mean == 3)
    #expect(Interval([3]).halfWidth == .infinity)
    #expect(Interval([3, 3]).halfWidth == 0)
  }
}
