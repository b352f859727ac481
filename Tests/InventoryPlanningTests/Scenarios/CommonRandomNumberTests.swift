import InventoryPlanning
import RetailData
import Synchronization
import Testing

/// What makes two plans comparable: what differs between their scenarios is what was changed.
struct CommonRandomNumberTests {
  private func all(_ shop: ScenarioShop) -> [ItemDraws] {
    let draws = shop.draws
    return (0..<shop.items).map { draws.draws(ofItem: $0) }
  }

  @Test func moneyCapacitiesAndCutoffsChangeNoDraw() {
    var shop = ScenarioShop()
    shop.network.deliveries = [
      Delivery(
        facility: 0, region: 0, speed: 0, cutoffHour: 12, costPerUnit: 2, costPerKilogram: 1)
    ]
    let before = all(shop)
    shop.network.deliveries = [
      Delivery(
        facility: 0, region: 0, speed: 0, cutoffHour: 18, costPerUnit: 3, costPerKilogram: 2)
    ]
    shop.network.facilities = shop.network.facilities.map {
      Facility(
        id: $0.id, name: $0.name, kind: $0.kind, latitude: 0, longitude: 0, storage: 1,
        inboundPerDay: 1, outboundPerDay: 1, holdingCost: 9)
    }
    shop.network.speeds = shop.network.speeds.map {
      Speed(id: $0.id, promiseHours: $0.promiseHours, lostSalePenalty: 50, serviceTarget: 0.9)
    }
    shop.settings.storageBasis = .shelf
    shop.settings.servicePriceFactor = 9
    var input = shop.input
    input.items.price = [5, 6, 7]
    input.items.volume = [5, 6, 7]
    let after = ScenarioDraws(input: input, forecast: shop.forecast)
    for item in 0..<3 { #expect(after.draws(ofItem: item) == before[item]) }
  }

  @Test func oneItemChangesNoOther() {
    var shop = ScenarioShop()
    let before = all(shop)
    shop.demandFactor = [1, 7, 1]
    shop.handling[1] = .sortable
    shop.network.supply.insert(
      ScenarioShop.supply(item: 1, cost: 1, mean: 40, deviation: 20), at: 0)
    shop.network.inventory.insert(Stock(facility: 0, item: 1, onHand: 1, inbound: 1), at: 0)
    let after = all(shop)
    #expect(after[0] == before[0])
    #expect(after[1] != before[1])
    #expect(after[2] == before[2])
  }

  @Test func moreScenariosKeepTheFirst() {
    var shop = ScenarioShop()
    let few = all(shop)
    shop.settings.scenarios = 50
    let many = all(shop)
    for (few, many) in zip(few, many) {
      #expect(Array(many.epochEnds.prefix(16 * 3)) == few.epochEnds)
      #expect(many.orders.filter { $0.scenario < 16 } == few.orders)
      let rows = few.supplyLeadTimes.count / 16
      for row in 0..<rows {
        #expect(
          Array(many.supplyLeadTimes[row * 50..<row * 50 + 16])
            == Array(few.supplyLeadTimes[row * 16..<(row + 1) * 16]))
      }
      for facility in 0..<3 {
        #expect(
          Array(many.inboundArrivals[facility * 50..<facility * 50 + 16])
            == Array(few.inboundArrivals[facility * 16..<(facility + 1) * 16]))
      }
    }
  }

  /// A little more demand is the same orders and a few more: no order gets smaller, whether units
  /// are placed singly (2 a week), in lumps (5,000), or partly (180, about 256 an epoch).
  @Test(arguments: [Float(2), 180, 5_000])
  func moreDemandKeepsEveryOrder(weeklyMean: Float) {
    var shop = ScenarioShop()
    shop.weeklyMean = weeklyMean
    shop.size = 20
    shop.settings.scenarios = 32
    let before = shop.draws.draws(ofItem: 0)
    shop.settings.demandFactor = 1.02
    let after = shop.draws.draws(ofItem: 0)
    let places = after.unitsByPlace
    for (place, units) in before.unitsByPlace {
      #expect(places[place, default: 0] >= units, "\(place)")
    }
    #expect(before.epochEnds == after.epochEnds)
    // Quantiles grow by the factor, up to a unit an epoch.
    let more = after.totalUnits - before.totalUnits
    #expect(more > 0)
    #expect(more < 0.03 * before.totalUnits + 32 * 3)
  }

  @Test func twiceTheSameAndAnotherSeedOrPurposeDiffers() {
    var shop = ScenarioShop()
    let before = all(shop)
    #expect(all(shop) == before)
    let fresh = ScenarioDraws(input: shop.input, forecast: shop.forecast, purpose: .checking)
    #expect(fresh.draws(ofItem: 0).supplyLeadTimes != before[0].supplyLeadTimes)
    #expect(fresh.draws(ofItem: 0).orders != before[0].orders)
    shop.settings.seed = 1 << 40 + 1
    #expect(all(shop)[0].supplyLeadTimes != before[0].supplyLeadTimes)
    #expect(all(shop)[1].orders != before[1].orders)
  }

  @Test func sameFromAnyThread() throws {
    var shop = ScenarioShop()
    shop.items = 40
    shop.handling = [Handling](repeating: .sortable, count: 40)
    shop.demandFactor = [Double](repeating: 1, count: 40)
    let draws = shop.draws
    let alone = (0..<40).map { draws.draws(ofItem: $0) }
    let found = Mutex([Int: ItemDraws]())
    try WorkContext(threads: 4).forEachChunk(of: 40, chunk: 1) { _, items in
      for item in items.reversed() {
        let own = draws.draws(ofItem: item)
        found.withLock { $0[item] = own }
      }
    }
    for item in 0..<40 { #expect(found.withLock { $0[item] } == alone[item]) }
  }
}
