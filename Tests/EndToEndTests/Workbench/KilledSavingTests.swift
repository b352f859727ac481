import Foundation
import TestSupport
import Testing

/// The workbench is killed (kill -9) while it saves scenarios, at moments drawn from a seed:
/// whatever its screen said was saved is in the file, and whole. `ECHELON_KILLS` says how often.
@Suite("A killed workbench loses nothing that was saved")
struct KilledSavingTests {
  private static let kills =
    ProcessInfo.processInfo.environment["ECHELON_KILLS"].flatMap { Int($0) } ?? 12
  private static let path = "facility.*.storage_l"
  /// Microseconds from the Enter of a save to the kill: from before it begins until after its end.
  private static let delays = 0...40_000

  /// What was saved, by name: the value of the one change in it.
  private typealias Saved = [String: String]

  @Test func killedWhileItSaves() async throws {
    let scratch = try Scratch()
    var random = SeededGenerator(seed: 41)
    var begun: Saved = [:]
    var said: Saved = [:]
    var found = 0
    for round in 0..<Self.kills {
      // A terminal of its own for each: the last one is left as the kill left it, raw and without
      // echo, and what a shell reads there is not what was typed.
      let terminal = try await TerminalSession(in: scratch)
      let process = try await open(terminal)
      let value = "-\(1 + round % 60)%"
      try await change(to: value, terminal)
      for number in 0..<Int.random(in: 0...2, using: &random) {
        let name = "kill \(round) save \(number)"
        begun[name] = value
        try await beginSaving(name, terminal)
        try await terminal.waitFor("“\(name)” is saved with")
        said[name] = value
      }
      let last = "kill \(round) last"
      begun[last] = value
      try await beginSaving(last, terminal)
      usleep(UInt32(Int.random(in: Self.delays, using: &random)))
      kill(process, SIGKILL)
      let screen = try await terminal.afterKill()
      if screen.contains("“\(last)” is saved with") { said[last] = value }
      found = try await expectWhole(said, begun, in: scratch)
    }
    print(
      "\(Self.kills) kills: \(begun.count) saves begun, \(said.count) said to be saved, "
        + "\(found) in the file, all of them whole")
  }

  private func open(_ terminal: TerminalSession) async throws -> pid_t {
    let process = try await terminal.launch("'\(try await TinyShop.path())' --workspace w.sqlite")
    try await terminal.waitFor { $0.contains("plan solving") || $0.contains("plan certified") }
    try terminal.press("8")
    try await terminal.waitFor("Scenarios")
    return process
  }

  private func change(to value: String, _ terminal: TerminalSession) async throws {
    try terminal.type(":plan.set \(Self.path) \(value)")
    try await terminal.waitFor(":plan.set \(Self.path) \(value)")
    try terminal.press("Enter")
    // A plan that is done: nothing is saved then that the analyst did not ask for.
    try await terminal.waitFor { !$0.contains(":plan.set") && $0.contains("· current") }
  }

  /// Presses Enter on a name to save under, whether or not another is still being saved.
  private func beginSaving(_ name: String, _ terminal: TerminalSession) async throws {
    try terminal.press("n")
    try await terminal.waitFor("save as")
    try terminal.press("C-u")
    try terminal.type(name)
    try await terminal.waitFor("save as \(name)")
    try terminal.press("Enter")
  }

  /// The file is sound, all that was said to be saved is there, and nothing is there in part.
  ///
  /// - Returns: How many are there.
  private func expectWhole(_ said: Saved, _ begun: Saved, in scratch: Scratch) async throws -> Int {
    // A kill before the first save may have left no file, or one without tables.
    guard !said.isEmpty else { return 0 }
    let result = try await Program.shell(
      """
      sqlite3 w.sqlite "PRAGMA integrity_check; SELECT count(*) FROM pragma_foreign_key_check;
        SELECT name,
          (SELECT group_concat(path || ' ' || value) FROM scenario_changes WHERE scenario_id = s.id),
          p.id IS NULL OR
            (SELECT count(*) FROM plan_costs WHERE plan_id = p.id) = 6
            AND (SELECT count(*) > 0 FROM plan_service WHERE plan_id = p.id)
            AND (SELECT count(*) > 0 FROM plan_prices WHERE plan_id = p.id)
            AND (SELECT count(*) > 0 FROM plan_positions WHERE plan_id = p.id)
        FROM scenarios s LEFT JOIN plans p ON scenario_id = s.id"
      """, in: scratch)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.text.split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["ok", "0"], "the file is damaged")
    var found: Set<String> = []
    for line in lines.dropFirst(2) {
      let name = String(line.prefix { $0 != "|" })
      let value = try #require(begun[name], "nobody saved \(name)")
      #expect(line == "\(name)|\(Self.path) \(value)|1", "not whole")
      found.insert(name)
    }
    let lost = Set(said.keys).subtracting(found)
    #expect(lost.isEmpty, "lost: \(lost.sorted())")
    return found.count
  }
}

extension TerminalSession {
  /// The last screen of a program that was just killed.
  fileprivate func afterKill() async throws -> String {
    // The prompt may stand anywhere, also over the end of a line: the shell in front is what tells.
    try await waitFor { [self] _ in try value(of: "#{pane_current_command}") == "sh" }
    return try screen()
  }
}
