import InventoryPlanning
import RetailData

/// What the analyst should look at in a plan, each with where to look: promises below their target,
/// capacities that are used up, items of which too little is there.
struct PlanWarnings {
  private(set) var entries: [Warnings.Entry] = []

  /// Items named one by one; the rest are counted.
  private static let named = 3
  private static let namedCapacities = 4

  init(_ figures: PlanFigures, _ items: ItemTable) {
    addPromises(figures)
    addCapacities(figures)
    addShortItems(figures, items)
    addShortFacilities(figures)
  }

  /// A promise kept less often than its target says.
  private mutating func addPromises(_ figures: PlanFigures) {
    for promise in PromiseFigures.all(of: figures) where promise.isMissed {
      guard let target = promise.target else { continue }
      let units = (1 - promise.fillRate) * promise.demand
      let late = NumberText.decimal(units, places: units < 0.1 ? 3 : 1)
      entries.append(
        Warnings.Entry(
          kind: "promise",
          text: "\(promise.title): \(PromiseFigures.percent(promise.fillRate)) in time under the "
            + "plan, \(PromiseFigures.percent(target)) asked for; \(late) units a day are not",
          place: .plan, figure: promise.targetPath))
    }
  }

  /// A capacity that is as good as full, and has a price: one more unit of it would save money. A
  /// price of one that is not is what is left of the solve; a plan that is made whole leaves a few
  /// per cent of one that binds.
  static func isFull(_ load: Plan.ResourceLoad) -> Bool {
    load.price > 0 && load.used >= 0.95 * load.capacity
  }

  private struct FullCapacity {
    let facility: Int
    let name: String
    let unit: String
    let load: Plan.ResourceLoad
    /// The building's own.
    let limit: Double
    /// More stands there than fits: what a litre more would save is not known.
    var isOverfull = false

    var worth: Double { isOverfull ? 0 : load.price * load.capacity }

    var consequence: String {
      if isOverfull { return "more stands there today than fits" }
      let price = NumberText.decimal(load.price, places: NumberText.places(telling: load.price))
      return "one more \(unit) saves \(price) a day"
    }
  }

  /// Capacities that are full, the one that is worth most first; overfull buildings last.
  private mutating func addCapacities(_ figures: PlanFigures) {
    var full: [FullCapacity] = []
    let overfull = figures.overfull
    for (number, load) in figures.plan.loads.enumerated() {
      let place = figures.input.network.facilities[number]
      let capacities = [
        FullCapacity(
          facility: number, name: "storage", unit: "litre", load: load.storage,
          limit: place.storage, isOverfull: overfull.contains(Int32(number))),
        FullCapacity(
          facility: number, name: "inbound", unit: "unit a day", load: load.inbound,
          limit: place.inboundPerDay),
        FullCapacity(
          facility: number, name: "outbound", unit: "unit a day", load: load.outbound,
          limit: place.outboundPerDay),
      ]
      full += capacities.filter { $0.isOverfull || Self.isFull($0.load) }
    }
    let order = full.indices.sorted { (full[$1].worth, $0) < (full[$0].worth, $1) }
    for capacity in order.prefix(Self.namedCapacities).map({ full[$0] }) {
      let share = NumberText.percent(NetworkTable.share(capacity.load.used, of: capacity.limit))
      let place = figures.input.network.facilities[capacity.facility]
      entries.append(
        Warnings.Entry(
          kind: "full",
          text: "\(place.title): \(share) of \(capacity.name) used under the plan; "
            + capacity.consequence, place: .facility(capacity.facility)))
    }
    if full.count > Self.namedCapacities {
      let more = counted(full.count - Self.namedCapacities, "more capacity", "more capacities")
      entries.append(
        Warnings.Entry(kind: "full", text: "\(more) of buildings used up", place: .network))
    }
  }

  /// Items of which the whole network has less than half of what it should, the most units missing
  /// first.
  private mutating func addShortItems(_ figures: PlanFigures, _ items: ItemTable) {
    var short: [(item: Int, have: Float, target: Float)] = []
    for item in 0..<items.count {
      let positions = figures.positions(ofItem: item)
      let have = positions.reduce(0) { $0 + $1.onHand + $1.inbound }
      let target = positions.reduce(0) { $0 + $1.target }
      if StockBalance(onHand: have, inbound: 0, target: target) == .short {
        short.append((item, have, target))
      }
    }
    short.sort { ($1.target - $1.have, $0.item) < ($0.target - $0.have, $1.item) }
    for (item, have, target) in short.prefix(Self.named) {
      entries.append(
        Warnings.Entry(
          kind: "short",
          text: "\(items.ids[item]) \(items.titles[item]): \(Self.units(have)) of the "
            + "\(Self.units(target)) that should be there or on their way", place: .item(item)))
    }
    if short.count > Self.named {
      let more = counted(short.count - Self.named, "more item")
      entries.append(
        Warnings.Entry(
          kind: "short", text: "\(more) of which less than half is there or on its way",
          place: .items))
    }
  }

  private mutating func addShortFacilities(_ figures: PlanFigures) {
    var short = [Int](repeating: 0, count: figures.input.network.facilities.count)
    for position in figures.plan.positions where StockBalance(position) == .short {
      short[Int(position.facility)] += 1
    }
    guard let most = short.indices.max(by: { (short[$0], $1) < (short[$1], $0) }), short[most] > 0
    else { return }
    let name = figures.input.network.facilities[most].title
    entries.append(
      Warnings.Entry(
        kind: "short",
        text: "\(name) is short of \(counted(short[most], "item")), more than any other: less than "
          + "half of the target there or on its way", place: .facility(most)))
  }

  private static func units(_ units: Float) -> String {
    NumberText.short(Double(units), places: units < 10 ? 1 : 0)
  }
}
