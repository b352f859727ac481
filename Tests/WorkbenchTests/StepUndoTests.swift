import Recommendations
import TerminalUI
import Testing

@testable import Workbench

/// Steps of one figure in a row are one edit, and no more than those.
struct StepUndoTests {
  private let storage = "facility.north-fc.storage_l"
  private let other = "facility.south-fc.storage_l"

  /// On the form, with the storage of the North FC chosen.
  private func onStorage() -> Bench {
    var bench = Bench.planning(byHand: true)
    bench.press(.character("5"))
    bench.change { $0.chooseFigure(at: storage) }
    return bench
  }

  private func value(_ bench: Bench, _ path: String? = nil) -> String? {
    bench.model.planning.changes.value(of: path ?? storage)
  }

  @Test func aHeldStepIsUndoneAndRedoneAtOnce() {
    var bench = onStorage()
    for _ in 0..<40 { bench.press(.character("+")) }
    #expect(value(bench) == "140", "no step is lost")
    bench.press(.character("u"))
    #expect(bench.model.planning.changes.isEmpty && !bench.model.edits.canUndo)
    #expect(bench.model.notice?.text == "undone: \(storage) 140 → as in the data")
    bench.press(.control("r"))
    #expect(value(bench) == "140" && !bench.model.edits.canRedo)
    bench.press(.character("+"), .character("u"))
    #expect(value(bench) == "140", "a step after a redo is an edit of its own")
  }

  /// Keys that do nothing, and prompts that are left, end it as any other key does.
  @Test(arguments: [
    [Key.down, .up], [.character("é")], [.character("/"), .escape], [.control("l")],
  ])
  func anotherKeyEndsIt(_ keys: [Key]) {
    var bench = onStorage()
    bench.press(.character("+"), .character("+"))
    for key in keys { bench.press(key) }
    bench.press(.character("+"), .character("+"), .character("u"))
    #expect(value(bench) == "64")
    bench.press(.character("u"))
    #expect(value(bench) == nil)
  }

  @Test func theOtherWayIsAnotherEdit() {
    var bench = onStorage()
    bench.press(.character("+"), .character("+"), .character("-"), .character("u"))
    #expect(value(bench) == "64")
  }

  @Test func anotherFigureIsAnotherEdit() {
    var bench = onStorage()
    bench.press(.character("+"), .character("+"))
    bench.change { $0.chooseFigure(at: other) }
    bench.press(.character("+"), .character("+"), .character("u"))
    #expect(value(bench) == "64" && value(bench, other) == nil)
  }

  @Test func aPauseEndsIt() {
    var bench = onStorage()
    bench.press(.character("+"), .character("+"))
    bench.run("pause")
    bench.press(.character("+"), .character("u"))
    #expect(value(bench) == "64")
  }

  @Test func choicesThatWentRoundAreNoEdit() {
    var bench = onStorage()
    bench.press(.character("+"))
    bench.change { $0.chooseFigure(at: "mode") }
    bench.press(.character("+"), .character("+"))
    #expect(bench.model.planning.changes.list.map(\.path) == [storage])
    bench.press(.character("u"))
    #expect(bench.model.planning.changes.isEmpty, "undo does not stand still")
  }

  @Test func parametersOfRecommendationsAreSteppedAlike() {
    var bench = Bench()
    bench.press(.enter)
    bench.run("kappa", "100")
    for _ in 0..<5 { bench.press(.character("+")) }
    #expect(bench.model.parameters.relatedness.kappa > 100)
    bench.press(.character("u"))
    #expect(bench.model.parameters.relatedness.kappa == 100)
  }

  /// A log has no clock, and still undoes what the session did.
  @Test(arguments: [[Key.character("é")], [.character("="), .escape], [.control("l")], []])
  func aReplayUndoesTheSame(_ between: [Key]) {
    var bench = onStorage()
    bench.press(.character("+"), .character("+"))
    for key in between { bench.press(key) }
    bench.press(.character("+"), .character("u"))
    let log = ["screen.plan", "select \((bench.model.chosenFigure ?? 0) + 1)"]
    let steps = bench.model.log.lines.drop { $0 != "plan.up" }
    let again = Bench.planning(byHand: true, replay: log + steps)
    #expect(again.model.replay.isDone)
    #expect(again.model.edited == bench.model.edited)
    #expect(value(again) == (between.isEmpty ? nil : "64"))
  }
}
