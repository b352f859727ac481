import Foundation
import Testing

/// `echelon forecast`, on the small sample: 300 items, 52 weeks, six regions.
@Suite struct ForecastTests {
  private struct Week: Decodable {
    var item_id: String
    var region_id: String?
    var week: Int
    var begins: String
    var mean: Double
    var size: Double
    var q10: Int
    var q50: Int
    var q99: Int
  }

  private func forecast(_ arguments: String...) async throws -> [Week] {
    let shop = try await SmallShop.path()
    let result = try await Program.run(
      ["forecast"] + arguments + ["--data", shop, "--format", "json"], in: try Scratch())
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode([Week].self, from: result.output)
  }

  @Test func weeksOfAnItemAndOfARegion() async throws {
    let whole = try await forecast("I0010", "--weeks", "6")
    #expect(whole.map(\.week) == Array(1...6))
    #expect(whole.map(\.begins).prefix(2) == ["2025-10-01", "2025-10-08"])
    #expect(whole.allSatisfy { $0.mean > 0 && $0.size > 0 && $0.q10 <= $0.q50 && $0.q50 <= $0.q99 })
    let part = try await forecast("I0010", "--weeks", "6", "--region", "R01")
    #expect(part.allSatisfy { $0.region_id == "R01" })
    #expect(zip(part, whole).allSatisfy { $0.mean < $1.mean && $0.size == $1.size })
  }

  @Test func allItems() async throws {
    let weeks = try await forecast("--weeks", "1")
    #expect(weeks.count == 300 && Set(weeks.map(\.item_id)).count == 300)
  }

  @Test func backtest() async throws {
    let shop = try await SmallShop.path()
    let result = try await Program.run(
      ["forecast", "--backtest", "--origins", "2", "--weeks", "3", "--data", shop],
      in: try Scratch())
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.text.split(separator: "\n")
    #expect(
      lines.first == """
        level,class,method,weeks,units,loss,covered_80,covered_95,bias,loss_q10,loss_q25,loss_q50,\
        loss_q75,loss_q90,loss_q95,loss_q99
        """)
    for method in ["echelon", "seasonal-naive", "croston", "tsb", "recent-weeks"] {
      #expect(lines.contains { $0.hasPrefix("item,all,\(method),") }, "\(method)")
      #expect(lines.contains { $0.hasPrefix("item-region,all,\(method),") }, "\(method)")
    }
    #expect(!result.text.contains("nan"))
    let again = try await Program.run(
      [
        "forecast", "--backtest", "--origins", "2", "--weeks", "3", "--data", shop, "--threads",
        "1",
      ], in: try Scratch())
    #expect(again.output == result.output)
  }

  @Test(
    arguments: [
      (["I0010", "--weeks", "0"], 64, "--weeks is 0, but must be 1 to 104."),
      (["--backtest", "--origins", "0"], 64, "--origins is 0, but must be 1 to 100."),
      (["I0010", "--backtest"], 64, "--backtest is of all items and regions"),
      (["nothing"], 1, "there is no item 'nothing'"),
      (["I0010", "--region", "Atlantis"], 1, "there is no region 'Atlantis'; there are 'R01'"),
      (["--backtest", "--origins", "20"], 1, "need 88 weeks of purchases, but there are 52"),
    ] as [([String], Int32, String)])
  func mistakesAreExplained(arguments: [String], status: Int32, message: String) async throws {
    let shop = try await SmallShop.path()
    let result = try await Program.run(
      ["forecast"] + arguments + ["--data", shop], in: try Scratch())
    #expect(result.status == status && result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func aShopOfOnePurchase() async throws {
    let scratch = try Scratch()
    try scratch.write(
      "customer_id,item_id,purchased_at\n1,tea,2025-01-01\n", to: "shop/purchases.csv")
    let result = try await Program.run(
      ["forecast", "tea", "--data", "shop", "--weeks", "1"], in: scratch)
    #expect(result.status == 0)
    #expect(result.text.contains("tea,,1,2025-01-02,"), "\(result.text)")
    let none = try await Program.run(
      ["forecast", "--backtest", "--data", "shop"], in: scratch)
    #expect(none.status == 1 && none.errors.contains("but there are 1;"), "\(none.errors)")
  }
}
