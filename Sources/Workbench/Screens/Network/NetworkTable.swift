import InventoryPlanning
import RetailData

/// The facilities as a table: how much of each capacity is used, and what one more unit of it would
/// save.
struct NetworkTable {
  /// As planned with: what stands in one today may be more than it has room for.
  let network: Network
  let rows: [EchelonTree.Row]
  /// Facilities whose storage has no price that means anything: see `PlanFigures`.
  let overfull: Set<Int32>
  /// By facility; nil without a plan.
  let loads: [Plan.FacilityLoad]?
  let key: PlanKey
  /// Litres on hand today, by facility.
  let standing: [Double]
  let short: [Int]?
  let over: [Int]?
  /// Capacities that are used up, by facility.
  let full: [Int]?

  func source(_ name: String, _ basis: AnyQuestion, isTree: Bool) -> TableSource {
    var columns = [
      TableColumn(
        "facility", "Facility",
        .strings(StringColumn(rows.map { $0.title(in: network, isTree: isTree) })),
        .text, width: 14...26, priority: 0),
      TableColumn(
        "kind", "Kind",
        .coded(CodedColumn(rows.map { facility($0).kind.shortTitle })), .text, width: 12...12,
        priority: 7),
    ]
    columns += capacity("storage", "Storage", priority: 1, \.storage, of: \.storage) {
      Self.share(standing[$0], of: facilities[$0].storage)
    }
    columns += capacity("inbound", "Inbound", priority: 3, \.inbound, of: \.inboundPerDay) { _ in
      .nan
    }
    columns += capacity("outbound", "Outbound", priority: 2, \.outbound, of: \.outboundPerDay) {
      _ in .nan
    }
    columns += [
      TableColumn(
        "short", "Short", planned(short.map { short in { Double(short[$0]) } }), .count,
        width: 5...5, priority: 4),
      TableColumn(
        "over", "Over", planned(over.map { over in { Double(over[$0]) } }), .count, width: 4...4,
        priority: 5),
      TableColumn(
        "full", "Used up of 3", planned(full.map { full in { Double(full[$0]) } }), .count,
        width: 12...12, priority: 9),
      TableColumn(
        "facility_id", "ID", .strings(StringColumn(rows.map { facility($0).id })), .text,
        width: 10...10, priority: 8),
    ]
    return TableSource(
      key: TableKey(name: name, basis: basis), rowCount: rows.count, columns: columns,
      subjects: Column(rows.map(\.facility)), noun: "facility")
  }

  /// What the prices are prices of.
  static let priceExplanation =
    "price: what one more saves, per litre and day of storage, per unit in or out"

  /// A capacity's bar, with its price beside it.
  private func capacity(
    _ id: String, _ name: String, priority: Int,
    _ load: KeyPath<Plan.FacilityLoad, Plan.ResourceLoad>, of limit: (Facility) -> Double,
    today: (Int) -> Double
  ) -> [TableColumn] {
    let shares = rows.map { row -> Double in
      let facility = Int(row.facility)
      guard let loads else { return today(facility) }
      return Self.share(loads[facility][keyPath: load].used, of: limit(facilities[facility]))
    }
    let isKnown = loads != nil || shares.contains { !$0.isNaN }
    let prices = planned(
      loads.map { loads in
        { place in
          let isUnknown = load == \.storage && overfull.contains(Int32(place))
          return isUnknown ? .nan : loads[place][keyPath: load].price
        }
      })
    var price = TableColumn(
      "\(id)_price", "price", prices,
      .decimal(NumberText.places(telling: prices.bounds.upperBound)),
      width: loads == nil ? 6...6 : nil, priority: priority)
    price.owner = id
    return [
      TableColumn(
        id, name, isKnown ? .doubles(Column(shares)) : planned(nil), .bar, priority: priority),
      price,
    ]
  }

  private func planned(_ value: ((Int) -> Double)?) -> ColumnValues {
    key.values(rows.count, value.map { value in rows.map { value(Int($0.facility)) } })
  }

  private var facilities: [Facility] { network.facilities }

  private func facility(_ row: EchelonTree.Row) -> Facility { facilities[Int(row.facility)] }

  /// Of a capacity: 1 for full. Unknown without one; without limit nothing is used of it.
  static func share(_ used: Double, of capacity: Double) -> Double {
    if capacity.isInfinite { return used.isFinite ? 0 : .nan }
    return capacity > 0 ? used / capacity : used > 0 ? .infinity : 0
  }
}

extension NumberText {
  /// A share as whole per cent; unknown as a dash.
  static func percent(_ share: Double) -> String {
    share.isNaN ? unknown : decimal(share * 100, places: 0) + " %"
  }

  /// Decimals that tell numbers up to `top` apart: three digits of it, two decimals at least.
  static func places(telling top: Double) -> Int {
    var places = 2
    var scaled = abs(top) * 100
    while scaled < 100, scaled > 0, places < 6 {
      scaled *= 10
      places += 1
    }
    return places
  }
}
