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
      let kept = "\(promise.title): \(PromiseFigures.percent(promise.fillRate))"
      let asked = "\(PromiseFigures.percent(target)) asked for"
      let late = NumberText.decimal(units, places: units < 0.1 ? 3 : 1)
      entries.append(
        Warnings.Entry(
          kind: "promise",
          text: "\(kept) in time under the plan, \(asked); \(late) units a day are not",
          shorter: [
            "\(kept) in time, \(asked); \(late) units a day are not", "\(kept) in time, \(asked)",
          ], place: .plan, figure: promise.targetPath))
    }
  }

  /// Capacities that are full, the one that is worth most first; overfull buildings last.
  private mutating func addCapacities(_ figures: PlanFigures) {
    let full = figures.plan.loads.indices.flatMap { FullCapacity.all(of: $0, figures) }
    let order = full.indices.sorted { (full[$1].worth, $0) < (full[$0].worth, $1) }
    for capacity in order.prefix(Self.namedCapacities).map({ full[$0] }) {
      let wordings = capacity.wordings(figures.input.network.facilities[capacity.facility])
      entries.append(
        Warnings.Entry(
          kind: "full", text: wordings[0], shorter: Array(wordings.dropFirst()),
          place: .facility(capacity.facility)))
    }
    if full.count > Self.namedCapacities {
      let more = counted(full.count - Self.namedCapacities, "more capacity", "more capacities")
      entries.append(
        Warnings.Entry(
          kind: "full", text: "\(more) of buildings used up", place: .network,
          arrangement: Arrangement(filter: "full>0")))
    }
  }

  /// Items of which the whole network has less than half of what it should, the most units missing
  /// first.
  private mutating func addShortItems(_ figures: PlanFigures, _ items: ItemTable) {
    var short = (0..<items.count).map {
      (item: $0, of: ItemShortage(figures.positions(ofItem: $0)))
    }
    .filter { $0.of.missing > 0 }
    short.sort { ($1.of.missing, $0.item) < ($0.of.missing, $1.item) }
    for (item, shortage) in short.prefix(Self.named) {
      let (have, target) = (shortage.have, shortage.target)
      entries.append(
        Warnings.Entry(
          kind: "short",
          text: "\(items.ids[item]) \(items.titles[item]): \(Self.units(have)) of the "
            + "\(Self.units(target)) that should be there or on their way",
          shorter: Self.shorter(
            items.ids[item], items.titles[item],
            "\(Self.units(have)) of \(Self.units(target)) there or on their way"),
          place: .item(item)))
    }
    if short.count > Self.named {
      let more = counted(short.count - Self.named, "more item")
      entries.append(
        Warnings.Entry(
          kind: "short", text: "\(more) of which less than half is there or on its way",
          place: .items,
          arrangement: Arrangement(sortColumn: "short", isDescending: true, filter: "short>0")))
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
    let text = "\(name) is short of \(counted(short[most], "item")), more than any other"
    entries.append(
      Warnings.Entry(
        kind: "short", text: "\(text): less than half of the target there or on its way",
        shorter: ["\(text) building"], place: .facility(most)))
  }

  /// With ever fewer words of an item's title, at last with none.
  private static func shorter(_ id: String, _ title: String, _ rest: String) -> [String] {
    let words = title.split(separator: " ")
    let cut = (1..<max(1, words.count)).reversed().map { count in
      "\(id) \(words.prefix(count).joined(separator: " ")) …: \(rest)"
    }
    return ["\(id) \(title): \(rest)"] + cut + ["\(id): \(rest)"]
  }

  private static func units(_ units: Float) -> String {
    NumberText.short(Double(units), places: units < 10 ? 1 : 0)
  }
}
