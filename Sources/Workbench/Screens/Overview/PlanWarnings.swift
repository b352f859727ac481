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
          place: .plan))
    }
  }

  /// A capacity that is as good as full, and has a price: one more unit of it would save money. A
  /// price of one that is not is what is left of the solve; a plan that is made whole leaves a few
  /// per cent of one that binds.
  static func isFull(_ load: Plan.ResourceLoad) -> Bool {
    load.price > 0 && load.used >= 0.95 * load.capacity
  }

  /// Capacities that are full, the one whose last per cent is worth most first.
  private mutating func addCapacities(_ figures: PlanFigures) {
    var full: [(facility: Int, name: String, unit: String, load: Plan.ResourceLoad, of: Double)] =
      []
    for (number, load) in figures.plan.loads.enumerated() {
      // Planned with is no less than what stands there: the building's own limit says that it is
      // too little.
      let place = figures.input.network.facilities[number]
      full += [
        (number, "storage", "litre", load.storage, place.storage),
        (number, "inbound", "unit a day", load.inbound, place.inboundPerDay),
        (number, "outbound", "unit a day", load.outbound, place.outboundPerDay),
      ].filter { Self.isFull($0.3) }
    }
    let worth = full.map { $0.load.price * $0.load.capacity }
    let order = full.indices.sorted { (worth[$1], $0) < (worth[$0], $1) }
    for (facility, name, unit, load, limit) in order.prefix(Self.namedCapacities).map({ full[$0] })
    {
      let price = NumberText.decimal(load.price, places: NumberText.places(telling: load.price))
      let worth =
        load.capacity > limit + 0.5
        ? "more stands there today than fits" : "one more \(unit) saves \(price) a day"
      let share = NumberText.percent(NetworkTable.share(load.used, of: limit))
      entries.append(
        Warnings.Entry(
          kind: "full",
          text:
            "\(figures.input.network.facilities[facility].title): \(share) of \(name) used under "
            + "the plan; \(worth)", place: .facility(facility)))
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
