import InventoryPlanning
import RetailData

/// A network of three buildings, and a forecast, for tests to change.
struct ScenarioShop {
  var items = 3
  var network: Network
  var settings = PlanSettings()
  var weeklyMean: Float = 2
  var size: Float = 1.5
  var handling: [Handling] = [.sortable, .nonSortable, .sortable]
  var demandFactor = [1.0, 1.0, 1.0]
  var weeks = 4

  init() {
    network = Network()
    network.regions = ["north", "south", "west"].map {
      Region(id: $0, name: $0, latitude: 50, longitude: 8)
    }
    network.speeds = [
      Speed(id: "next_day", promiseHours: 24, lostSalePenalty: 2, serviceTarget: .nan),
      Speed(id: "standard", promiseHours: 96, lostSalePenalty: 1, serviceTarget: .nan),
    ]
    network.facilities = [
      Self.facility("DC", .distributionCenter), Self.facility("FC", .fulfillmentCenter),
      Self.facility("NS", .nonSortableCenter),
    ]
    network.transfers = [
      Transfer(from: 0, to: 1, leadTimeDays: 2, costPerUnit: 0.1, costPerLitre: 0),
      Transfer(from: 0, to: 2, leadTimeDays: 3, costPerUnit: 0.1, costPerLitre: 0),
    ]
    network.vendors = [Vendor(id: "V", name: "V"), Vendor(id: "W", name: "W")]
    network.supply = [
      Self.supply(item: 0, cost: 5, mean: 20, deviation: 6),
      Self.supply(item: 0, cost: 4, mean: 10, deviation: 4),
      Self.supply(item: 1, cost: 4, mean: 8, deviation: 0),
    ]
    network.inventory = [
      Stock(facility: 0, item: 0, onHand: 3, inbound: 5),
      Stock(facility: 1, item: 0, onHand: 3, inbound: 2),
    ]
  }

  static func facility(_ id: String, _ kind: FacilityKind) -> Facility {
    Facility(
      id: id, name: id, kind: kind, latitude: 50, longitude: 8, storage: 1000,
      inboundPerDay: 100, outboundPerDay: 100, holdingCost: 0.01)
  }

  static func supply(
    item: Int32, cost: Double, mean: Double, deviation: Double, facility: Int32 = 0
  ) -> Supply {
    Supply(
      vendor: 0, item: item, facility: facility, unitCost: cost, leadTimeMeanDays: mean,
      leadTimeSDDays: deviation, minimumOrder: 1, caseQuantity: 1)
  }

  var input: PlanInput {
    let ones = [Double](repeating: 1, count: items)
    return PlanInput(
      items: ItemFigures(
        price: ones, unitCost: ones, volume: ones, weight: ones, handling: handling,
        category: [Int32](repeating: 0, count: items), demandFactor: demandFactor),
      network: network, settings: settings)
  }

  static let regionShare: [Float] = [0.5, 0.3, 0.2]
  /// Noon to two, mostly: by speed.
  static func hourShare(_ speed: Int, _ hour: Int) -> Float {
    hour == 12 ? (speed == 0 ? 0.5 : 0.25) : hour == 13 ? (speed == 0 ? 0.28 : 0.53) : 0.01
  }

  var forecast: DemandForecast {
    DemandForecast(
      itemCount: items, regionCount: 3, speedCount: 2, weeks: weeks,
      weeklyMean: [Float](repeating: weeklyMean, count: items * weeks),
      size: [Float](repeating: size, count: items),
      regionShare: (0..<items).flatMap { _ in Self.regionShare },
      speedShare: (0..<6).flatMap { row -> [Float] in row == 0 ? [0.75, 0.25] : [0.4, 0.6] },
      hourShare: (0..<2).flatMap { speed in (0..<24).map { Self.hourShare(speed, $0) } })
  }

  var draws: ScenarioDraws { ScenarioDraws(input: input, forecast: forecast) }
}
