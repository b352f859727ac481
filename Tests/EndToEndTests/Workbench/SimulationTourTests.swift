import Foundation
import Testing

/// Screen 7 as an analyst uses it: a simulation is started, stopped, run to its end, read, and
/// followed day by day.
@Suite struct SimulationTourTests {
  @Test func runReadAndReplayed() async throws {
    let scratch = try Scratch()
    let shop = try await PocketShop.path()
    let terminal = try await TerminalSession(in: scratch, width: 140)
    _ = try await terminal.launch(shop)
    try await terminal.waitFor("1 of 2")
    try terminal.press("5")
    try await terminal.waitFor { $0.contains("plan certified") && $0.contains("· current") }
    #expect(try terminal.screen().contains("as planned · "))
    try terminal.press("7")
    try await terminal.waitFor("nothing was simulated yet")

    try terminal.press("r")
    let expected = try await figures(of: shop, in: scratch)
    let done = try await terminal.waitFor("runs of 90 days after")
    #expect(done.contains("the plan is calibrated"), "\(done)")
    let line = try #require(done.split(separator: "\n").first { $0.contains("cost per order") })
    let shown = line.split(separator: " ").compactMap { Double($0) }
    #expect(shown == expected, "\(line)")

    try terminal.press("Right", "Right", "Enter")
    let first = try await terminal.waitFor { $0.contains("▸ Replay") && $0.contains("day 1") }
    #expect(first.contains("on hand"), "\(first)")
    try terminal.press("Down", "Down")
    try await terminal.waitFor { $0.contains("· day 3") && $0.contains("3 of 90") }
    try terminal.press("Up")
    try await terminal.waitFor("· day 2")
    try terminal.press("Escape")
    try await terminal.waitFor("Paired differences")
    try terminal.press("5")
    try await terminal.waitFor("as planned, calibrated: 7")
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  /// The shop is large enough that there is time to stop.
  @Test func stopped() async throws {
    let scratch = try Scratch()
    let terminal = try await TerminalSession(in: scratch, width: 140)
    _ = try await terminal.launch(try await SmallShop.path())
    try await terminal.waitFor("▸ Items")
    try terminal.press("5")
    try await terminal.waitFor { $0.contains("plan certified") && $0.contains("· current") }
    try terminal.press("7")
    try await terminal.waitFor("nothing was simulated yet")
    try terminal.press("r")
    // Every policy is calibrated, with its name and how far it is.
    try await terminal.waitFor { $0.contains("calibrating") && $0.contains("round") }
    try terminal.press("Escape")
    let then = try await terminal.waitFor("simulation stopped; r runs it again")
    #expect(!then.contains("calibrating"), "\(then)")
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  /// What `echelon simulate` says that an order costs under every policy, to three digits. The
  /// workbench plans to a gap of 1 % before it simulates.
  private func figures(of shop: String, in scratch: Scratch) async throws -> [Double] {
    let result = try await Program.run(
      ["simulate", "--data", shop, "--gap", "1%", "--format", "csv", "--quiet"], in: scratch)
    try #require(result.status == 0, "\(result.errors)")
    return result.text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells[1] == "cost_per_order", let value = Double(cells[2]) else { return nil }
      return (value * 1_000).rounded() / 1_000
    }
  }
}
