import InventoryPlanning
import RetailData
import TestSupport
import Testing

@Suite struct ReachTableTests {
  @Test(arguments: 0..<200)
  func agreesWithLookingAtEverything(seed: Int) {
    let random = RandomReach(seed: UInt64(seed))
    let facilities = random.network.facilities.count
    let hasOpen = random.network.deliveries.contains {
      !($0.cutoffHour <= 0) || Int($0.speed) == random.network.speeds.count - 1
    }
    let today = ReachTable(today: random.input)
    let plan = random.plan(seed: UInt64(seed) + 1_000)
    let planned = ReachTable(under: plan, of: random.input)
    #expect((today != nil) == hasOpen && (planned != nil) == hasOpen)
    guard let today, let planned else { return }
    for item in 0..<random.items.count {
      var units = [Double](repeating: 0, count: facilities)
      for row in random.network.inventory where Int(row.item) == item {
        units[Int(row.facility)] += row.onHand
      }
      let rows = plan.positions.filter { Int($0.item) == item }
      let alone = ReachTable(of: item, under: rows, of: random.input)
      var targets = [Double](repeating: 0, count: facilities)
      for row in rows { targets[Int(row.facility)] += Double(row.target) }
      for region in random.network.regions.indices {
        let wanted = random.reach(item, region, units: units, fewest: 1)
        #expect(today[item, region] == wanted)
        #expect(
          planned[item, region] == random.reach(item, region, units: targets, fewest: 0.5))
        #expect(alone?[item, region] == planned[item, region])
        guard let promise = wanted.promise else { continue }
        let within = Set(
          random.network.deliveries.filter {
            Int($0.region) == region && $0.speed == promise.speed
              && random.network.facilities[Int($0.facility)].kind
                .mayHold(random.items.handling[item])
              && (!($0.cutoffHour <= 0) || Int($0.speed) == random.network.speeds.count - 1)
          }.map(\.facility)
        ).reduce(0) { $0 + units[Int($1)] }
        #expect(abs(today.units(of: item, to: region, at: Int(promise.speed)) - within) < 1e-9)
      }
      #expect(today[item, -1] == nil)
    }
  }

  @Test func nothingIsKnownWithoutDeliveries() {
    var network = SmallShop.network
    network.deliveries = []
    let items = SmallShop.input.input.items
    #expect(ReachTable(today: PlanInput(items: items, network: network)) == nil)
    #expect(ReachTable(today: PlanInput(items: items, network: Network())) == nil)
  }

  @Test func emptyShelvesAreShortAndPlacesNobodyDeliversToAreUnserved() throws {
    let table = try #require(ReachTable(today: SmallShop.input.input))
    // Sortable items reach every region; the large pot may stand only in the centre, which
    // delivers nowhere.
    for region in 0..<3 {
      #expect(table[0, region] == .short && table[2, region] == .short)
      #expect(table[1, region] == .unserved)
      #expect(table.promptness(0, region) == 0)
    }
    #expect(table.promptness().allSatisfy { $0 == 0 })
  }

  @Test func theCheapestOfEquallyFastFacilitiesSends() throws {
    var (input, _) = SmallShop.input
    var network = input.network
    network.facilities[2].kind = .sameDaySite
    network.deliveries = [
      Delivery(
        facility: 2, region: 0, speed: 0, cutoffHour: .nan, costPerUnit: 1, costPerKilogram: 4),
      Delivery(
        facility: 1, region: 0, speed: 0, cutoffHour: 14, costPerUnit: 3, costPerKilogram: 0),
      Delivery(
        facility: 0, region: 0, speed: 1, cutoffHour: .nan, costPerUnit: 0, costPerKilogram: 0),
    ]
    network.inventory = (0..<3).flatMap { facility in
      [0, 2].map {
        Stock(facility: Int32(facility), item: Int32($0), onHand: 5, inbound: 0)
      }
    }
    input.network = network
    input.items.weight = [0.1, 1, 2]
    let table = try #require(ReachTable(today: input))
    let light = try #require(table[0, 0]?.promise)
    #expect(light.facility == 2 && light.cutoffHour.isNaN && abs(light.cost - 1.4) < 1e-9)
    let heavy = try #require(table[2, 0]?.promise)
    #expect(heavy.facility == 1 && heavy.cutoffHour == 14 && heavy.cost == 3)
    #expect(table.units(of: 0, to: 0, at: 0) == 10)
    #expect(table.units(of: 0, to: 0, at: 1) == 5)
  }

  @Test func waitingHalvesPromptness() {
    #expect(ReachTable.promptness(hours: 0) == 1)
    #expect(ReachTable.promptness(hours: 48) == 0.5)
    #expect(ReachTable.promptness(hours: 96) == 0.25)
    #expect(ReachTable.promptness(hours: .infinity) == 0)
    #expect(ReachTable.promptness(hours: .nan) == 0)
    #expect(ReachTable.promptness(hours: -5) == 1)
  }

  @Test func promptnessIsThatOfTheSoonestPromise() throws {
    for seed in 0..<20 {
      let random = RandomReach(seed: UInt64(seed))
      guard let table = ReachTable(today: random.input) else { continue }
      let all = table.promptness()
      for region in random.network.regions.indices {
        for item in 0..<random.items.count {
          let hours = table[item, region]?.promise.map {
            random.network.speeds[Int($0.speed)].promiseHours
          }
          let wanted = hours.map { ReachTable.promptness(hours: $0) } ?? 0
          #expect(Double(all[region * random.items.count + item]) == Double(Float(wanted)))
          #expect(table.promptness(item, region) == wanted)
        }
      }
    }
  }
}
