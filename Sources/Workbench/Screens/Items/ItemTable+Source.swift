import RetailData

extension TableSource {
  /// The table of all items; without figures it shows what the files say.
  ///
  /// - Parameter planned: Units of each item that a plan has in all facilities; pending until there
  ///   is one, nil where there can be none.
  /// - Parameter missing: Units of each item that is short that it is short of, in the same way.
  static func items(
    of dataset: Dataset, figures: Figures?, planned: ColumnValues? = .pending,
    missing: ColumnValues? = .pending, basis: AnyQuestion? = nil
  ) -> TableSource {
    let items = dataset.items
    var columns = [
      TableColumn("id", "ID", .strings(items.ids.names), .text, width: 8...12, priority: 0),
      TableColumn("title", "Title", .strings(items.titles), .text, width: 16...44, priority: 1),
    ]
    if items.categories.labels.count > 0 {
      columns.append(
        TableColumn(
          "category", "Category", .coded(items.categories), .text, width: 10...16, priority: 8))
    }
    if items.brands.labels.count > 0 {
      columns.append(
        TableColumn("brand", "Brand", .coded(items.brands), .text, width: 8...14, priority: 7))
    }
    columns += [
      TableColumn("price", "Price", .floats(items.prices), .decimal(2), priority: 4),
      TableColumn(
        "buyers", "Buyers", figures.map { .integers($0.buyers) } ?? .pending, .count, priority: 2),
      TableColumn(
        "units_28d", "28d", figures.map { .floats($0.recentUnits) } ?? .pending, .count,
        priority: 3),
      TableColumn(
        "weekly", "Weekly sales",
        figures.map { .series($0.weeklyUnits, buckets: Figures.weeks) } ?? .pending, .sparkline,
        priority: 5),
    ]
    if let onHand = figures?.onHand {
      columns.append(TableColumn("on_hand", "On hand", .floats(onHand), .count, priority: 6))
    }
    if let planned, !dataset.network.facilities.isEmpty {
      columns.append(
        TableColumn(
          "plan", "Plan", planned, .count, width: planned.isPending ? 6...6 : nil, priority: 6))
    }
    if let missing, !dataset.network.facilities.isEmpty {
      columns.append(TableColumn("short", "Short", missing, .count, width: 6...6, priority: 9))
    }
    return TableSource(
      key: TableKey(name: "items", version: figures == nil ? 0 : 1, basis: basis),
      rowCount: items.count,
      columns: columns, noun: "item")
  }
}
