import RetailData

/// What the purchases and the inventory say of one item.
struct ItemQuestion: Question {
  let item: Int

  var family: QuestionFamily { QuestionFamily(name: "item", subject: item) }

  func answer(from workspace: Workspace, work: WorkContext) throws -> ItemFacts {
    ItemFacts(item, of: workspace.dataset, since: workspace.start)
  }
}

struct ItemFacts: Sendable {
  struct Place: Sendable {
    let name: String
    let onHand: Double
    let inbound: Double
  }

  struct Share: Sendable {
    let name: String
    let buyers: Int
  }

  let buyers: Int
  let lines: Int
  let units: Double
  /// Units a week of seven days, the last week ending at the end of the data; oldest first.
  let weekly: [Double]
  let firstSold: Timestamp?
  let lastSold: Timestamp?
  /// Facilities that hold the item or expect it, the most on hand first.
  let stock: [Place]
  /// Regions of the buyers, the most buyers first; buyers of unknown region are the last.
  let regions: [Share]

  /// The most weeks looked back.
  static let weeks = 52

  init(_ item: Int, of dataset: Dataset, since start: Timestamp?) {
    let purchases = dataset.purchases
    let end = dataset.end ?? Timestamp(seconds: 0)
    let weeks = max(1, min(Self.weeks, Int(end.days(since: start ?? end)) / 7 + 1))
    var weekly = [Double](repeating: 0, count: weeks)
    var units = 0.0
    var customers: Set<Int32> = []
    let positions = purchases.positions(ofItem: item)
    for position in positions {
      let line = Int(purchases.linesByItem[position])
      let quantity = Double(purchases.quantities[line])
      units += quantity
      customers.insert(purchases.customersByItem[position])
      let age = (Int(end.seconds) - Int(purchases.times[line].seconds)) / (7 * 86_400)
      if age < weeks { weekly[weeks - 1 - age] += quantity }
    }
    buyers = customers.count
    lines = positions.count
    self.units = units
    self.weekly = weekly
    firstSold = positions.first.map { purchases.times[Int(purchases.linesByItem[$0])] }
    lastSold = positions.last.map { purchases.times[Int(purchases.linesByItem[$0])] }
    stock = dataset.network.inventory.filter { Int($0.item) == item }.map { stock in
      let facility = dataset.network.facilities[Int(stock.facility)]
      return Place(
        name: facility.name.isEmpty ? facility.id : facility.name, onHand: stock.onHand,
        inbound: stock.inbound)
    }.sorted { ($1.onHand, $0.name) < ($0.onHand, $1.name) }
    regions = Self.regions(of: customers, dataset)
  }

  private static func regions(of customers: Set<Int32>, _ dataset: Dataset) -> [Share] {
    let regions = dataset.network.regions
    if regions.isEmpty { return [] }
    var counts = [Int](repeating: 0, count: regions.count)
    var unknown = 0
    for customer in customers {
      let region = Int(dataset.customers.regions[Int(customer)])
      if region < 0 { unknown += 1 } else { counts[region] += 1 }
    }
    let shares = regions.indices.filter { counts[$0] > 0 }.map {
      Share(name: regions[$0].name.isEmpty ? regions[$0].id : regions[$0].name, buyers: counts[$0])
    }.sorted { ($1.buyers, $0.name) < ($0.buyers, $1.name) }
    return unknown > 0 ? shares + [Share(name: "region unknown", buyers: unknown)] : shares
  }
}
