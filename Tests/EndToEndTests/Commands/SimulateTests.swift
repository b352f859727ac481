import Foundation
import Testing

/// `echelon simulate`, as an analyst runs it.
@Suite struct SimulateTests {
  private static let quick = [
    "--set", "scenarios=2", "--gap", "20%", "--fractional", "--replications", "3", "--days", "14",
    "--quiet",
  ]

  private struct Row: Decodable {
    let policy: String
    let metric: String
    let value: Double?
    let low: Double?
    let high: Double?
  }

  @Test func everyPolicyAndMetricAsJSON() async throws {
    let shop = try await PocketShop.path()
    let result = try await Program.run(
      ["simulate", "--data", shop, "--format", "json"] + Self.quick, in: try Scratch())
    #expect(result.status == 0, "\(result.errors)")
    let rows = try JSONDecoder().decode([Row].self, from: result.output)
    let names = [
      "national", "local", "multi-echelon-uncalibrated", "multi-echelon-nearest",
      "multi-echelon-priced",
    ]
    for name in names {
      let own = rows.filter { $0.policy == name }
      for metric in ["cost_per_order", "shipping_cost_per_unit", "fill_rate", "stock_l"] {
        let row = try #require(own.first { $0.metric == metric })
        let value = try #require(row.value)
        #expect(try #require(row.low) <= value && value <= (try #require(row.high)))
      }
    }
    // All met the same customers.
    #expect(Set(rows.filter { $0.metric == "orders_per_day" }.map(\.value)).count == 1)
    // Addends add up.
    for name in names {
      func value(_ metric: String) -> Double {
        rows.first { $0.policy == name && $0.metric == metric }?.value ?? .nan
      }
      let parts = ["procurement", "transfer", "delivery", "holding", "lost_sales", "late"]
        .reduce(0) { $0 + value($1 + "_per_order") }
      #expect(abs(parts - value("spent_per_order")) < 1e-9)
      let whole = value("spent_per_order") + value("missed_targets_per_order")
      #expect(abs(whole - value("cost_per_order")) < 1e-9)
    }
    let gaps = rows.filter { $0.policy == "plan" }.map(\.metric)
    #expect(gaps == ["solver_gap", "sampling_gap", "policy_gap"])
    #expect(rows.contains { $0.metric == "cost_per_order_minus_national" })
    #expect(
      rows.contains {
        $0.policy == "multi-echelon-priced" && $0.metric == "predicted_cost_per_order"
      })
  }

  @Test func sameFiguresForAnyThreads() async throws {
    let shop = try await TinyShop.path()
    func run(_ threads: String) async throws -> String {
      let result = try await Program.run(
        [
          "simulate", "--data", shop, "--format", "csv", "--policies", "local,multi-echelon-priced",
          "--no-calibration", "--threads", threads,
        ] + Self.quick, in: try Scratch())
      #expect(result.status == 0, "\(result.errors)")
      return result.text
    }
    let one = try await run("1")
    #expect(try await run("3") == one)
    #expect(one.hasPrefix("policy,metric,value,low,high"))
  }

  @Test func aTableForPeople() async throws {
    let shop = try await TinyShop.path()
    let result = try await Program.run(
      [
        "simulate", "--data", shop, "--format", "table", "--no-calibration", "--unserved",
        "backordered", "--slower-promise",
      ] + Self.quick, in: try Scratch())
    #expect(result.status == 0, "\(result.errors)")
    for text in ["3 runs of 14 days", "cost per order", "national", "solver gap", "policy gap"] {
      #expect(result.text.contains(text))
    }
  }

  @Test func historyAsItCame() async throws {
    let shop = try await TinyShop.path()
    func run(_ days: String) async throws -> Program.Outcome {
      try await Program.run(
        ["simulate", "--data", shop, "--demand", "history", "--no-calibration"] + Self.quick
          + ["--days", days, "--policies", "local", "--format", "json"], in: try Scratch())
    }
    let result = try await run("30")
    #expect(result.status == 0, "\(result.errors)")
    let rows = try JSONDecoder().decode([Row].self, from: result.output)
    // The same customers in every replication.
    let orders = try #require(rows.first { $0.metric == "orders_per_day" })
    #expect(orders.low == orders.high)
    let late = try await run("3000")
    #expect(late.status == 1)
    #expect(late.errors.contains("days of purchases"), "\(late.errors)")
  }

  @Test(arguments: [
    (["--policies", "best"], "found 'best', expected national, local"),
    (["--replications", "1"], "--replications is 1, but must be 2 to 10000"),
    (["--days", "0"], "--days is 0"),
    (["--mode", "state"], "levels are planned from nothing"),
    (["--unserved", "kept"], "lost"),
    (["--workspace", "w.sqlite"], "--workspace needs --scenario"),
  ])
  func badUsageIs64(arguments: [String], message: String) async throws {
    let result = try await Program.run(
      ["simulate", "--data", "nowhere"] + arguments, in: try Scratch())
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func aShopWithoutANetworkIsToldWhatIsMissing() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(["simulate", "--data", "shop"], in: scratch)
    #expect(result.status == 1)
    #expect(result.errors.contains("facilities.csv"), "\(result.errors)")
  }
}
