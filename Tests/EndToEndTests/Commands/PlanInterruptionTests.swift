import Foundation
import Testing

/// Ctrl-C while `echelon plan` works.
@Suite struct PlanInterruptionTests {
  /// A goal that is never reached, and iterations that last: only the signal ends the search, on a
  /// machine however busy.
  private static let endless = "--gap 0 --set scenarios=256"

  @Test func theBestPlanSoFarIsPrinted() async throws {
    let scratch = try Scratch()
    let shop = try await TinyShop.path()
    let terminal = try await TerminalSession(in: scratch)
    let process = try await terminal.launch(
      "plan --data \(shop) \(Self.endless) --format json > plan.json")
    // Progress counts iterations as soon as there is a plan.
    try await terminal.waitFor("iterations")
    kill(process, SIGINT)
    #expect(try await terminal.ending() == 130)
    let object = try JSONSerialization.jsonObject(with: Data(try scratch.read("plan.json").utf8))
    let plan = try #require(object as? [String: Any])
    #expect(plan["ending"] as? String == "interrupted")
    #expect((plan["positions"] as? [Any])?.isEmpty == false)
    #expect(try terminal.screen().contains("interrupted: the best plan so far"))
  }
}
