import InventoryPlanning
import RetailData

/// Why an item stands where it did not: what its own figures were changed to, what the prices of
/// the building's capacities did, or where else it went.
struct MoveCauses {
  private let now: PlanFigures
  private let before: PlanFigures
  private let items: ItemTable
  private let facilities: [Facility]
  /// Where the price of room means nothing, in one plan or the other.
  private let overfull: Set<Int32>
  /// Changed figures of items, by the items' ids.
  private let ownFigures: [String: String]

  init(_ now: PlanFigures, _ before: PlanFigures, dataset: Dataset) {
    self.now = now
    self.before = before
    items = dataset.items
    facilities = now.input.network.facilities
    overfull = now.overfull.union(before.overfull)
    var own: [String: String] = [:]
    for path in now.changes.differing(from: before.changes) {
      guard path.hasPrefix("item."), let end = path.lastIndex(of: ".") else { continue }
      let start = path.index(path.startIndex, offsetBy: 5)
      if start < end { own[String(path[start..<end])] = String(path[path.index(after: end)...]) }
    }
    ownFigures = own
  }

  /// - Parameter change: By facility, how many units more there are of the item.
  func text(item: Int, facility: Int, change: [Double]) -> String {
    var parts: [String] = []
    if let field = ownFigures[items.ids[item]] { parts.append("its \(field) was changed") }
    if let price = priceChange(item: item, facility: facility) { parts.append(price) }
    if let other = counterpart(of: facility, change) {
      let name = facilities[other].shownName
      parts.append(change[facility] < 0 ? "at \(name) instead" : "instead of \(name)")
    }
    if parts.isEmpty { parts.append("no single price") }
    return parts.joined(separator: "; ")
  }

  /// The capacity whose price changed by most for a unit of the item.
  private func priceChange(item: Int, facility: Int) -> String? {
    let (new, old) = (now.plan.loads[facility], before.plan.loads[facility])
    let litreDays = now.input.items.volume[item] * now.input.settings.reviewDays
    var prices: [(name: String, old: Double, new: Double, use: Double)] = [
      ("inbound", old.inbound.price, new.inbound.price, 1),
      ("outbound", old.outbound.price, new.outbound.price, 1),
    ]
    if !overfull.contains(Int32(facility)) {
      prices.append(("storage", old.storage.price, new.storage.price, litreDays))
    }
    let most = prices.max { abs($0.new - $0.old) * $0.use < abs($1.new - $1.old) * $1.use }
    guard let most, abs(most.new - most.old) > 0.01 * max(abs(most.old), abs(most.new)),
      abs(most.new - most.old) * most.use > 0.001 * now.input.items.unitCost[item]
    else { return nil }
    // What changed comes first: where the column is narrow, the end goes.
    let change = NumberText.signed(most.new - most.old, Self.price)
    return "\(most.name) price \(change) to \(Self.price(most.new))"
  }

  /// Where the most of the item went, or came from.
  private func counterpart(of facility: Int, _ change: [Double]) -> Int? {
    let sign = change[facility] < 0 ? 1.0 : -1.0
    let other = change.indices.max { change[$0] * sign < change[$1] * sign }
    guard let other, change[other] * sign > 0.25 * abs(change[facility]) else { return nil }
    return other
  }

  private static func price(_ value: Double) -> String {
    NumberText.short(value, places: value.magnitude < 0.1 ? 4 : value.magnitude < 10 ? 3 : 2)
  }
}
