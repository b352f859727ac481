import RetailData
import TestSupport

@testable import InventoryPlanning

/// A random network with stock, and its reach worked out by looking at everything, one question at
/// a time.
struct RandomReach {
  var network = Network()
  var items: ItemFigures

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...8, using: &random)
    items = ItemFigures(
      price: [Double](repeating: 1, count: count), unitCost: [Double](repeating: 1, count: count),
      volume: [Double](repeating: 1, count: count),
      weight: (0..<count).map { _ in Double.random(in: 0...9, using: &random) },
      handling: (0..<count).map { _ in Bool.random(using: &random) ? .sortable : .nonSortable },
      category: [Int32](repeating: 0, count: count))
    network.regions = (0..<Int.random(in: 1...5, using: &random)).map {
      Region(id: "r\($0)", name: "r\($0)", latitude: .nan, longitude: .nan)
    }
    network.speeds = (0..<Int.random(in: 1...4, using: &random)).map {
      Speed(
        id: "k\($0)", promiseHours: 12 * Double($0 + 1), lostSalePenalty: 0, serviceTarget: .nan)
    }
    network.facilities = (0..<Int.random(in: 1...7, using: &random)).map {
      Facility(
        id: "f\($0)", name: "f\($0)",
        kind: FacilityKind.allCases.randomElement(using: &random) ?? .distributionCenter,
        latitude: .nan, longitude: .nan, storage: 1, inboundPerDay: 1, outboundPerDay: 1,
        holdingCost: 0)
    }
    for facility in network.facilities.indices {
      for region in network.regions.indices {
        for speed in network.speeds.indices where Int.random(in: 0..<3, using: &random) == 0 {
          network.deliveries.append(
            Delivery(
              facility: Int32(facility), region: Int32(region), speed: Int32(speed),
              cutoffHour: [.nan, 0, 12, 18.5].randomElement(using: &random) ?? .nan,
              // Few values, so that equal costs are common.
              costPerUnit: Double(Int.random(in: 1...3, using: &random)),
              costPerKilogram: Double(Int.random(in: 0...1, using: &random))))
        }
      }
      for item in 0..<count where Bool.random(using: &random) {
        network.inventory.append(
          Stock(
            facility: Int32(facility), item: Int32(item),
            onHand: [0, 0.4, 0.6, 1, 30].randomElement(using: &random) ?? 0, inbound: 5))
      }
    }
    network.deliveries.shuffle(using: &random)
    network.inventory.shuffle(using: &random)
  }

  var input: PlanInput { PlanInput(items: items, network: network) }

  /// The plan's positions, of which only the targets matter; every fifth is missing.
  func plan(seed: UInt64) -> Plan {
    var random = SeededGenerator(seed: seed)
    var plan = Plan()
    for item in 0..<items.count {
      for facility in network.facilities.indices where Int.random(in: 0..<5, using: &random) > 0 {
        plan.positions.append(
          Plan.Position(
            item: Int32(item), facility: Int32(facility), onHand: 9, inbound: 0,
            target: [0, 0.2, 0.5, 0.7, 4].randomElement(using: &random) ?? 0, buy: 0,
            transferIn: 0, transferOut: 9))
      }
    }
    return plan
  }

  /// Units of an item by facility, and the fewest that count.
  func reach(_ item: Int, _ region: Int, units: [Double], fewest: Double) -> Reach {
    let rows = network.deliveries
    let possible = rows.indices.filter { row in
      let delivery = rows[row]
      let facility = network.facilities[Int(delivery.facility)]
      let isLast = Int(delivery.speed) == network.speeds.count - 1
      return Int(delivery.region) == region && facility.kind.mayHold(items.handling[item])
        && (isLast || !(delivery.cutoffHour <= 0))
    }
    if possible.isEmpty { return .unserved }
    func cost(_ row: Int) -> Double {
      rows[row].costPerUnit + items.weight[item] * rows[row].costPerKilogram
    }
    func order(_ row: Int) -> (Double, Double, Int32) {
      (network.speeds[Int(rows[row].speed)].promiseHours, cost(row), rows[row].facility)
    }
    let best = possible.filter { units[Int(rows[$0].facility)] >= fewest }
      .min { order($0) < order($1) }
    guard let best else { return .short }
    return .promised(
      Promise(
        speed: rows[best].speed, facility: rows[best].facility, delivery: Int32(best),
        cutoffHour: rows[best].cutoffHour, cost: cost(best)))
  }
}
