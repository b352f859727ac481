import RetailData
import Testing

@testable import InventoryPlanning

/// The linear program that `--export-lp` writes, against costs worked out by hand.
@Suite struct ExtensiveFormTests {
  private struct FixedDraws: DrawSource {
    let items: [ItemDraws]
    func draws(ofItem item: Int) -> ItemDraws { items[item] }
  }

  private func program(_ input: PlanInput, _ draws: [ItemDraws]) throws -> MPSProgram {
    var bytes: [UInt8] = []
    try ExtensiveForm(input: input, draws: FixedDraws(items: draws))
      .write(work: WorkContext(threads: 1)) { bytes += $0 }
    return try MPSProgram(String(decoding: bytes, as: UTF8.self))
  }

  private func facility(
    _ id: String, _ kind: FacilityKind, storage: Double = .infinity, inbound: Double = .infinity,
    outbound: Double = .infinity, holding: Double = 0
  ) -> Facility {
    Facility(
      id: id, name: id, kind: kind, latitude: 0, longitude: 0, storage: storage,
      inboundPerDay: inbound, outboundPerDay: outbound, holdingCost: holding)
  }

  private func supply(_ facility: Int32, cost: Double) -> Supply {
    Supply(
      vendor: 0, item: 0, facility: facility, unitCost: cost, leadTimeMeanDays: 5,
      leadTimeSDDays: 0, minimumOrder: 0, caseQuantity: 1)
  }

  /// One item of 2 litres and 3 kilograms, price 10.
  private func input(_ network: Network, mode: PlanMode, scenarios: Int) -> PlanInput {
    var settings = PlanSettings()
    settings.mode = mode
    settings.scenarios = scenarios
    settings.reviewDays = 7
    return PlanInput(
      items: ItemFigures(
        price: [10], unitCost: [4], volume: [2], weight: [3], handling: [.sortable],
        category: [0]),
      network: network, settings: settings)
  }

  /// Newsvendor: with z units for demands d the cost is what delivery, leftovers and lost sales
  /// come to, per cycle of 12 days.
  @Test(arguments: [0.0, 3, 5, 8, 20]) func oneFacilityIsANewsvendor(quantity: Double) throws {
    var network = Network()
    network.regions = [Region(id: "R", name: "R", latitude: 0, longitude: 0)]
    network.speeds = [
      Speed(id: "only", promiseHours: 48, lostSalePenalty: 1.5, serviceTarget: .nan)
    ]
    network.facilities = [facility("F", .fulfillmentCenter, storage: 50, holding: 0.01)]
    network.deliveries = [
      Delivery(
        facility: 0, region: 0, speed: 0, cutoffHour: .nan, costPerUnit: 1, costPerKilogram: 0.1)
    ]
    network.vendors = [Vendor(id: "V", name: "V")]
    network.supply = [supply(0, cost: 4)]
    let demands = [2.0, 5, 11, 6]
    let draws = ItemDraws(
      scenarios: 4, epochs: 2, epochEnds: [7, 12, 7, 12, 7, 12, 7, 12],
      supplyLeadTimes: [5, 5, 5, 5], inboundArrivals: [],
      orders: demands.enumerated().map {
        ItemDraws.Order(scenario: $0, epoch: 1, region: 0, speed: 0, hour: 9, units: Float($1))
      })
    let program = try program(input(network, mode: .target, scenarios: 4), [draws])

    var point = ["zi0v0": quantity]
    var expected = 0.0
    for (scenario, demand) in demands.enumerated() {
      let sold = min(demand, quantity)
      point["xi0f0c\(scenario)"] = sold
      // Delivery 1.3 a unit, a leftover 12 days × 2 l × 0.01, a lost sale 10 − 4 + 1.5.
      expected += (1.3 * sold + 0.24 * (quantity - sold) + 7.5 * (demand - sold)) / 4 / 12
    }
    #expect(program.broken(by: point) == [])
    // Sums of a handful of doubles.
    #expect(abs(program.cost(point) - expected) < 1e-12)
    // One unit more than there is, more than is asked for, or more than there is room for.
    point["xi0f0c0"] = demands[0] + 1
    #expect(program.broken(by: point).contains("Di0c0"))
    point["xi0f0c0"] = min(demands[0], quantity)
    point["xi0f0c2"] = quantity + 0.5
    #expect(program.broken(by: point).contains("Ci0f0e1w2"))
    #expect(program.broken(by: ["zi0v0": 25.5]) == ["storage0"])
  }

  /// A centre above a site, stock at the centre today, one unit of everything.
  @Test func lanesLoadWhatTheyCross() throws {
    var network = Network()
    network.regions = [Region(id: "R", name: "R", latitude: 0, longitude: 0)]
    network.speeds = [
      Speed(id: "fast", promiseHours: 12, lostSalePenalty: 2, serviceTarget: 0.5),
      Speed(id: "slow", promiseHours: 48, lostSalePenalty: 1, serviceTarget: .nan),
    ]
    network.facilities = [
      facility("DC", .distributionCenter, storage: 100, inbound: 100, outbound: 100, holding: 0.01),
      facility("SD", .sameDaySite, storage: 100, inbound: 100, outbound: 100, holding: 0.03),
    ]
    network.transfers = [
      Transfer(from: 0, to: 1, leadTimeDays: 1, costPerUnit: 0.2, costPerLitre: 0.05)
    ]
    network.deliveries = [
      Delivery(
        facility: 1, region: 0, speed: 0, cutoffHour: 12, costPerUnit: 2, costPerKilogram: 0),
      Delivery(
        facility: 0, region: 0, speed: 1, cutoffHour: .nan, costPerUnit: 1, costPerKilogram: 0),
    ]
    network.vendors = [Vendor(id: "V", name: "V")]
    network.supply = [supply(0, cost: 4), supply(1, cost: 4.5)]
    network.inventory = [Stock(facility: 0, item: 0, onHand: 6, inbound: 2)]
    // L^t = 1, so epochs end after 8, 9 and 14 days.
    let draws = ItemDraws(
      scenarios: 1, epochs: 3, epochEnds: [8, 9, 14], supplyLeadTimes: [7, 9],
      inboundArrivals: [8, 99],
      orders: [
        ItemDraws.Order(scenario: 0, epoch: 0, region: 0, speed: 0, hour: 11, units: 3),
        ItemDraws.Order(scenario: 0, epoch: 1, region: 0, speed: 0, hour: 13, units: 4),
      ])
    let program = try program(input(network, mode: .state, scenarios: 1), [draws])
    let (cycles, orders) = (1.0 / 14, 1.0 / 7)

    // Holding at the site 14 × 2 × 0.03 = 0.84; at the centre 0.28, less than 0.84 + 0.3.
    let cross = try #require(program.columns["zi0v0t0"])
    #expect(abs(cross.cost - cycles * (0.3 + 0.84)) < 1e-12)
    // It lands after 8 days: too late for the first day, in time for the epoch after the first.
    #expect(
      cross.entries == [
        "Ci0f1e1w0": -1, "Ci0f1e2w0": -1, "storage1": 2, "inbound1": orders, "inbound0": orders,
        "outbound0": orders,
      ])
    let dear = try #require(program.columns["zi0v1"])
    #expect(abs(dear.cost - cycles * (0.5 + 0.84)) < 1e-12)
    #expect(dear.entries == ["Ci0f1e2w0": -1, "storage1": 2, "inbound1": orders])
    let move = try #require(program.columns["zi0t0"])
    #expect(abs(move.cost - cycles * (0.3 + 0.84 - 0.28)) < 1e-12)
    #expect(
      move.entries == [
        "Hi0f0": 1, "Ci0f0e0w0": 1, "Ci0f0e1w0": 1, "Ci0f0e2w0": 1, "Ci0f1e0w0": -1,
        "Ci0f1e1w0": -1, "Ci0f1e2w0": -1, "storage0": -2, "storage1": 2, "outbound0": orders,
        "inbound1": orders,
      ])
    let later = try #require(program.columns["Ti0t0e1w0"])
    #expect(
      later.entries == [
        "Ci0f0e1w0": 1, "Ci0f0e2w0": 1, "Ci0f1e1w0": -1, "Ci0f1e2w0": -1, "outbound0": cycles,
        "inbound1": cycles,
      ])
    // Placed before noon: same-day, from the site. After noon nobody can: it becomes a slow order,
    // which either may serve if the row is in time, and counts for no target.
    let fast = try #require(program.columns["xi0f1c0"])
    #expect(fast.entries["target0"] == cycles && program.columns["xi0f0c0"] == nil)
    #expect(abs(fast.cost - cycles * (2 - 0.84 - 8)) < 1e-12)
    let slow = try #require(program.columns["xi0f0c1"])
    #expect(slow.entries == ["Di0c1": 1, "Ci0f0e1w0": 1, "Ci0f0e2w0": 1, "outbound0": cycles])
    #expect(abs(slow.cost - cycles * (1 - 0.28 - 7)) < 1e-12)
    #expect(program.columns["xi0f1c1"] == nil)
    // What is there: 6 at once, 2 more once they have landed, on day 8 of the first 8.
    #expect(program.rows["Ci0f0e0w0"]?.limit == 6 && program.rows["Ci0f0e1w0"]?.limit == 8)
    #expect(program.rows["storage0"]?.limit == 84.0)
    #expect(program.rows["target0"]?.limit == 0.5 * 3 * cycles)
    #expect(program.columns["s0"]?.cost == 260.0 / 7)
    // Nothing done: 8 units are left over, and all is lost.
    let constant = try #require(program.columns["one"]?.cost)
    #expect(abs(constant - cycles * (0.28 * 8 + 3 * 8 + 4 * 7)) < 1e-12)
  }
}
