import InventoryPlanning
import RetailData

/// A capacity of a facility that is full under a plan, or in which more stands than fits.
struct FullCapacity {
  let facility: Int
  let name: String
  let unit: String
  let load: Plan.ResourceLoad
  /// The building's own.
  let limit: Double
  /// More stands there than fits: what a litre more would save is not known.
  var isOverfull = false

  /// Those of one facility.
  static func all(of facility: Int, _ figures: PlanFigures) -> [FullCapacity] {
    let place = figures.input.network.facilities[facility]
    let load = figures.plan.loads[facility]
    return [
      FullCapacity(
        facility: facility, name: "storage", unit: "litre", load: load.storage,
        limit: place.storage, isOverfull: figures.isOverfull(facility)),
      FullCapacity(
        facility: facility, name: "inbound", unit: "unit a day", load: load.inbound,
        limit: place.inboundPerDay),
      FullCapacity(
        facility: facility, name: "outbound", unit: "unit a day", load: load.outbound,
        limit: place.outboundPerDay),
    ].filter { $0.isOverfull || isFull($0.load) }
  }

  /// A capacity that is as good as full, and has a price: one more unit of it would save money. A
  /// price of one that is not is what is left of the solve; a plan that is made whole leaves a few
  /// per cent of one that binds.
  private static func isFull(_ load: Plan.ResourceLoad) -> Bool {
    load.price > 0 && load.used >= 0.95 * load.capacity
  }

  var worth: Double { isOverfull ? 0 : load.price * load.capacity }

  /// What is said of it, the longest wording first.
  func wordings(_ place: Facility) -> [String] {
    let share = NumberText.percent(NetworkTable.share(load.used, of: limit))
    let brief = consequence(String(unit.prefix { $0 != " " }))
    return [
      "\(place.title): \(share) of \(name) used under the plan; \(consequence(unit))",
      "\(place.title): \(share) of \(name) used; \(brief)",
      "\(place.title): \(name) \(share); \(brief)",
    ]
  }

  /// - Parameter unit: One more of what.
  private func consequence(_ unit: String) -> String {
    if isOverfull { return "more stands there today than fits" }
    let price = NumberText.decimal(load.price, places: NumberText.places(telling: load.price))
    return "one more \(unit) saves \(price) a day"
  }
}
