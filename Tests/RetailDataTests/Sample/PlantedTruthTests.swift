import Foundation
import RetailData
import Testing

/// What the generator says it planted must be found again in the files, by counting.
@Suite("Sample shop: planted truth")
struct PlantedTruthTests {
  /// One shop for all tests of the suite; they only read it.
  private static let shop = Result {
    var options = SampleShop.Options(size: .small)
    (options.items, options.customers, options.purchases) = (600, 800, 24_000)
    options.truth = true
    return try PlantedShop(SampleFiles(options))
  }

  private let shop: PlantedShop

  init() throws { shop = try Self.shop.get() }

  @Test("Families are bought together far above chance, other pairs are not")
  func families() throws {
    var inside = Lift(shop)
    var across = Lift(shop)
    let members = shop.families.values.sorted { $0[0] < $1[0] }
    for (number, family) in members.enumerated() {
      let other = members[(number + 7) % members.count]
      for (place, item) in family.enumerated() {
        for partner in family[(place + 1)...] { inside.add(item, partner) }
        for partner in other { across.add(item, partner) }
      }
    }
    #expect(members.count == shop.summary.families)
    #expect(inside.value > 6, "\(inside.value)")
    #expect(across.value < 3.5, "\(across.value)")
    #expect(inside.value > 3 * across.value)
  }

  @Test("Two accounts in a hundred buy about a fifth, from all over the shop")
  func heavyBuyers() throws {
    let heavy = Set(shop.accounts.filter { $0["is_heavy"] == "1" }.compactMap { $0["customer_id"] })
    #expect(heavy.count == shop.summary.heavyCustomers)
    let lines = shop.purchases.filter { heavy.contains($0.customer) }.count
    let share = Double(lines) / Double(shop.purchases.count)
    #expect(abs(share - shop.summary.heavyLineShare) < 1e-12)
    #expect(share > 0.1 && share < 0.35, "\(share)")
    let counts = Dictionary(grouping: shop.purchases, by: \.customer)
    for customer in heavy {
      guard let own = counts[customer], own.count >= 100 else { continue }
      #expect(Set(own.compactMap { shop.category[$0.item] }).count > 20)
    }
  }

  @Test("Habits recur with their own period")
  func habits() throws {
    let times = Dictionary(grouping: shop.purchases.filter { $0.cause == "habit" }) {
      $0.customer + $0.item
    }
    var ratios: [Double] = []
    for habit in shop.habits {
      let key = (habit["customer_id"] ?? "") + (habit["item_id"] ?? "")
      let days = (times[key] ?? []).map(\.day)
      let period = try #require(Double(habit["period_days"] ?? ""))
      #expect(period > 10 && period < 85)
      for (earlier, later) in zip(days, days.dropFirst()) {
        ratios.append(Double(later - earlier) / period)
      }
    }
    #expect(ratios.count > 1_000)
    // Six gaps in a hundred are double, because a purchase was made elsewhere.
    let near = ratios.filter { $0 > 0.6 && $0 < 1.5 }.count
    #expect(Double(near) > 0.88 * Double(ratios.count))
    #expect(abs(ratios.sorted()[ratios.count / 2] - 1) < 0.06)
  }

  @Test("Loyal accounts buy their brand, and accounts buy their price band")
  func preferences() throws {
    var brand: [String: String] = [:]
    for row in shop.brands {
      brand[(row["customer_id"] ?? "") + (row["category"] ?? "")] = row["brand"]
    }
    let accounts = Dictionary(
      shop.accounts.map { ($0["customer_id"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    // Lines out of taste, of people who are choosy and of people who are not: share of own brand.
    var own = ["0.88": 0, "0.25": 0]
    var all = own
    var prices: [String: [Double]] = [:]
    for line in shop.purchases where line.cause == "taste" {
      guard let account = accounts[line.customer], let category = shop.category[line.item],
        let loyalty = account["brand_loyalty"], let band = account["price_band"]
      else { continue }
      all[loyalty, default: 0] += 1
      if shop.brand[line.item] == brand[line.customer + category] { own[loyalty, default: 0] += 1 }
      if let rank = shop.priceRank[line.item] { prices[band, default: []].append(rank) }
    }
    func share(_ loyalty: String) -> Double {
      Double(own[loyalty] ?? 0) / Double(max(1, all[loyalty] ?? 0))
    }
    // One brand in eight would be bought by chance.
    #expect(share("0.88") > 0.25, "\(share("0.88"))")
    #expect(share("0.88") > 2 * share("0.25"))
    let means = ["0", "1", "2"].map { band in
      (prices[band] ?? []).reduce(0, +) / Double(max(1, prices[band]?.count ?? 0))
    }
    #expect(means[0] + 0.04 < means[1] && means[1] + 0.04 < means[2], "\(means)")
  }

  @Test("The people behind one account have tastes of their own")
  func persons() throws {
    var categories: [String: Set<String>] = [:]
    for row in shop.persons where row["kind"] == "category" {
      let key = (row["customer_id"] ?? "") + "/" + (row["person"] ?? "")
      categories[key, default: []].insert(row["value"] ?? "")
    }
    for line in shop.purchases where line.cause == "taste" {
      let category = try #require(shop.category[line.item])
      #expect(categories["\(line.customer)/\(line.person)"]?.contains(category) == true)
    }
    let sizes = shop.accounts.compactMap { Int($0["persons"] ?? "") }
    #expect(Set(sizes) == [1, 2, 3, 4])
    for account in shop.accounts {
      let id = account["customer_id"] ?? ""
      for person in 2..<5 {
        guard let other = categories["\(id)/\(person)"] else { continue }
        #expect(other.isDisjoint(with: categories["\(id)/1"] ?? []))
      }
    }
  }

  @Test("Seasons: sun cream in summer, gifts before Christmas, most orders in the evening")
  func seasons() throws {
    func share(_ category: String, _ months: Set<String>) -> Double {
      // Families and habits have seasons of their own: a tube of sun cream may belong to a tent.
      let lines = shop.purchases.filter {
        shop.category[$0.item] == category && ["taste", "anything"].contains($0.cause)
      }
      return Double(lines.filter { months.contains($0.month) }.count) / Double(max(1, lines.count))
    }
    let winter: Set = ["2024-11", "2024-12"]
    let summer: Set = ["2025-06", "2025-07", "2025-08"]
    let all =
      Double(shop.purchases.filter { winter.contains($0.month) }.count)
      / Double(shop.purchases.count)
    #expect(share("Toys", winter) > 1.3 * all, "\(share("Toys", winter)) of \(all)")
    #expect(share("Festive", winter) > 1.8 * all, "\(share("Festive", winter)) of \(all)")
    #expect(share("Sun Care", summer) > 2.5 * share("Sun Care", winter))
    let evening = shop.purchases.filter { (19..<22).contains($0.hour) }.count
    #expect(Double(evening) > 0.2 * Double(shop.purchases.count))
  }
}
