import RetailData

/// What the data is like as a whole.
struct OverviewQuestion: Question {
  var family: QuestionFamily { QuestionFamily(name: "overview") }

  struct Load: Sendable {
    let name: String
    let kind: String
    /// Litres.
    let used: Double
    let capacity: Double
  }

  struct Overview: Sendable {
    let start: Timestamp?
    let end: Timestamp?
    let bestsellers: TableSource
    /// Facilities in the order of the file.
    let loads: [Load]
    /// Items in stock whose volume is unknown: they count nothing.
    let unmeasured: Int
    /// What the data alone has the analyst look at.
    let warnings: [Warnings.Entry]
  }

  /// Days of sales that make a bestseller.
  static let days = 14

  func answer(from workspace: Workspace, work: WorkContext) throws -> Overview {
    let dataset = workspace.dataset
    let (loads, unmeasured) = Self.loads(dataset)
    let warnings = Warnings(dataset, loads: loads, unmeasured: unmeasured)
    return Overview(
      start: workspace.start, end: dataset.end,
      bestsellers: Self.bestsellers(dataset), loads: loads, unmeasured: unmeasured,
      warnings: warnings.entries)
  }

  /// Items of the last two weeks by the number of lines, then by number.
  private static func bestsellers(_ dataset: Dataset) -> TableSource {
    let purchases = dataset.purchases
    let items = dataset.items
    var lines = [Int32](repeating: 0, count: items.count)
    var units = [Double](repeating: 0, count: items.count)
    if let end = dataset.end {
      let times = purchases.times.buffer
      for line in times.indices where end.days(since: times[line]) < Double(days) {
        lines[Int(purchases.items[line])] += 1
        units[Int(purchases.items[line])] += Double(purchases.quantities[line])
      }
    }
    let best = lines.indices.filter { lines[$0] > 0 }
      .sorted { (lines[$1], $0) < (lines[$0], $1) }.prefix(50)
    return TableSource(
      key: TableKey(name: "bestsellers"), rowCount: best.count,
      columns: [
        TableColumn(
          "rank", "#", .integers(Column((0..<best.count).map { Int32($0 + 1) })), .count,
          priority: 0),
        TableColumn(
          "id", "Item", .strings(StringColumn(best.map { items.ids[$0] })), .text, width: 8...12,
          priority: 1),
        TableColumn(
          "title", "Title", .strings(StringColumn(best.map { items.titles[$0] })), .text,
          width: 14...44, priority: 2),
        TableColumn(
          "lines", "Lines", .integers(Column(best.map { lines[$0] })), .count, priority: 3),
        TableColumn(
          "units", "Units", .doubles(Column(best.map { units[$0] })), .count, priority: 4),
      ], subjects: Column(best.map { Int32($0) }), noun: "item")
  }

  /// How full each building is: units on hand times litres a unit.
  private static func loads(_ dataset: Dataset) -> ([Load], Int) {
    let network = dataset.network
    var used = [Double](repeating: 0, count: network.facilities.count)
    var unmeasured: Set<Int32> = []
    for stock in network.inventory where stock.onHand > 0 {
      let volume = Double(dataset.items.volumes[Int(stock.item)])
      if volume.isNaN {
        unmeasured.insert(stock.item)
      } else {
        used[Int(stock.facility)] += stock.onHand * volume
      }
    }
    let loads = network.facilities.enumerated().map { index, facility in
      Load(
        name: facility.title,
        kind: facility.kind.rawValue.replacing("_", with: " "), used: used[index],
        capacity: facility.storage)
    }
    return (loads, unmeasured.count)
  }
}
