import RetailData
import TestSupport

@testable import InventoryPlanning

/// A shop of a few items and facilities, so small that every vector of levels can be tried: what is
/// best is known, whatever way of searching is asked.
///
/// Drawn at random: each facility has a region next to it and can serve the others for more; goods
/// come from a vendor, in some shops through the first facility. Rooms bind in two of three shops,
/// doors in two of three.
struct TinyShop {
  var input: PlanInput
  let forecast: DemandForecast
  var settings = SimulationSettings()
  let countsEchelons: Bool
  let fulfilment: FulfilmentPolicy

  init(seed: UInt64, items: Int, facilities: Int) {
    var random = SeededGenerator(seed: 1_000 * UInt64(10 * items + facilities) + seed)
    let hasDoors = seed % 3 != 1
    let hasRooms = seed % 3 != 0
    let rates = (0..<items).map { _ in
      Double.random(in: hasDoors ? 0.4...1.2 : 0.15...0.6, using: &random)
    }
    let volumes = (0..<items).map { _ in Double.random(in: 1...4, using: &random) }
    let prices = (0..<items).map { _ in Double.random(in: 8...20, using: &random) }

    var network = Network()
    network.speeds = [
      Speed(
        id: "k", promiseHours: 24, lostSalePenalty: Double.random(in: 0...3, using: &random),
        serviceTarget: .nan)
    ]
    network.vendors = [Vendor(id: "v", name: "v")]
    let demand = rates.reduce(0, +)
    let litres = zip(rates, volumes).reduce(0) { $0 + $1.0 * $1.1 }
    let isLed = Bool.random(using: &random)
    for number in 0..<facilities {
      network.regions.append(
        Region(id: "r\(number)", name: "", latitude: 0, longitude: Double(number)))
      // What stands there is worth one to four days' sales.
      network.facilities.append(
        Facility(
          id: "f\(number)", name: "", kind: .distributionCenter, latitude: 0,
          longitude: Double(number),
          storage: hasRooms ? litres * Double.random(in: 1...4, using: &random) : .infinity,
          inboundPerDay: .infinity,
          outboundPerDay: hasDoors
            ? max(1, demand * Double.random(in: 0.7...1.1, using: &random)) : .infinity,
          holdingCost: Double.random(in: 0.01...0.1, using: &random)))
      for region in 0..<facilities {
        network.deliveries.append(
          Delivery(
            facility: Int32(number), region: Int32(region), speed: 0, cutoffHour: .nan,
            costPerUnit: region == number
              ? Double.random(in: 0.5...1.5, using: &random)
              : Double.random(in: 2...5, using: &random),
            costPerKilogram: 0))
      }
      if isLed, number > 0 {
        network.transfers.append(
          Transfer(from: 0, to: Int32(number), leadTimeDays: 1, costPerUnit: 0.2, costPerLitre: 0))
        continue
      }
      for item in 0..<items {
        let mean = Double.random(in: hasDoors ? 0.5...1.5 : 1...4, using: &random)
        network.supply.append(
          Supply(
            vendor: 0, item: Int32(item), facility: Int32(number), unitCost: 0.5 * prices[item],
            leadTimeMeanDays: mean, leadTimeSDDays: 0.3 * mean, minimumOrder: 0, caseQuantity: 1))
      }
    }
    var plan = PlanSettings()
    plan.mode = .target
    plan.reviewDays = 1
    input = PlanInput(
      items: ItemFigures(
        price: prices, unitCost: prices.map { 0.5 * $0 }, volume: volumes,
        weight: [Double](repeating: 0, count: items),
        handling: [Handling](repeating: .sortable, count: items),
        category: [Int32](repeating: 0, count: items)), network: network, settings: plan)
    forecast = DemandForecast(
      itemCount: items, regionCount: facilities, speedCount: 1, weeks: 1,
      weeklyMean: rates.map { Float(7 * $0 * Double(facilities)) },
      size: [Float](repeating: .infinity, count: items),
      regionShare: [Float](repeating: 1 / Float(facilities), count: items * facilities),
      speedShare: [Float](repeating: 1, count: Handling.allCases.count * facilities),
      hourShare: [Float](repeating: 1.0 / 24, count: 24))
    settings.days = 60
    settings.warmUpDays = 10
    settings.seed = seed
    countsEchelons = Bool.random(using: &random)
    fulfilment = seed % 2 == 0 ? .priced : .nearest
  }
}

extension TinyShop {
  func simulator(seed: UInt64, replications: Int = 1) throws -> Simulator {
    var settings = settings
    settings.seed = seed
    settings.replications = replications
    return try Simulator(input: input, forecast: forecast, settings: settings)
  }

  /// Newsvendors, as if no room or door would ever be full.
  func localPolicy(_ simulator: Simulator) -> StockPolicy {
    var policy = simulator.localPolicy()
    policy.countsEchelons = countsEchelons
    guard fulfilment == .priced else { return policy }
    return simulator.priced(policy, prices: SharedPrices(facilities: simulator.world.facilityCount))
  }

  func calibrated(effort: Calibrator.Effort) throws -> CalibratedPolicy {
    let simulator = try simulator(seed: settings.seed)
    return try Calibrator(simulator, effort: effort).calibrated(
      localPolicy(simulator), prices: SharedPrices(facilities: simulator.world.facilityCount),
      work: WorkContext(threads: 2))
  }
}
