import ArgumentParser
import InventoryPlanning
import RetailData

/// What an analyst changes between two solves.
enum PlanChange {
  /// The same problem with one capacity, one penalty, one cut-off, all cut-offs of a speed, or one
  /// item's demand changed; in this order.
  static func usual(_ input: PlanInput, plan: Plan, _ names: PlanNames) throws -> [PlanInput] {
    let facility = names.facilities[scarcest(plan)]
    let speed = names.speeds[min(1, names.speeds.count - 1)]
    let item = names.items[mostWanted(plan, count: input.items.count)]
    let cutoff = busiestCutoff(input, plan).map { row in
      let delivery = input.network.deliveries[row]
      let path = [
        "delivery", names.facilities[Int(delivery.facility)],
        names.regions[Int(delivery.region)], names.speeds[Int(delivery.speed)], "cutoff_hour",
      ].joined(separator: ".")
      return (path, String(max(0, delivery.cutoffHour - 1)))
    }
    return try [
      ("facility.\(facility).outbound_units_per_day", "-10%"),
      ("speed.\(speed).lost_sale_penalty", "+10%"),
      // A network without cut-offs has none to change.
      cutoff ?? ("speed.\(speed).cutoff_shift_hours", "0"),
      ("speed.\(speed).cutoff_shift_hours", "-1"),
      ("item.\(item).demand_factor", "*1.5"),
    ].map { try one("\($0)=\($1)", input, names) }
  }

  /// - Parameter change: As `--set` of `echelon plan` takes it.
  static func one(_ change: String, _ input: PlanInput, _ names: PlanNames) throws -> PlanInput {
    let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw ValidationError("--change: path=value") }
    var changed = input
    try changed.set(String(parts[0]), to: String(parts[1]), names: names)
    return changed
  }

  /// The facility whose outbound flow is nearest to its limit: a change that is felt.
  private static func scarcest(_ plan: Plan) -> Int {
    func share(_ load: Plan.FacilityLoad) -> Double {
      load.outbound.capacity > 0 ? load.outbound.used / load.outbound.capacity : 0
    }
    return plan.loads.indices.max { share(plan.loads[$0]) < share(plan.loads[$1]) } ?? 0
  }

  /// The row with a cut-off that ships most.
  private static func busiestCutoff(_ input: PlanInput, _ plan: Plan) -> Int? {
    input.network.deliveries.indices.filter { input.network.deliveries[$0].cutoffHour > 0 }.max {
      plan.deliveries[$0] < plan.deliveries[$1]
    }
  }

  private static func mostWanted(_ plan: Plan, count: Int) -> Int {
    var units = [Float](repeating: 0, count: count)
    for position in plan.positions { units[Int(position.item)] += position.target }
    return units.indices.max { units[$0] < units[$1] } ?? 0
  }
}
