import Foundation
import Testing

/// `echelon plan --explain`, on a shop small enough to be planned in the time that a test has.
@Suite struct PlanExplanationTests {
  struct Answer: Decodable {
    struct Explanation: Decodable {
      struct Use: Decodable {
        var use: String
        var from_facility_id: String?
        var region: String?
        var speed: String?
        var probability: Double
        var amount: Double
      }
      struct Charge: Decodable {
        var kind: String?
        var amount: Double?
        var resource: String?
        var used: Double?
        var per_day: Double?
      }
      struct Payer: Decodable {
        var item_id: String
        var storage: Double
        var inbound: Double
        var outbound: Double
        var total: Double
      }
      struct Delivery: Decodable {
        var region: String
        var units_per_day: Double
      }
      var item_id: String?
      var facility_id: String
      var way: String?
      var worth: Double?
      var cost: Double?
      var net: Double?
      var uses: [Use]?
      var unexplained: Double?
      var charges: [Charge]
      var payers: [Payer]?
      var deliveries: [Delivery]?
    }
    var explanations: [Explanation]?
  }

  private func plan(_ arguments: [String], in scratch: Scratch) async throws -> Program.Outcome {
    let shop = try await TinyShop.path()
    return try await Program.run(
      ["plan", "--data", shop, "--set", "scenarios=2", "--gap", "8%", "--quiet"] + arguments,
      in: scratch)
  }

  private func answer(_ arguments: [String]) async throws -> Answer {
    let result = try await plan(arguments + ["--format", "json"], in: try Scratch())
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Answer.self, from: result.output)
  }

  @Test func sumsOfAnItemAddUp() async throws {
    let all = try #require(try await answer(["--explain", "I0001"]).explanations)
    let one = try #require(try await answer(["--explain", "I0001:FC01"]).explanations)
    #expect(one.map(\.facility_id) == ["FC01"])
    #expect(all.contains { $0.facility_id == "FC01" && $0.net == one[0].net })
    for found in all {
      let (worth, cost) = (try #require(found.worth), try #require(found.cost))
      let parts = try #require(found.uses).reduce(found.unexplained ?? 0) { $0 + $1.amount }
      let charges = found.charges.reduce(0) { $0 + ($1.amount ?? 0) }
      #expect(abs(parts - worth) <= 1e-9 * max(1, worth))
      #expect(abs(charges - cost) <= 1e-9 * max(1, cost))
      #expect(abs(worth - cost - (found.net ?? .infinity)) <= 1e-9 * max(1, cost))
      for use in found.uses ?? [] { #expect((use.use == "shipped") == (use.region != nil)) }
    }
    let nets = all.filter { $0.way != nil }.compactMap(\.net)
    #expect(nets == nets.sorted(by: >))
  }

  @Test func sumsOfAFacilityAddUp() async throws {
    let found = try #require(try await answer(["--explain-facility", "FC01"]).explanations?.first)
    #expect(found.facility_id == "FC01")
    #expect(found.charges.map(\.resource) == ["storage", "inbound", "outbound"])
    let paid = try #require(found.payers).reduce(0) { $0 + $1.total }
    let charged = found.charges.reduce(0) { $0 + ($1.per_day ?? 0) }
    #expect(abs(paid - charged) <= 1e-4 * max(1, charged))
    let deliveries = try #require(found.deliveries)
    #expect(!deliveries.isEmpty && deliveries.allSatisfy { $0.units_per_day > 0 })
  }

  @Test func aPersonReadsTables() async throws {
    // Piped: without a wish for a format the plan would be CSV, which has no place for sums.
    let result = try await plan(
      ["--explain", "I0001:FC01", "--explain-facility", "FC01"], in: try Scratch())
    #expect(result.status == 0, "\(result.errors)")
    for text in [
      "One more unit of I0001", "= worth", "holding", "= net of one more unit", "And elsewhere:",
      "What the capacities of FC01 charge:", "Whom it serves:",
    ] {
      #expect(result.text.contains(text), "\(text)")
    }
  }

  @Test func withoutAWishThereIsNone() async throws {
    #expect(try await answer([]).explanations == nil)
  }

  @Test(arguments: [
    (["--explain", "I0001:FC1"], "did you mean 'FC01'"),
    (["--explain", "I001"], "'I0001'"),
    (["--explain-facility", "FC1"], "did you mean 'FC01'"),
    (["--explain", "I0001:NS01"], "may not stand at 'NS01', a non_sortable_center; it may at"),
  ])
  func whatIsNotThereIsNamed(arguments: [String], message: String) async throws {
    let result = try await plan(arguments, in: try Scratch())
    #expect(result.status == 1)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func csvIsRefused() async throws {
    let result = try await plan(["--explain", "I0001", "--format", "csv"], in: try Scratch())
    #expect(result.status == 64)
    #expect(result.errors.contains("--explain has no CSV"), "\(result.errors)")
  }
}
