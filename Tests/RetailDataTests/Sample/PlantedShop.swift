import Foundation
import RetailData

/// A written sample and its truth, in a form that is easy to count.
struct PlantedShop: Sendable {
  struct Line: Sendable {
    let customer: String
    let item: String
    let person: String
    let cause: String
    let month: String
    let hour: Int
    /// Days since the first of the sample's year.
    let day: Int
  }

  let summary: SampleShop.Summary
  let purchases: [Line]
  let accounts: [[String: String]]
  let persons: [[String: String]]
  let habits: [[String: String]]
  let brands: [[String: String]]
  /// By family: its items.
  let families: [String: [String]]
  let category: [String: String]
  let brand: [String: String]
  /// By item: the share of items of its category that are cheaper.
  let priceRank: [String: Double]
  /// By item: who bought it.
  let buyers: [String: Set<String>]

  init(_ files: SampleFiles) throws {
    summary = files.summary
    let rows = try files.rows("purchases.csv")
    let truth = try files.rows("truth/lines.csv")
    let formatter = ISO8601DateFormatter()
    let first = try Self.required(formatter.date(from: "2024-10-01T00:00:00Z"))
    purchases = try zip(rows, truth).map { row, truth in
      let time = row["purchased_at"] ?? ""
      let seconds = try Self.required(formatter.date(from: time)).timeIntervalSince(first)
      return Line(
        customer: row["customer_id"] ?? "", item: row["item_id"] ?? "",
        person: truth["person"] ?? "", cause: truth["cause"] ?? "",
        month: String(time.prefix(7)), hour: Int(seconds) % 86_400 / 3_600,
        day: Int(seconds) / 86_400)
    }
    accounts = try files.rows("truth/accounts.csv")
    persons = try files.rows("truth/persons.csv")
    habits = try files.rows("truth/habits.csv")
    brands = try files.rows("truth/brands.csv")
    families = Dictionary(grouping: try files.rows("truth/families.csv")) { $0["family_id"] ?? "" }
      .mapValues { $0.compactMap { $0["item_id"] } }
    let items = try files.rows("items.csv")
    func column(_ name: String) -> [String: String] {
      Dictionary(
        items.map { ($0["item_id"] ?? "", $0[name] ?? "") }, uniquingKeysWith: { first, _ in first }
      )
    }
    category = column("category")
    brand = column("brand")
    var ranks: [String: Double] = [:]
    for members in Dictionary(grouping: items, by: { $0["category"] ?? "" }).values {
      let sorted = members.sorted {
        (Double($0["price"] ?? "") ?? 0) < Double($1["price"] ?? "") ?? 0
      }
      for (place, item) in sorted.enumerated() {
        ranks[item["item_id"] ?? ""] = Double(place) / Double(sorted.count)
      }
    }
    priceRank = ranks
    buyers = Dictionary(grouping: purchases, by: \.item).mapValues { Set($0.map(\.customer)) }
  }

  private static func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw CocoaError(.formatting) }
    return value
  }
}

/// Joint buyers of many pairs, against what independence would give.
struct Lift {
  private let shop: PlantedShop
  private let customers: Double
  private var joint = 0.0
  private var expected = 0.0

  init(_ shop: PlantedShop) {
    self.shop = shop
    customers = Double(Set(shop.purchases.map(\.customer)).count)
  }

  var value: Double { joint / expected }

  mutating func add(_ item: String, _ partner: String) {
    guard let left = shop.buyers[item], let right = shop.buyers[partner] else { return }
    joint += Double(left.intersection(right).count)
    expected += Double(left.count * right.count) / customers
  }
}
