import RetailData

@testable import InventoryPlanning

/// A shop small enough to check by hand, with the awkward names that real data has.
enum SmallShop {
  static let itemIDs = ["tea", "pot.large", "mug"]

  static func dataset(
    prices: [Float] = [2.55, 20, 5], unitCosts: [Float] = [.nan, 12, .nan],
    volumes: [Float] = [0.5, .nan, 1.5], weights: [Float] = [.nan, .nan, .nan],
    network: Network = SmallShop.network
  ) -> Dataset {
    let items = ItemTable(
      ids: Identifiers(itemIDs), titles: StringColumn(itemIDs),
      categories: CodedColumn(["drink", "home.ware", ""]), brands: CodedColumn(["", "", ""]),
      prices: Column(prices), unitCosts: Column(unitCosts), volumes: Column(volumes),
      weights: Column(weights), handling: Column([0, 1, 0]))
    return Dataset(
      name: "small", items: items,
      customers: CustomerTable(
        ids: Identifiers([String]()), names: StringColumn([String]()), regions: Column([Int32]())),
      purchases: Purchases(lines: [], customerCount: 0, itemCount: itemIDs.count),
      network: network)
  }

  /// `LDN` and `LDN.1` are two facilities; so are the regions `south` and `1.south`.
  static var network: Network {
    var network = Network()
    network.regions = ["south", "1.south", "north"].map {
      Region(id: $0, name: $0, latitude: 51, longitude: 0)
    }
    network.speeds = [
      Speed(id: "same_day", promiseHours: 12, lostSalePenalty: 4, serviceTarget: 0.9),
      Speed(id: "standard", promiseHours: 72, lostSalePenalty: 1, serviceTarget: .nan),
    ]
    network.facilities = [
      facility("LDN", .distributionCenter), facility("LDN.1", .sameDaySite),
      facility("BHM1", .fulfillmentCenter),
    ]
    network.vendors = [Vendor(id: "acme", name: "Acme"), Vendor(id: "b.v.", name: "B.V.")]
    network.transfers = [
      Transfer(from: 0, to: 1, leadTimeDays: 1, costPerUnit: 0.2, costPerLitre: 0.05),
      Transfer(from: 0, to: 2, leadTimeDays: 2, costPerUnit: 0.3, costPerLitre: 0.1),
    ]
    network.deliveries = [
      delivery(1, 0, 0, cutoff: 14), delivery(1, 1, 0, cutoff: 23), delivery(2, 2, 1, cutoff: .nan),
    ]
    network.supply = [
      supply(vendor: 0, item: 0, unitCost: 1), supply(vendor: 1, item: 0, unitCost: 0.8),
      supply(vendor: 0, item: 1, unitCost: .nan),
    ]
    network.inventory = []
    return network
  }

  private static func facility(_ id: String, _ kind: FacilityKind) -> Facility {
    Facility(
      id: id, name: id, kind: kind, latitude: 51, longitude: 0, storage: 10_000,
      inboundPerDay: .infinity, outboundPerDay: 500, holdingCost: 0.01)
  }

  private static func delivery(_ facility: Int32, _ region: Int32, _ speed: Int32, cutoff: Double)
    -> Delivery
  {
    Delivery(
      facility: facility, region: region, speed: speed, cutoffHour: cutoff, costPerUnit: 3,
      costPerKilogram: 0.5)
  }

  private static func supply(vendor: Int32, item: Int32, unitCost: Double) -> Supply {
    Supply(
      vendor: vendor, item: item, facility: 0, unitCost: unitCost, leadTimeMeanDays: 10,
      leadTimeSDDays: 2, minimumOrder: 12, caseQuantity: 6)
  }

  static var input: (input: PlanInput, names: PlanNames) {
    let data = dataset()
    var notices: [Notice] = []
    return (PlanInput(dataset: data, notices: &notices), PlanNames(data))
  }
}
