import Foundation
import Testing

/// How `echelon plan` takes its options, and what it says where it cannot plan.
@Suite struct PlanUsageTests {
  private static let quick = ["--set", "scenarios=2", "--gap", "20%", "--quiet"]

  @Test(arguments: [
    (["--gap", "5"], "five per cent is 0.05 or 5%"),
    (["--gap", "wide"], "a percentage such as 0.5%"),
    (["--time-limit", "0"], "--time-limit is 0.0, but must be a number of seconds above 0."),
    (["--mode", "future"], "'state' and 'target'"),
    (["--set", "scenarios"], "expected PATH=VALUE"),
    (["--set", "=3"], "expected PATH=VALUE"),
    (["--output", ""], "--output is empty"),
    (["--overwrite"], "--overwrite needs --output"),
    (["--policies", "x"], "Unknown option"),
  ])
  func badUsageIs64(arguments: [String], message: String) async throws {
    let result = try await Program.run(
      ["plan", "--data", "nowhere"] + arguments, in: try Scratch())
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    ("facility.FC1.storage_l=5", "did you mean \"FC01\""),
    ("facility.FC01.storage=5", "did you mean \"storage_l\""),
    ("scenario=5", "did you mean \"scenarios\""),
    ("facility.FC01.storage_l=much", "write a number"),
    ("speed.same_day.lost_sale_penalty=-1", "give"),
    ("facility.FC01.storage_l=", "nothing"),
  ])
  func aChangeThatFitsNothingSaysWhatWould(change: String, advice: String) async throws {
    let shop = try await TinyShop.path()
    let result = try await Program.run(
      ["plan", "--data", shop, "--set", change], in: try Scratch())
    #expect(result.status == 64)
    #expect(result.errors.contains("--set \(change): "), "\(result.errors)")
    #expect(result.errors.contains(advice), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func aShopWithoutANetworkIsToldWhatIsMissing() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    let result = try await Program.run(["plan", "--data", "shop", "--output", "plan"], in: scratch)
    #expect(result.status == 1)
    for word in ["shop", "facilities.csv", "deliveries.csv", "import --network", "echelon sample"] {
      #expect(result.errors.contains(word), "\(result.errors)")
    }
    #expect(result.output.isEmpty && !scratch.exists("plan"))
  }

  @Test func aCircleOfTransfersIsNamedWithItsPlace() async throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: try await TinyShop.path(), toPath: scratch.path("shop"))
    let transfers = try scratch.read("shop/transfers.csv")
    try scratch.write(transfers + "FC01,DC01,1,0.1,0.01\n", to: "shop/transfers.csv")
    let result = try await Program.run(["plan", "--data", "shop", "--quiet"], in: scratch)
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.errors.contains("shop/transfers.csv:"), "\(result.errors)")
    #expect(result.errors.contains("DC01 > FC01 > DC01"), "\(result.errors)")
  }

  /// Nothing fits, everything fits, nobody asks for anything, nothing is worth anything.
  @Test(arguments: [
    [
      "facility.*.storage_l=0", "facility.*.inbound_units_per_day=0",
      "facility.*.outbound_units_per_day=0",
    ],
    ["speed.*.service_target=1", "facility.*.storage_l=1e6"],
    ["demand_factor=0"],
    ["speed.*.lost_sale_penalty=0", "item.*.price=0"],
  ])
  func absurdFiguresStillHaveAnAnswer(changes: [String]) async throws {
    let result = try await Program.run(
      ["plan", "--data", try await TinyShop.path(), "--format", "json", "--time-limit", "300"]
        + Self.quick + changes.flatMap { ["--set", $0] }, in: try Scratch())
    #expect(result.status == 0, "\(result.errors)")
    // The decoder takes neither NaN nor infinities nor null for a number.
    let answer = try JSONDecoder().decode(PlanTests.Answer.self, from: result.output)
    #expect(answer.ending == "gap" && answer.cost >= answer.bound && answer.gap >= 0)
  }

  /// An item that only purchases name: no category, no volume, nobody who sells it.
  @Test func anItemThatNothingIsKnownOfIsPlannedToo() async throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: try await TinyShop.path(), toPath: scratch.path("shop"))
    let purchases = try scratch.read("shop/purchases.csv")
    let last = try #require(purchases.split(separator: "\n").last).split(separator: ",")
    let line = ([last[0], "UNKNOWN"] + last.dropFirst(2)).joined(separator: ",")
    try scratch.write(purchases + line + "\n", to: "shop/purchases.csv")
    let result = try await Program.run(
      ["plan", "--data", "shop", "--format", "json"] + Self.quick, in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    let answer = try JSONDecoder().decode(PlanTests.Answer.self, from: result.output)
    #expect(answer.cost >= answer.bound)
    #expect(!answer.buy.contains { $0.item_id == "UNKNOWN" }, "nobody sells it")
  }

  @Test func aFileIsNoPlaceForAPlan() async throws {
    let scratch = try Scratch()
    try scratch.write("mine", to: "taken")
    let result = try await Program.run(
      ["plan", "--data", try await TinyShop.path(), "--output", "taken"] + Self.quick, in: scratch)
    #expect(result.status == 1 && result.errors.contains("taken: found a file"))
    #expect(try scratch.read("taken") == "mine")
  }

  @Test func filesAreWrittenAndNeverReplacedUnasked() async throws {
    let scratch = try Scratch()
    let arguments =
      ["plan", "--data", try await TinyShop.path(), "--output", "plan"] + Self.quick
    let result = try await Program.run(arguments, in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.hasPrefix("Plan for shop: ") && result.text.contains("Written to plan: "))
    #expect(
      try scratch.names(in: "plan") == [
        "buy.csv", "costs.csv", "positions.csv", "prices.csv", "service.csv", "transfers.csv",
      ])
    let printed = try await Program.run(
      arguments + ["--overwrite", "--format", "csv"], in: scratch)
    #expect(printed.status == 0, "\(printed.errors)")
    #expect(try scratch.read("plan/positions.csv") == printed.text)

    let again = try await Program.run(arguments, in: scratch)
    #expect(again.status == 1 && again.output.isEmpty)
    #expect(again.errors.contains("plan/") && again.errors.contains("--overwrite"))
    // Nothing of it may take the place of a shop's own transfers.csv.
    let shop = try await SmallShop.copy(to: "mine", in: scratch)
    let before = try scratch.read("mine/transfers.csv")
    let refused = try await Program.run(
      ["plan", "--data", shop, "--output", "mine", "--overwrite"] + Self.quick, in: scratch)
    #expect(refused.status == 1 && refused.errors.contains("the data of a shop"))
    #expect(try scratch.read("mine/transfers.csv") == before)
  }

  @Test func aTimeLimitStillGivesAPlan() async throws {
    let scratch = try Scratch()
    let shop = try await TinyShop.path()
    let limited = [
      "plan", "--data", shop, "--gap", "0", "--time-limit", "0.2", "--set", "scenarios=2",
      "--format", "table",
    ]
    let result = try await Program.run(limited, in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("Stopped by the time limit"), "\(result.text)")
    #expect(result.errors.contains("was not reached"), "\(result.errors)")
    let quiet = try await Program.run(limited + ["--quiet"], in: scratch)
    #expect(quiet.status == 0 && quiet.errors.isEmpty, "\(quiet.errors)")
  }

  /// The program that anybody may check the bound with: as many rows and columns as it says.
  @Test func theProblemIsExported() async throws {
    let scratch = try Scratch()
    let result = try await Program.run(
      ["plan", "--data", try await TinyShop.path(), "--export-lp", "plan.mps"] + Self.quick,
      in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    let lines = try scratch.read("plan.mps").split(separator: "\n").filter { !$0.hasPrefix("*") }
    let sections = lines.filter { !$0.hasPrefix(" ") }
    #expect(sections == ["NAME echelon", "ROWS", "COLUMNS", "RHS", "BOUNDS", "ENDATA"])
    #expect(lines.contains(" L storage0") && lines.contains(" G target0"))
  }
}
