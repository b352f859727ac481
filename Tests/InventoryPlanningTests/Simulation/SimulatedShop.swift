import Foundation
import RetailData

@testable import InventoryPlanning

/// A shop small enough for a textbook: one item of one litre, one speed without cut-off, Poisson
/// demand in some regions, centres wherever a test wants them.
struct SimulatedShop {
  var network = Network()
  var settings = SimulationSettings()
  /// Units per day, by region.
  var rates: [Double]
  var price = 11.0
  var unitCost = 1.0

  init(facilities: Int, rates: [Double]) {
    self.rates = rates
    network.speeds = [
      Speed(id: "k", promiseHours: 24, lostSalePenalty: 0, serviceTarget: .nan)
    ]
    network.regions = rates.indices.map {
      Region(id: "r\($0)", name: "", latitude: 0, longitude: Double($0))
    }
    network.vendors = [Vendor(id: "v", name: "v")]
    network.facilities = (0..<facilities).map {
      Facility(
        id: "f\($0)", name: "", kind: .distributionCenter, latitude: 0, longitude: Double($0),
        storage: .infinity, inboundPerDay: .infinity, outboundPerDay: .infinity, holdingCost: 1)
    }
    settings.days = 250
    settings.warmUpDays = 60
    settings.replications = 20
  }

  mutating func deliver(from facility: Int, to region: Int, cost: Double = 1) {
    network.deliveries.append(
      Delivery(
        facility: Int32(facility), region: Int32(region), speed: 0, cutoffHour: .nan,
        costPerUnit: cost, costPerKilogram: 0))
  }

  mutating func supply(_ facility: Int, days: Double, deviation: Double = 0) {
    network.supply.append(
      Supply(
        vendor: 0, item: 0, facility: Int32(facility), unitCost: unitCost, leadTimeMeanDays: days,
        leadTimeSDDays: deviation, minimumOrder: 0, caseQuantity: 1))
  }

  mutating func transfer(from: Int, to: Int, days: Double) {
    network.transfers.append(
      Transfer(
        from: Int32(from), to: Int32(to), leadTimeDays: days, costPerUnit: 0, costPerLitre: 0))
  }

  var input: PlanInput {
    var plan = PlanSettings()
    plan.mode = .target
    plan.reviewDays = 1
    return PlanInput(
      items: ItemFigures(
        price: [price], unitCost: [unitCost], volume: [1], weight: [0], handling: [.sortable],
        category: [0]), network: network, settings: plan)
  }

  var forecast: DemandForecast {
    let total = rates.reduce(0, +)
    return DemandForecast(
      itemCount: 1, regionCount: rates.count, speedCount: 1, weeks: 1,
      weeklyMean: [Float(7 * total)], size: [.infinity],
      regionShare: rates.map { Float($0 / total) },
      speedShare: [Float](repeating: 1, count: 2 * rates.count),
      hourShare: [Float](repeating: 1.0 / 24, count: 24))
  }

  func simulator() throws -> Simulator {
    try Simulator(input: input, forecast: forecast, settings: settings)
  }

  /// Levels by facility, and the sources that the network leaves no choice of.
  func policy(_ levels: [Int32], echelons: Bool = false) throws -> StockPolicy {
    StockPolicy(
      levels: levels, sources: SourceChoice(try SimulationWorld(input)).sources(of: 0),
      countsEchelons: echelons, fulfilment: .nearest)
  }

  func result(_ levels: [Int32], echelons: Bool = false) throws -> SimulationResult {
    try simulator().compare(
      [("policy", policy(levels, echelons: echelons))], work: WorkContext(threads: 2))
  }
}

extension SimulationResult {
  /// Whether a mean over replications is what theory says: within four standard errors, which one
  /// right simulation in fifteen thousand is not.
  func agrees(_ metric: SimulationMetric, with expected: Double) -> Bool {
    let found = interval(metric, of: 0)
    return abs(found.mean - expected) <= 2 * found.halfWidth + 1e-9
  }
}

/// Distributions of counts as lists of probabilities, from none up.
enum Counts {
  static func poisson(_ mean: Double) -> [Double] {
    var list = [exp(-mean)]
    while list.count < 20 + Int(mean + 12 * mean.squareRoot()) {
      list.append(list[list.count - 1] * mean / Double(list.count))
    }
    return list
  }

  static func sum(_ left: [Double], _ right: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: left.count + right.count - 1)
    for (i, p) in left.enumerated() {
      for (j, q) in right.enumerated() { result[i + j] += p * q }
    }
    return result
  }

  /// With probability `share` a draw of the list, else none.
  static func thinned(_ list: [Double], share: Double) -> [Double] {
    var result = list.map { $0 * share }
    result[0] += 1 - share
    return result
  }

  static func mean(_ list: [Double], of value: (Double) -> Double) -> Double {
    list.enumerated().reduce(0) { $0 + $1.element * value(Double($1.offset)) }
  }
}
