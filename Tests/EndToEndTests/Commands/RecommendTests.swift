import Foundation
import Testing

/// `echelon recommend`.
@Suite struct RecommendTests {
  struct Recommendation: Decodable {
    struct Because: Decodable {
      var item_id: String
      var purchased_at: String
      var weight: Double
      var count: Int
      var expected: Double
      var contribution: Double
    }

    var item_id: String
    var title: String
    var rank: Int
    var score: Double
    var reason: String
    var speed: String?
    var facility_id: String?
    var because: [Because]
  }

  private func recommend(_ arguments: String..., in scratch: Scratch) async throws
    -> [Recommendation]
  {
    let result = try await Program.run(
      ["recommend"] + arguments + ["--format", "json"], in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode([Recommendation].self, from: result.output)
  }

  /// A customer of the small shop who bought something.
  private func customer() async throws -> String {
    let purchases = try String(
      contentsOf: URL(fileURLWithPath: try await SmallShop.path() + "/purchases.csv"),
      encoding: .utf8)
    let lines = purchases.split(separator: "\n")
    let column = try #require(lines[0].split(separator: ",").firstIndex(of: "customer_id"))
    return String(lines[lines.count / 2].split(separator: ",")[column])
  }

  @Test func explanationsAddUpToTheScore() async throws {
    let shop = try await SmallShop.path()
    let rows = try await recommend(
      try await customer(), "--method", "related-items", "--data", shop, in: try Scratch())
    #expect(rows.map(\.rank) == Array(1...10))
    let explained = rows.filter { !$0.because.isEmpty }
    #expect(!explained.isEmpty)
    for row in explained {
      let sum = row.because.reduce(0) { $0 + $1.contribution }
      #expect(abs(sum - row.score) < 1e-9, "\(row.item_id)")
      for addend in row.because {
        #expect(addend.weight > 0 && addend.weight <= 1 && addend.count >= 0)
        #expect(addend.purchased_at.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
      }
    }
    #expect(rows.allSatisfy { ($0.speed == nil) == ($0.facility_id == nil) && !$0.reason.isEmpty })
    #expect(rows.contains { $0.speed != nil })
  }

  @Test func nullIsWrittenForWhatIsNotKnownYet() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(
      ["recommend", "c1", "--data", "shop", "--format", "json"], in: scratch)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: result.output) as? [[String: Any]])
    let first = try #require(rows.first)
    #expect(
      Set(first.keys) == [
        "item_id", "title", "rank", "score", "reason", "speed", "facility_id", "because",
      ])
    #expect(first["speed"] is NSNull && first["facility_id"] is NSNull)
  }

  @Test func newLeavesOutWhatTheCustomerHas() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let fresh = try await recommend("c1", "--mode", "new", "--data", "shop", in: scratch)
    #expect(!fresh.isEmpty && fresh.allSatisfy { $0.item_id != "A" && $0.item_id != "B" })
    let all = try await recommend("c1", "--mode", "all", "--data", "shop", in: scratch)
    #expect(all.contains { $0.item_id == "A" })
  }

  @Test(arguments: ["related-items", "similar-customers", "bestsellers", "own-favourites"])
  func everyMethodRecommends(method: String) async throws {
    let shop = try await SmallShop.path()
    let rows = try await recommend(
      try await customer(), "--method", method, "--limit", "3", "--data", shop, in: try Scratch())
    #expect(rows.count == 3)
    #expect(Set(rows.map(\.item_id)).count == 3)
  }

  @Test func threadsDoNotChangeResults() async throws {
    let scratch = try Scratch()
    let shop = try await SmallShop.path()
    var outputs: Set<Data> = []
    for threads in ["1", "2", "3"] {
      let result = try await Program.run(
        ["recommend", "--all", "--limit", "5", "--data", shop, "--threads", threads], in: scratch)
      #expect(result.status == 0, "\(result.errors)")
      outputs.insert(result.output)
    }
    #expect(outputs.count == 1)
  }

  @Test func whyIsShownInATable() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let plain = try await Program.run(
      ["recommend", "c1", "--mode", "new", "--format", "table", "--data", "shop"], in: scratch)
    let why = try await Program.run(
      ["recommend", "c1", "--mode", "new", "--format", "table", "--why", "--data", "shop"],
      in: scratch)
    #expect(plain.status == 0 && why.status == 0)
    #expect(why.text.contains("2024-03-01") && !plain.text.contains("2024-03-01"))
  }

  @Test func unknownCustomerNamesTheNearest() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(["recommend", "C1", "--data", "shop"], in: scratch)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("no customer") && result.errors.contains("c1"))
  }

  @Test(arguments: [
    (["recommend"], "customer"),
    (["recommend", "c1", "--all"], "--all"),
    (["recommend", "c1", "--method", "oracle"], "related-items"),
    (["recommend", "c1", "--mode", "old"], "'all', 'new' or 'again'"),
    (["recommend", "c1", "--half-life", "0"], "--half-life"),
    (["recommend", "c1", "--half-life", "nan"], "--half-life"),
    (["recommend", "c1", "--limit", "0"], "--limit is 0"),
  ])
  func badUsageIs64(arguments: [String], message: String) async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(arguments + ["--data", "shop"], in: scratch)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }
}
