import InventoryPlanning
import RetailData

/// Regions with the likely next buyers of an item who live there, and how soon they could have it.
struct RegionTable {
  let homes: NextBuyersQuestion.Homes
  /// Nil where the data does not say who delivers where.
  let today: ItemReach?
  /// Nil where there is no plan yet.
  let planned: ItemReach?

  func source(_ network: Network, _ key: TableKey) -> TableSource {
    let text = ReachText(network: network)
    let regions = network.regions.indices
    var columns = [
      TableColumn(
        "region", "Region", .strings(StringColumn(regions.map { text.name($0) })), .text,
        width: 8...24, priority: 0),
      TableColumn(
        "share", "Share", .doubles(Column(homes.shares)), .bar, width: 14...30, priority: 1),
      TableColumn(
        "next_buyers", "Next buyers", .integers(Column(homes.counts)), .count, priority: 6),
      TableColumn("bought", "Bought", .integers(Column(homes.bought)), .count, priority: 7),
    ]
    columns += Self.columns(today, "today", "Today", text, priority: 2)
    columns += Self.columns(planned, "planned", "After the plan", text, priority: 4)
    return TableSource(
      key: key, rowCount: regions.count, columns: columns,
      subjects: Column([Int32](repeating: -1, count: regions.count)), noun: "region")
  }

  /// A promise, and the units from which it can be kept.
  private static func columns(
    _ reach: ItemReach?, _ id: String, _ title: String, _ text: ReachText, priority: Int
  ) -> [TableColumn] {
    guard let reach else { return [] }
    return [
      TableColumn(
        id, title, .strings(StringColumn(reach.regions.map { text.short($0) })), .text,
        width: 10...14, priority: priority),
      TableColumn(
        "\(id)_units", "Units", .doubles(Column(reach.units)), .count, priority: priority + 1),
    ]
  }
}

extension TableSource {
  /// Without regions there is nowhere to live.
  static let nowhere = TableSource(
    key: TableKey(name: "next buyers"), rowCount: 0,
    columns: [
      TableColumn("region", "Region", .strings(StringColumn([String]())), .text, priority: 0),
      TableColumn("share", "Share", .doubles(Column([Double]())), .bar, priority: 1),
    ], noun: "region")
}
