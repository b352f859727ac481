import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// What was done can be written down, and done again.
struct ReplayTests {
  private func replaying(_ lines: [String], byHand: Bool = true) -> Bench {
    Bench.planning(byHand: byHand, replay: lines)
  }

  @Test func aSessionsLogBringsBackItsEnd() {
    var bench = Bench.planning(byHand: true)
    bench.press(.character("3"), .character("2"), .down, .character("/"))
    bench.type("candle")
    bench.press(.enter, .enter, .character("p"), .down, .down, .character("+"), .character("="))
    bench.type("25")
    bench.press(.enter, .escape, .escape, .escape, .character("f"))
    bench.type("bowl")
    bench.press(.enter, .character(":"))
    bench.type("P7")
    bench.press(.enter, .escape, .character("5"), .character("]"), .character("-"), .character("="))
    bench.type("+50%")
    bench.press(.enter, .character("u"), .character("d"))
    #expect(bench.model.page.place == .planDifferences)
    let again = replaying(bench.model.log.lines)
    #expect(again.model.replay.isDone)
    #expect(again.text() == bench.text())
    #expect(again.model.edited == bench.model.edited)
    #expect(again.model.log.lines == bench.model.log.lines)
  }

  @Test func theMouseIsRememberedAsWhatItDid() {
    var bench = Bench.planning(byHand: true)
    func mouse(_ action: Mouse.Action, _ column: Int, _ row: Int) {
      bench.send(.event(.mouse(Mouse(action, at: Point(column: column, row: row)))))
    }
    bench.press(.character("5"))
    mouse(.wheelDown, 5, 10)
    mouse(.wheelDown, 5, 10)
    mouse(.press, 5, 12)
    bench.press(.character("+"), .character("2"))
    mouse(.press, 10, 1)
    mouse(.press, 5, 4)
    mouse(.press, 5, 4)
    #expect(bench.model.depth == 2)
    let again = replaying(bench.model.log.lines)
    #expect(again.model.replay.isDone)
    #expect(again.model.page.place == bench.model.page.place)
    #expect(again.model.edited == bench.model.edited)
    #expect(bench.model.log.lines.count { $0.hasPrefix("select") } == 2)
  }

  @Test func everyCommandWaitsForTheOneBeforeIt() {
    var bench = Bench.planning(
      holdsWork: true, byHand: true,
      replay: ["# a comment", "", "plan.set facility.depot.storage_l 3000", "screen.plan"])
    while bench.solves.isEmpty { bench.finish(0) }
    #expect(bench.model.planning.changes.isEmpty, "not before the first plan is there")
    while bench.model.planning.changes.isEmpty { bench.finish(0) }
    #expect(bench.model.screen == .items)
    bench.finishAll()
    #expect(bench.model.screen == .plan && bench.model.replay.isDone)
  }

  @Test(arguments: [
    ("plan.fly", "line 2: there is no command"), ("retry", "line 2: retry means nothing here"),
    ("plan.set nowhere 3", "line 2: there is no parameter"),
  ])
  func whatCannotBeDoneEndsTheReplay(_ line: String, _ reason: String) {
    let bench = replaying(["screen.plan", line, "screen.customers"])
    #expect(bench.model.screen == .plan)
    #expect(
      bench.model.notice?.text.contains(reason) == true, "\(String(describing: bench.model.notice))"
    )
  }

  @Test func theLogIsWrittenToAFile() {
    var bench = Bench.planning(holdsWork: true, byHand: true)
    bench.finishAll()
    bench.press(.character("1"), .character("5"))
    bench.run("log", "session.txt")
    let written = bench.waiting.compactMap { _, work -> [String]? in
      if case .writeLog(let lines, "session.txt") = work { lines } else { nil }
    }
    #expect(written == [["screen.overview", "screen.plan"]])
  }
}
