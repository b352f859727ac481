import Foundation
import Testing

/// Named what-ifs as an analyst uses them: saved, left by whatever way, found again.
@Suite struct ScenarioTourTests {
  private let path = "facility.*.storage_l"

  /// Opens the scenarios with a change of the plan; returns the process.
  private func openWithAChange(_ terminal: TerminalSession) async throws -> pid_t {
    let process = try await terminal.launch("'\(try await TinyShop.path())' --workspace w.sqlite")
    try await terminal.waitFor("1 of 8")
    try terminal.press("8")
    try await terminal.waitFor("no scenario is saved yet")
    // The plan's figures are there once it has begun.
    try await terminal.waitFor { $0.contains("plan solving") || $0.contains("plan certified") }
    try terminal.type(":plan.set \(path) -20%")
    try await terminal.waitFor(":plan.set \(path) -20%")
    try terminal.press("Enter")
    try await terminal.waitFor { !$0.contains(":plan.set") && $0.contains("-20%") }
    return process
  }

  private func save(_ name: String, _ terminal: TerminalSession) async throws {
    try terminal.press("n")
    try await terminal.waitFor("save as")
    try terminal.press("C-u")
    try terminal.type(name)
    try await terminal.waitFor("save as \(name)")
    try terminal.press("Enter")
    try await terminal.waitFor("“\(name)” is saved with")
  }

  @Test func saveQuitReopenLoad() async throws {
    let scratch = try Scratch()
    let terminal = try await TerminalSession(in: scratch)
    _ = try await openWithAChange(terminal)
    try await save("less room", terminal)
    try terminal.type(":plan.reset")
    try await terminal.waitFor(":plan.reset")
    try terminal.press("Enter")
    try await terminal.waitFor("~   less room")
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)

    _ = try await terminal.launch("'\(try await TinyShop.path())' --workspace w.sqlite")
    // The session comes back to the screen it was left on.
    try await terminal.waitFor("Scenarios")
    try await terminal.waitFor { $0.contains("plan solving") || $0.contains("plan certified") }
    try terminal.press("Enter")
    try await terminal.waitFor("“less room” loaded: 1 change; u takes it back")
    try await terminal.waitFor("▸   less room")
    try terminal.press("u")
    try await terminal.waitFor("undone: \(path) -20% → as in the data")
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  @Test func killedAfterItSaidSoItIsThere() async throws {
    let scratch = try Scratch()
    let terminal = try await TerminalSession(in: scratch, width: 80, height: 24)
    let process = try await openWithAChange(terminal)
    try await save("less room", terminal)
    kill(process, SIGKILL)
    let kept = try await Program.shell(
      """
      sqlite3 w.sqlite 'PRAGMA integrity_check;
        SELECT name, path, value FROM scenarios JOIN scenario_changes ON scenario_id = id'
      """, in: scratch)
    #expect(kept.text == "ok\nless room|\(path)|-20%\n")
    let planned = try await Program.run(
      [
        "plan", "--data", try await TinyShop.path(), "--workspace", "w.sqlite", "--scenario",
        "less room", "--gap", "50%", "--format", "json",
      ], in: scratch)
    #expect(planned.status == 0, "\(planned.errors)")
  }
}
