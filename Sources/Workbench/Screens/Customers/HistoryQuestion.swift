import RetailData

/// Everything a customer bought, the latest order first, grouped by order.
struct HistoryQuestion: Question {
  let customer: Int

  var family: QuestionFamily { QuestionFamily(name: "history", subject: customer) }

  func answer(from workspace: Workspace, work: WorkContext) throws -> TableSource {
    let dataset = workspace.dataset
    let purchases = dataset.purchases
    var subjects: [Int32] = []
    var ids: [String] = []
    var titles: [String] = []
    var quantities: [Float] = []
    var prices: [Float] = []
    var times: [Timestamp] = []
    var headings: [Int: String] = [:]
    func add(_ item: Int32, _ id: String, _ title: String, _ line: Int) {
      subjects.append(item)
      ids.append(id)
      titles.append(title)
      quantities.append(item < 0 ? .nan : purchases.quantities[line])
      prices.append(item < 0 ? .nan : purchases.unitPrices[line])
      times.append(purchases.times[line])
    }
    let orders = Self.orders(of: customer, purchases)
    for order in orders.reversed() {
      let first = order.lowerBound
      headings[subjects.count] = Self.heading(order, purchases)
      add(-1, "", "", first)
      for line in order {
        let item = purchases.items[line]
        add(item, dataset.items.ids[Int(item)], dataset.items.titles[Int(item)], line)
      }
    }
    return TableSource(
      key: TableKey(name: "history", basis: AnyQuestion(self)), rowCount: subjects.count,
      columns: [
        TableColumn("id", "Item", .strings(StringColumn(ids)), .text, width: 8...12, priority: 0),
        TableColumn(
          "title", "Title", .strings(StringColumn(titles)), .text, width: 10...44, priority: 2),
        TableColumn("quantity", "Units", .floats(Column(quantities)), .count, priority: 1),
        TableColumn("price", "Price", .floats(Column(prices)), .decimal(2), priority: 3),
        TableColumn("bought", "Bought", .times(Column(times)), .date, priority: 4),
      ], subjects: Column(subjects), headings: headings, noun: "purchase")
  }

  /// The line numbers of each order, oldest first: lines in a row that name the same order, or,
  /// where none is named, that were bought at the same moment.
  static func orders(of customer: Int, _ purchases: Purchases) -> [Range<Int>] {
    var orders: [Range<Int>] = []
    for line in purchases.lines(ofCustomer: customer) {
      if let last = orders.last, purchases.orders[line] == purchases.orders[line - 1],
        purchases.orders[line] >= 0 || purchases.times[line] == purchases.times[line - 1]
      {
        orders[orders.count - 1] = last.lowerBound..<line + 1
      } else {
        orders.append(line..<line + 1)
      }
    }
    return orders
  }

  private static func heading(_ order: Range<Int>, _ purchases: Purchases) -> String {
    var parts = [NumberText.date(purchases.times[order.lowerBound])]
    let number = Int(purchases.orders[order.lowerBound])
    if number >= 0 { parts.append("order \(purchases.orderIDs[number])") }
    parts.append(counted(order.count, "line"))
    let spent = order.reduce(0.0) { sum, line in
      let price = Double(purchases.unitPrices[line])
      return price.isNaN ? sum : sum + price * Double(purchases.quantities[line])
    }
    if spent > 0 { parts.append(NumberText.decimal(spent, places: 2)) }
    return parts.joined(separator: " · ")
  }
}
