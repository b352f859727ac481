import InventoryPlanning
import RetailData

/// Quantiles of the coming weeks, a row a week.
struct ForecastTable {
  let dataset: Dataset
  let forecast: DemandForecast
  let items: Range<Int>
  /// Nil: all regions together.
  let region: Int?
  let end: Timestamp
  let format: OutputFormat

  static let quantiles: [(name: String, p: Double)] = [
    ("q10", 0.1), ("q25", 0.25), ("q50", 0.5), ("q75", 0.75), ("q90", 0.9), ("q95", 0.95),
    ("q99", 0.99),
  ]

  /// A person who asked for one item sees its name above the table.
  private var namesItems: Bool { format != .table || items.count != 1 }

  private var columns: [ResultColumn] {
    let names: [ResultColumn] =
      namesItems
      ? [ResultColumn("item_id", heading: "item", .text), ResultColumn("title", .shrinkingText)]
      : []
    let place: [ResultColumn] =
      region != nil && format != .table
      ? [ResultColumn("region_id", heading: "region", .text)] : []
    return names + place + [
      ResultColumn("week", .integer), ResultColumn("begins", .text),
      ResultColumn("mean", .number(decimals: 2)), ResultColumn("size", .number(decimals: 2)),
    ] + Self.quantiles.map { ResultColumn($0.name, .integer) }
  }

  private var caption: String {
    let item =
      items.count == 1
      ? "\(dataset.items.ids[items.lowerBound]) \(dataset.items.titles[items.lowerBound])"
      : "\(items.count) items"
    let place = region.map { " in \(dataset.network.regions[$0].name)" } ?? ""
    return "Units a week of \(item)\(place), after \(end.iso8601.prefix(10))"
  }

  func write() throws {
    let table = ResultTable(
      columns: columns, format: format, caption: caption, emptyText: "no items")
    try table.write { row in
      for item in items {
        for week in 0..<forecast.weeks { try row(cells(item, week)) }
      }
    }
  }

  private func cells(_ item: Int, _ week: Int) -> [Cell] {
    let demand =
      region.map { forecast.distribution(ofItem: item, week: week, region: $0) }
      ?? forecast.distribution(ofItem: item, week: week)
    var cells: [Cell] = []
    if namesItems {
      cells += [.text(dataset.items.ids[item]), .text(dataset.items.titles[item])]
    }
    if let region, format != .table { cells.append(.text(dataset.network.regions[region].id)) }
    // The day after the last one that the data has.
    let begins = CalendarDate(day: end.day + 1 + 7 * week)
    cells += [
      .integer(week + 1), .text(begins.text), .number(demand.mean), .number(demand.size),
    ]
    return cells + Self.quantiles.map { .integer(Int(demand.quantile($0.p))) }
  }
}

extension CalendarDate {
  /// `2011-12-09`.
  fileprivate var text: String {
    func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }
}
