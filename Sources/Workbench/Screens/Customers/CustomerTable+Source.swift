import RetailData

extension TableSource {
  /// The table of all customers; without figures it shows what the files say.
  static func customers(of dataset: Dataset, figures: Figures?) -> TableSource {
    let customers = dataset.customers
    var columns = [
      TableColumn("id", "ID", .strings(customers.ids.names), .text, width: 8...14, priority: 0)
    ]
    if customers.names.bytes.count > 0 {
      columns.append(
        TableColumn("name", "Name", .strings(customers.names), .text, width: 12...30, priority: 5))
    }
    if !dataset.network.regions.isEmpty {
      let regions = CodedColumn(
        codes: customers.regions,
        labels: StringColumn(dataset.network.regions.map { $0.name.isEmpty ? $0.id : $0.name }))
      columns.append(
        TableColumn("region", "Region", .coded(regions), .text, width: 12...24, priority: 6))
    }
    columns += [
      TableColumn(
        "orders", "Orders", figures.map { .integers($0.orders) } ?? .pending, .count, priority: 2),
      TableColumn(
        "lines", "Lines", figures.map { .integers($0.lines) } ?? .pending, .count, priority: 1),
      TableColumn(
        "items", "Items", figures.map { .integers($0.distinctItems) } ?? .pending, .count,
        priority: 4),
      TableColumn(
        "last", "Last purchase", figures.map { .times($0.lastPurchase) } ?? .pending, .date,
        priority: 3),
      TableColumn(
        "spend", "Spend", figures.map { .doubles($0.spend) } ?? .pending, .decimal(2), priority: 3),
    ]
    return TableSource(
      key: TableKey(name: "customers", version: figures == nil ? 0 : 1),
      rowCount: customers.count, columns: columns, noun: "customer")
  }
}
