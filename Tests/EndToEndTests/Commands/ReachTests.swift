import Foundation
import Testing

/// `echelon recommend`: how soon a recommendation could be there, and lists re-ranked by it.
@Suite struct ReachTests {
  private struct Recommendation: Decodable {
    struct Because: Decodable { var contribution: Double }

    var item_id: String
    var score: Double
    var reason: String
    var speed: String?
    var facility_id: String?
    var reach: Double?
    var because: [Because]
  }

  /// The worked example with two buildings: `fc` sends to the north the next day, `site` the same
  /// day and only D. c1 lives in the north, c2 on an island where nobody delivers, c3 nowhere.
  private func shop(in scratch: Scratch) throws -> String {
    let path = try WorkedExample.write(to: "shop", in: scratch)
    let files = [
      "customers.csv": "customer_id,region_id\nc1,north\nc2,island\n",
      "regions.csv": "region_id,name\nnorth,The North\nisland,The Island\n",
      "speeds.csv": "speed,promise_hours\nsame_day,12\nnext_day,36\n",
      "facilities.csv": """
      facility_id,name,kind
      fc,Centre,fulfillment_center
      site,Site,same_day_site

      """,
      "deliveries.csv": """
      facility_id,region_id,speed,cutoff_hour,cost_per_unit
      fc,north,next_day,18,2
      site,north,same_day,12,4

      """,
      "inventory.csv": """
      facility_id,item_id,on_hand
      fc,C,3
      fc,D,3
      site,D,1
      fc,E,0

      """,
    ]
    for (name, text) in files { try scratch.write(text, to: "shop/\(name)") }
    return path
  }

  private func recommend(_ arguments: String..., in scratch: Scratch) async throws
    -> [Recommendation]
  {
    let result = try await Program.run(
      ["recommend"] + arguments + ["--mode", "new", "--format", "json"], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode([Recommendation].self, from: result.output)
  }

  @Test func speedAndFacilityAreThoseOfTheStockOfToday() async throws {
    let scratch = try Scratch()
    let shop = try shop(in: scratch)
    let rows = try await recommend("c1", "--data", shop, in: scratch)
    let found = Dictionary(uniqueKeysWithValues: rows.map { ($0.item_id, $0) })
    #expect(Set(found.keys) == ["C", "D", "E", "F"])
    #expect(found["C"]?.speed == "next_day" && found["C"]?.facility_id == "fc")
    #expect(found["D"]?.speed == "same_day" && found["D"]?.facility_id == "site")
    #expect(found["E"]?.speed == nil && found["E"]?.facility_id == nil)
    #expect(rows.allSatisfy { $0.reach == nil })
    for customer in ["c2", "c4"] {
      let rows = try await recommend(customer, "--data", shop, in: scratch)
      #expect(!rows.isEmpty && rows.allSatisfy { $0.speed == nil && $0.facility_id == nil })
    }
  }

  @Test func contributionsAndReachAddUpAndTheSoonestRises() async throws {
    let scratch = try Scratch()
    let shop = try shop(in: scratch)
    let plain = try await recommend("c1", "--data", shop, in: scratch)
    let related = plain.filter { $0.reason == "related-items" }.map(\.score)
    let spread = try #require(related.max()) - #require(related.min())
    #expect(spread > 0)
    let rows = try await recommend(
      "c1", "--data", shop, "--reach", "1000", "--limit", "1", in: scratch)
    let first = try #require(rows.first)
    #expect(first.item_id == "D" && plain.first?.item_id != "D")
    let reach = try #require(first.reach)
    #expect(abs(reach - 1000 * spread * exp2(-12.0 / 48)) < 1e-3)
    #expect(abs(first.because.reduce(reach) { $0 + $1.contribution } - first.score) < 1e-9)
  }

  @Test func tablesSayWhatIsShort() async throws {
    let scratch = try Scratch()
    let shop = try shop(in: scratch)
    let result = try await Program.run(
      ["recommend", "c1", "--data", shop, "--reach", "2", "--why", "--format", "table"],
      in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("same_day  site") && result.text.contains("short"))
    #expect(result.text.contains("how soon it can be there"))
  }

  @Test func withoutDeliveriesTheOptionSaysSo() async throws {
    let scratch = try Scratch()
    let shop = try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(
      ["recommend", "c1", "--data", shop, "--reach", "2", "--format", "csv"], in: scratch)
    #expect(result.status == 0)
    #expect(result.errors.contains("no deliveries.csv"), "\(result.errors)")
    #expect(result.text.hasPrefix("item_id,title,rank,score,reason,speed,facility_id,reach\n"))
  }

  @Test(arguments: ["-1", "nan", "inf"])
  func badWeightsAreRefused(weight: String) async throws {
    let scratch = try Scratch()
    let shop = try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(
      ["recommend", "c1", "--data", shop, "--reach", weight], in: scratch)
    #expect(result.status == 64)
    #expect(result.errors.contains("--reach"), "\(result.errors)")
  }
}

/// `echelon buyers`: where the likely next buyers of an item live.
@Suite struct BuyersTests {
  private struct Region: Decodable {
    var region_id: String
    var share: Double
    var customers: Int
    var bought: Int
    var speed: String?
    var facility_id: String?
    var units: Double?
  }

  @Test func everyRegionIsThereAndSharesAddUp() async throws {
    let shop = try await SmallShop.path()
    let scratch = try Scratch()
    let items = try String(
      contentsOf: URL(fileURLWithPath: shop + "/items.csv"), encoding: .utf8
    ).split(separator: "\n")
    let item = try #require(items[1].split(separator: ",").first)
    let result = try await Program.run(
      ["buyers", String(item), "--data", shop, "--format", "json"], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    let rows = try JSONDecoder().decode([Region].self, from: result.output)
    let regions = try String(
      contentsOf: URL(fileURLWithPath: shop + "/regions.csv"), encoding: .utf8
    ).split(separator: "\n").dropFirst()
    #expect(Set(rows.map(\.region_id)).count == regions.count)
    #expect(rows.map(\.share) == rows.map(\.share).sorted(by: >))
    let total = rows.reduce(0) { $0 + $1.share }
    #expect(total == 0 || abs(total - 1) < 1e-9)
    #expect(rows.allSatisfy { ($0.customers > 0) == ($0.share > 0) })
    #expect(rows.allSatisfy { ($0.speed == nil) == ($0.facility_id == nil) })
    #expect(rows.allSatisfy { $0.speed == nil ? $0.units == nil : ($0.units ?? 0) >= 1 })
  }

  @Test func withoutRegionsItSaysWhatIsMissing() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(["buyers", "A", "--data", "shop"], in: scratch)
    #expect(result.status == 1)
    #expect(result.errors.contains("region_id"), "\(result.errors)")
  }

  @Test(arguments: [["--top", "0"], ["--half-life", "-2"]])
  func badUsageIs64(arguments: [String]) async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(["buyers", "A", "--data", "shop"] + arguments, in: scratch)
    #expect(result.status == 64)
    #expect(result.errors.contains(arguments[0]), "\(result.errors)")
  }
}
