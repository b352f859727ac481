import Foundation
import Testing

/// Named what-ifs on the command line, and what plain SQL finds of them.
@Suite struct PlanScenarioTests {
  private static let quick = ["--gap", "8%"]
  private static let change = ["--set", "scenarios=2", "--set", "facility.*.storage_l=-10%"]

  private struct Answer: Decodable {
    var cost: Double
    var scenarios: Int
    var seed: UInt64
    var mode: String
  }

  private func plan(_ arguments: [String], in scratch: Scratch) async throws -> Program.Outcome {
    let data = try await TinyShop.path()
    return try await Program.run(["plan", "--data", data] + Self.quick + arguments, in: scratch)
  }

  private func answer(_ arguments: [String], in scratch: Scratch) async throws -> Answer {
    let result = try await plan(arguments + ["--format", "json"], in: scratch)
    try #require(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Answer.self, from: result.output)
  }

  private func sql(_ query: String, of file: String, in scratch: Scratch) async throws -> String {
    let result = try await Program.shell("sqlite3 '\(file)' \"\(query)\"", in: scratch)
    try #require(result.status == 0, "\(result.errors)")
    return result.text
  }

  @Test func aSavedScenarioMakesTheSamePlanAgain() async throws {
    let scratch = try Scratch()
    let first = try await plan(
      Self.change + ["--seed", "5", "--mode", "target", "--format", "json"]
        + ["--save-scenario", "less room"], in: scratch)
    #expect(first.status == 0, "\(first.errors)")
    let file = scratch.path("xdg/data/echelon/workspace.sqlite")
    #expect(first.errors.hasSuffix("saved as the scenario “less room” in \(file)\n"))
    let saved = try JSONDecoder().decode(Answer.self, from: first.output)
    let again = try await answer(["--scenario", "LESS Room"], in: scratch)
    #expect(again.cost == saved.cost)
    #expect(again.seed == 5 && again.mode == "target" && again.scenarios == 2)

    // Options act on top.
    let other = try await answer(
      ["--scenario", "less room", "--seed", "6", "--set", "facility.*.storage_l=*10"], in: scratch)
    #expect(other.seed == 6 && other.mode == "target")
    #expect(other.cost != saved.cost)

    #expect(
      try await sql("SELECT name, seed, mode, scenarios FROM scenarios", of: file, in: scratch)
        == "less room|5|target|2\n")
    #expect(
      try await sql(
        "SELECT path, value FROM scenario_changes ORDER BY position", of: file, in: scratch)
        == "mode|target\nseed|5\nscenarios|2\nfacility.*.storage_l|-10%\n")
    let sums = try await sql(
      """
      SELECT abs(cost - sum) < 1e-6, n > 0 FROM plans,
        (SELECT plan_id, sum(cost) AS sum FROM plan_costs GROUP BY plan_id) costs,
        (SELECT plan_id, count(*) AS n FROM plan_positions GROUP BY plan_id) positions
      WHERE costs.plan_id = id AND positions.plan_id = id
      """, of: file, in: scratch)
    #expect(sums == "1|1\n")
  }

  @Test func aNameThatIsTakenIsRefusedBeforeTheWork() async throws {
    let scratch = try Scratch()
    let workspace = ["--workspace", "w.sqlite", "--save-scenario", "tight"]
    let first = try await plan(Self.change + workspace, in: scratch)
    #expect(first.status == 0, "\(first.errors)")
    let second = try await plan(["--set", "scenarios=3"] + workspace, in: scratch)
    #expect(second.status == 1)
    #expect(second.output.isEmpty)
    #expect(
      second.errors.hasSuffix(
        "Error: there is a scenario “tight” already; save under another name, or replace it with "
          + "--overwrite\n"))
    let third = try await plan(
      ["--set", "scenarios=3", "--overwrite", "--quiet"] + workspace, in: scratch)
    #expect(third.status == 0 && third.errors.isEmpty, "\(third.errors)")
    #expect(
      try await sql("SELECT scenarios, revision FROM scenarios", of: "w.sqlite", in: scratch)
        == "3|2\n")
  }

  @Test func aNameThatIsNotThereIsAnsweredWithNearOnes() async throws {
    let scratch = try Scratch()
    let nothing = try await plan(["--scenario", "tight", "--workspace", "w.sqlite"], in: scratch)
    #expect(nothing.status == 1)
    #expect(
      nothing.errors
        == "Error: there is no scenario “tight” in w.sqlite; nothing has been saved there yet\n")
    #expect(!scratch.exists("w.sqlite"))
    let saved = try await plan(
      Self.change + ["--workspace", "w.sqlite", "--save-scenario", "tight London"], in: scratch)
    #expect(saved.status == 0, "\(saved.errors)")
    let near = try await plan(["--scenario", "tigth", "--workspace", "w.sqlite"], in: scratch)
    #expect(
      near.errors
        == "Error: there is no scenario “tigth” in w.sqlite; there is “tight London”\n")
  }

  @Test func whatDoesNotFitTheDataIsSaidAndTheRestPlanned() async throws {
    let scratch = try Scratch()
    let saved = try await plan(
      Self.change + ["--workspace", "w.sqlite", "--save-scenario", "tight"], in: scratch)
    #expect(saved.status == 0, "\(saved.errors)")
    _ = try await sql(
      """
      UPDATE scenario_changes SET path = 'facility.MOON.storage_l' WHERE path LIKE 'facility%';
      UPDATE scenarios SET data_name = 'bazaar', data_fingerprint = '00';
      """, of: "w.sqlite", in: scratch)
    let result = try await plan(
      ["--scenario", "tight", "--workspace", "w.sqlite", "--format", "json"], in: scratch)
    #expect(result.status == 0)
    #expect(
      result.errors.contains(
        "\n“tight” was saved with other data, “bazaar”. 1 of 2 changes of “tight” does not fit and "
          + "is left out: facility.MOON.storage_l=-10%: there is no facility \"MOON\""),
      "\(result.errors)")
    #expect(try JSONDecoder().decode(Answer.self, from: result.output).scenarios == 2)
  }

  @Test(
    "What cannot be is said before anything is read",
    arguments: [
      (
        ["--workspace", "w.sqlite"], 64,
        "--workspace needs --scenario or --save-scenario: nothing is kept there otherwise."
      ),
      (
        ["--workspace", "", "--scenario", "x"], 64,
        "--workspace is empty, but must name a file."
      ),
      (
        ["--save-scenario", " "], 1,
        "--save-scenario: the name is empty; give the scenario a name"
      ),
      (
        ["--scenario", "x", "--workspace", "notes.txt"], 1,
        "notes.txt: found a file that is no SQLite database, expected a workspace of Echelon; "
          + "name another file with --workspace; this one is left as it is"
      ),
    ])
  func usage(arguments: [String], status: Int32, text: String) async throws {
    let scratch = try Scratch()
    try scratch.write("Notes on how long a text must be to have a header\n", to: "notes.txt")
    let result = try await plan(arguments, in: scratch)
    #expect(result.status == status)
    #expect(result.errors.contains(text), "\(result.errors)")
  }
}
