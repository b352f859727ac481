import Foundation
import Testing

/// `echelon evaluate`.
@Suite struct EvaluateTests {
  private struct Row: Decodable, Equatable {
    var method: String
    var mode: String
    var metric: String
    var value: Double?
    var low: Double?
    var high: Double?
    var customers: Int
  }

  private func rows(_ arguments: [String], in scratch: Scratch) async throws -> [Row] {
    let result = try await Program.run(
      ["evaluate", "--data", try await TinyShop.path(), "--format", "json"] + arguments,
      in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode([Row].self, from: result.output)
  }

  @Test func everyMethodModeAndMetricHasItsRow() async throws {
    let scratch = try Scratch()
    let rows = try await rows(["--methods", "related-items", "--windows", "2"], in: scratch)
    for method in ["bestsellers", "own-favourites", "related-items"] {
      for mode in ["all", "new"] {
        for metric in ["hit@6", "recall@6", "ndcg@6"] {
          let row = try #require(
            rows.first { ($0.method, $0.mode, $0.metric) == (method, mode, metric) })
          #expect(row.customers > 0 || row.value == nil)
          if let value = row.value, let low = row.low, let high = row.high {
            #expect(0 <= low && low <= value && value <= high && high <= 1)
          }
        }
      }
    }
    #expect(
      try await self.rows(
        ["--methods", "related-items", "--windows", "2", "--threads", "1"], in: scratch) == rows)
  }

  @Test func differencesArePaired() async throws {
    let rows = try await rows(
      ["--methods", "bestsellers", "--against", "own-favourites", "--top", "3"],
      in: try Scratch())
    let difference = try #require(rows.first { $0.metric == "hit@3 - own-favourites" })
    let own = rows.first { $0.method == "own-favourites" && $0.metric == "hit@3" }?.value ?? 0
    let best = rows.first { $0.method == "bestsellers" && $0.metric == "hit@3" }?.value ?? 0
    #expect(abs((difference.value ?? 0) - (best - own)) < 1e-12)
  }

  @Test func aTableEndsWithWhatMayBeConcluded() async throws {
    let result = try await Program.run(
      [
        "evaluate", "--data", try await TinyShop.path(), "--format", "table", "--methods",
        "own-favourites", "--by-window",
      ], in: try Scratch())
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.hasPrefix("4 windows of 14 days, "))
    #expect(result.text.contains("\nhit@6, all: "))
  }

  @Test func whatCannotBeJudgedIsExplained() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let short = try await Program.run(["evaluate", "--data", "shop"], in: scratch)
    #expect(short.status == 1 && short.output.isEmpty)
    #expect(
      short.errors.contains(
        "shop: the purchases span 5 days, but 4 windows of 14 days need at least 56 days"),
      "\(short.errors)")
    let fits = try await Program.run(
      [
        "evaluate", "--data", "shop", "--windows", "1", "--window-days", "2", "--methods",
        "related-items",
      ], in: scratch)
    #expect(fits.status == 0, "\(fits.errors)")
    #expect(!fits.text.lowercased().contains("nan"))
    try scratch.write(
      "customer_id,item_id,purchased_at\na,x,2024-01-01\nb,x,2024-03-01\n", to: "once/purchases.csv"
    )
    let once = try await Program.run(["evaluate", "--data", "once"], in: scratch)
    #expect(once.status == 1)
    #expect(once.errors.contains("nobody bought in any of the 4 windows"), "\(once.errors)")
    for bad in [
      ["--methods", "magic"], ["--windows", "0"], ["--top", "-1"], ["--methods", ","],
    ] {
      let result = try await Program.run(["evaluate", "--data", "shop"] + bad, in: scratch)
      #expect(result.status == 64 && !result.errors.isEmpty, "\(bad)")
    }
  }
}
