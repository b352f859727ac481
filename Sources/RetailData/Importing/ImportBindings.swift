/// The export's columns, found in its header.
struct ImportBindings {
  let customer: ColumnBinding
  let item: ColumnBinding
  let time: ColumnBinding
  let quantity: ColumnBinding
  let price: ColumnBinding
  let title: ColumnBinding
  let region: ColumnBinding
  let order: ColumnBinding
  let brand: ColumnBinding
  let category: ColumnBinding

  private var all: [ColumnBinding] {
    [customer, item, time, quantity, price, title, region, order, brand, category]
  }

  /// - Throws: `DataProblem` where a column that was named, or one that cannot be missed, is not
  ///   there.
  init(_ options: ImportOptions, in table: CSVTable) throws(DataProblem) {
    let preset = options.preset?.columns ?? ImportColumns()
    func bind(
      _ path: KeyPath<ImportColumns, String?>, _ standard: String, isRequired: Bool = false
    ) throws(DataProblem) -> ColumnBinding {
      if let name = options.columns[keyPath: path] ?? preset[keyPath: path] {
        try table.require([name])
        return table.column(name)
      }
      if isRequired { try table.require([standard]) }
      return table.column(standard)
    }
    customer = try bind(\.customer, "customer_id", isRequired: true)
    item = try bind(\.item, "item_id", isRequired: true)
    time = try bind(\.time, "purchased_at", isRequired: true)
    quantity = try bind(\.quantity, "quantity")
    price = try bind(\.price, "unit_price")
    title = try bind(\.title, "title")
    region = try bind(\.region, "region_id")
    order = try bind(\.order, "order_id")
    brand = try bind(\.brand, "brand")
    category = try bind(\.category, "category")
  }

  func unused(of header: [String]) -> [String] {
    let used = Set(all.compactMap(\.index))
    return header.enumerated().filter { !used.contains($0.offset) }.map(\.element)
  }
}
