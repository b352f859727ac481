/// The rows of an export as they become purchases, and what they say of items and customers.
struct ImportedShop {
  var purchases: CSVOutput
  var items = IdentifierBuilder()
  var customers = IdentifierBuilder()
  var titles = LabelVotes()
  var brands = LabelVotes()
  var categories = LabelVotes()
  var regions = LabelVotes()
  /// Item and price of each kept row that has a price.
  var prices: [(item: Int32, price: Float)] = []

  init(bindings: ImportBindings) {
    var header = ["customer_id", "item_id", "purchased_at"]
    if bindings.quantity.index != nil { header.append("quantity") }
    if bindings.price.index != nil { header.append("unit_price") }
    if bindings.order.index != nil { header.append("order_id") }
    purchases = CSVOutput(header: header)
  }

  // MARK: Files

  /// `items.csv`, with further columns at its end.
  func itemsFile(
    _ bindings: ImportBindings, adding more: [(name: String, text: (Int) -> String)] = []
  ) -> CSVOutput {
    let columns = [
      (bindings.title, "title", titles), (bindings.category, "category", categories),
      (bindings.brand, "brand", brands),
    ].filter { $0.0.index != nil }
    let winners = columns.map { $0.2.result(count: items.count).winners }
    let medians = bindings.price.index == nil ? nil : medianPrices()
    var output = CSVOutput(
      header: ["item_id"] + columns.map(\.1) + (medians == nil ? [] : ["price"]) + more.map(\.name))
    for item in 0..<items.count {
      output.field(items[item])
      for (column, winner) in zip(columns, winners) {
        output.field(winner[item].map { column.2.labels[$0] } ?? "")
      }
      if let medians { output.field(medians[item].map { "\($0)" } ?? "") }
      for column in more { output.field(column.text(item)) }
      output.endRow()
    }
    return output
  }

  /// `customers.csv`, by the ids of their regions, and how many of them name several regions.
  func customersFile(regionIDs: [String]) -> (file: CSVOutput, ambiguous: Int) {
    let (winners, ambiguous) = regions.result(count: customers.count)
    var output = CSVOutput(header: ["customer_id", "region_id"])
    for customer in 0..<customers.count {
      output.field(customers[customer])
      output.field(winners[customer].map { regionIDs[$0] } ?? "")
      output.endRow()
    }
    return (output, ambiguous)
  }

  private func medianPrices() -> [Float?] {
    var paid = [[Float]](repeating: [], count: items.count)
    for (item, price) in prices { paid[Int(item)].append(price) }
    return paid.map { prices in
      var prices = prices
      return Median.of(&prices)
    }
  }
}
