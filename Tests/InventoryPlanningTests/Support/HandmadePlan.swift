import Foundation
import InventoryPlanning
import RetailData

/// A planning problem with a closed form: one speed, sortable items of one litre that weigh
/// nothing, centres that a vendor brings everything to, stock chosen freely (target mode), and the
/// demand of each item written down by scenario and region.
struct HandmadePlan {
  var items: ItemFigures
  var network = Network()
  var settings = PlanSettings()
  /// Units: `[item][scenario][region]`.
  var demand: [[[Double]]]
  /// Days from an order until the one after it has arrived.
  var cycle = 10.0

  /// - Parameters:
  ///   - worth: Of a unit sold, before its delivery: price less unit cost, by item.
  ///   - holding: Money a unit and cycle that a unit left over costs, by facility.
  ///   - delivery: Money a unit from each facility to each region; nil where there is no way.
  init(
    worth: [Double], holding: [Double], delivery: [[Double?]], demand: [[[Double]]]
  ) {
    let count = worth.count
    items = ItemFigures(
      price: worth.map { $0 + 10 }, unitCost: worth.map { _ in 10 },
      volume: [Double](repeating: 1, count: count), weight: [Double](repeating: 0, count: count),
      handling: [Handling](repeating: .sortable, count: count),
      category: [Int32](repeating: 0, count: count))
    self.demand = demand
    settings.mode = .target
    settings.scenarios = demand.first?.count ?? 1
    network.speeds = [
      Speed(id: "k", promiseHours: 24, lostSalePenalty: 0, serviceTarget: .nan)
    ]
    network.regions = (0..<(delivery.first?.count ?? 0)).map {
      Region(id: "r\($0)", name: "", latitude: 0, longitude: 0)
    }
    network.vendors = [Vendor(id: "v", name: "v")]
    network.facilities = holding.enumerated().map {
      Facility(
        id: "f\($0)", name: "", kind: .distributionCenter, latitude: 0, longitude: 0,
        storage: .infinity, inboundPerDay: .infinity, outboundPerDay: .infinity,
        holdingCost: $1 / cycle)
    }
    for facility in holding.indices {
      for region in network.regions.indices {
        guard let cost = delivery[facility][region] else { continue }
        network.deliveries.append(
          Delivery(
            facility: Int32(facility), region: Int32(region), speed: 0, cutoffHour: .nan,
            costPerUnit: cost, costPerKilogram: 0))
      }
      for item in worth.indices {
        network.supply.append(
          Supply(
            vendor: 0, item: Int32(item), facility: Int32(facility), unitCost: 10,
            leadTimeMeanDays: 3, leadTimeSDDays: 0, minimumOrder: 0, caseQuantity: 1))
      }
    }
  }

  var input: PlanInput { PlanInput(items: items, network: network, settings: settings) }

  var draws: [ItemDraws] {
    demand.enumerated().map { item, scenarios in
      ItemDraws(
        scenarios: scenarios.count, epochs: 2,
        epochEnds: [Double](repeating: cycle, count: 2 * scenarios.count),
        supplyLeadTimes: [Double](
          repeating: 3, count: network.supply.count { $0.item == item } * scenarios.count),
        inboundArrivals: [],
        orders: scenarios.enumerated().flatMap { scenario, regions in
          regions.enumerated().map { region, units in
            ItemDraws.Order(
              scenario: scenario, epoch: 0, region: region, speed: 0, hour: 12, units: Float(units))
          }
        })
    }
  }

  var oracle: OracleProgram { OracleProgram(input, draws: draws) }

  /// The planner's answer, as near to the optimum as `gap` says.
  func solved(gap: Double = 1e-4) throws -> PlanAnswer {
    let work = WorkContext(threads: 1)
    let planner = try Planner(input: input, draws: FixedDraws(items: draws), work: work)
    let goal = PlanGoal(gap: gap, iterationLimit: 50_000, fractional: true)
    return try planner.solve(goal, work: work).answer
  }

  func optimum() throws -> Double { try ExternalSolver.clp.solve(oracle.program).cost }
}

/// The newsvendor's problem over equally likely demands: what is left over costs `over`, what is
/// missing costs `under`, a unit (Arrow, Harris & Marschak 1951).
struct Newsvendor {
  let over: Double
  let under: Double
  let demands: [Double]

  /// The smallest quantity that meets demand with probability `under / (under + over)`.
  var quantity: Double {
    let sorted = demands.sorted()
    let rank = (under / (under + over) * Double(sorted.count)).rounded(.up)
    return sorted[min(max(Int(rank), 1), sorted.count) - 1]
  }

  func cost(_ quantity: Double) -> Double {
    demands.reduce(0) {
      $0 + max(0, quantity - $1) * over + max(0, $1 - quantity) * under
    } / Double(demands.count)
  }

  var leastCost: Double { cost(quantity) }
}

/// Distributions for closed forms, by textbook formulas.
enum Textbook {
  /// Φ.
  static func normalDistribution(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  static func normalDensity(_ z: Double) -> Double {
    exp(-z * z / 2) / (2 * Double.pi).squareRoot()
  }

  /// Φ⁻¹ by bisection.
  static func normalQuantile(_ share: Double) -> Double {
    var (low, high) = (-10.0, 10.0)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if normalDistribution(middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  static func poissonQuantile(_ share: Double, mean: Double) -> Double {
    var (count, probability) = (0.0, exp(-mean))
    var sum = probability
    while sum < share {
      count += 1
      probability *= mean / count
      sum += probability
    }
    return count
  }

  /// The middles of `count` equal shares of probability.
  static func shares(_ count: Int) -> [Double] {
    (0..<count).map { (Double($0) + 0.5) / Double(count) }
  }
}
