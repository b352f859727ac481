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

  func itemsFile(_ bindings: ImportBindings) -> CSVOutput {
    let columns = [
      (bindings.title, "title", titles), (bindings.category, "category", categories),
      (bindings.brand, "brand", brands),
    ].filter { $0.0.index != nil }
    let winners = columns.map { $0.2.result(count: items.count).winners }
    let medians = bindings.price.index == nil ? nil : medianPrices()
    var output = CSVOutput(
      header: ["item_id"] + columns.map(\.1) + (medians == nil ? [] : ["price"]))
    for item in 0..<items.count {
      output.field(items[item])
      for (column, winner) in zip(columns, winners) {
        output.field(winner[item].map { column.2.labels[$0] } ?? "")
      }
      if let medians { output.field(medians[item].map { "\($0)" } ?? "") }
      output.endRow()
    }
    return output
  }

  /// `customers.csv` and `regions.csv`, and how many customers name several regions.
  func placeFiles() -> (customers: CSVOutput, regions: CSVOutput, ambiguous: Int) {
    let (winners, ambiguous) = regions.result(count: customers.count)
    let slugs = regionIDs()
    var customerFile = CSVOutput(header: ["customer_id", "region_id"])
    for customer in 0..<customers.count {
      customerFile.field(customers[customer])
      customerFile.field(winners[customer].map { slugs[$0] } ?? "")
      customerFile.endRow()
    }
    var regionFile = CSVOutput(header: ["region_id", "name"])
    for region in slugs.indices {
      regionFile.field(slugs[region])
      regionFile.field(regions.labels[region])
      regionFile.endRow()
    }
    return (customerFile, regionFile, ambiguous)
  }

  private func medianPrices() -> [Float?] {
    var paid = [[Float]](repeating: [], count: items.count)
    for (item, price) in prices { paid[Int(item)].append(price) }
    return paid.map { prices in
      var prices = prices
      return Median.of(&prices)
    }
  }

  /// `united-kingdom` for `United Kingdom`, with a number where two names come to the same.
  private func regionIDs() -> [String] {
    var taken: Set<String> = []
    return (0..<regions.labels.count).map { region in
      let words = regions.labels[region].lowercased().split { !$0.isLetter && !$0.isNumber }
      let plain = words.isEmpty ? "region" : words.joined(separator: "-")
      var id = plain
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(plain)-\(number)"
        number += 1
      }
      return id
    }
  }
}
