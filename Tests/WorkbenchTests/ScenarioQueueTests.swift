import Foundation
import InventoryPlanning
import ScenarioStore
import TerminalUI
import Testing

@testable import Workbench

/// What is asked for while something is being saved: it waits its turn, and nothing is lost.
struct ScenarioQueueTests {
  private let file = ScenarioFile()
  private let storage = "facility.north-fc.storage_l"

  /// On the scenarios screen with one change planned, and everything done by the test's own hand.
  private func bench() -> Bench {
    var bench = Bench.planning(scenarios: file.store)
    bench.press(.character("8"))
    bench.run("plan.set", "\(storage) 50")
    bench.holdsWork = true
    return bench
  }

  private func save(_ name: String, _ bench: inout Bench) {
    bench.press(.character("n"), .control("u"))
    bench.type(name)
    bench.press(.enter)
  }

  private func keeps(_ bench: Bench) -> [Int] {
    bench.waiting.indices.filter { if case .keep = bench.waiting[$0].work { true } else { false } }
  }

  /// The disk does one act, or several.
  private func disk(_ bench: inout Bench, _ count: Int = 1) throws {
    for _ in 0..<count {
      #expect(keeps(bench).count == 1, "one after the other")
      bench.finish(try #require(keeps(bench).first))
    }
  }

  private func names() throws -> [String] { try file.store.scenarios().map(\.name).sorted() }

  private func hasLeft(_ bench: Bench) -> Bool {
    bench.told.contains { if case .quit = $0 { true } else { false } }
  }

  /// The way it was met: a finished plan is kept by itself just as another name is entered.
  @Test func aNameWaitsForThePlanThatIsKeptByItself() throws {
    var bench = Bench.planning(scenarios: file.store)
    bench.press(.character("8"))
    bench.holdsWork = true
    bench.run("plan.set", "\(storage) 50")
    save("early", &bench)
    try disk(&bench)
    while keeps(bench).isEmpty { bench.finish(0) }
    save("second", &bench)
    #expect(bench.model.notice?.isProblem == false)
    #expect(bench.model.notice?.text == "saving “second” waits its turn")
    try disk(&bench)
    #expect(bench.model.notice?.text.hasPrefix("“early” is saved with its plan") == true)
    #expect(try names() == ["early"])
    try disk(&bench)
    #expect(bench.model.notice?.text.hasPrefix("“second” is saved with its plan") == true)
    #expect(try names() == ["early", "second"])
    #expect(try file.store.scenario(named: "second").plan != nil)
    #expect(bench.model.scenarioTitle == "second")
    #expect(keeps(bench).isEmpty)
  }

  @Test func eachHoldsTheChangesOfItsOwnEnter() throws {
    var bench = bench()
    save("one", &bench)
    bench.run("plan.set", "\(storage) 40")
    save("two", &bench)
    bench.run("plan.set", "\(storage) 30")
    save("three", &bench)
    bench.run("plan.set", "\(storage) 20")
    bench.press(.down)
    #expect(bench.lines[38].contains("saving… 2 more"))
    try disk(&bench, 3)
    #expect(keeps(bench).isEmpty)
    let values = try ["one", "two", "three"].map {
      try file.store.scenario(named: $0).scenario.changes.map(\.value)
    }
    #expect(values == [["50"], ["40"], ["30"]])
    #expect(try file.store.scenarios().allSatisfy { $0.revision == 1 }, "none is done twice")
    #expect(bench.model.scenarioTitle == "three, changed")
  }

  /// Over itself nothing is asked, also where the number of what it goes over is not known yet.
  @Test func savedAgainWhileItIsSavedItAsksForNothing() throws {
    var bench = bench()
    save("x", &bench)
    bench.run("plan.set", "\(storage) 40")
    bench.press(.character("n"))
    #expect(bench.model.prompt?.field.text == "x")
    bench.press(.enter)
    bench.run("plan.set", "\(storage) 30")
    bench.press(.character("n"), .enter)
    try disk(&bench, 3)
    #expect(bench.model.prompt == nil)
    #expect(try file.store.scenario(named: "x").scenario.changes.map(\.value) == ["30"])
    #expect(try file.store.scenario(named: "x").revision == 3)
  }

  @Test func renamedAndDeletedInTheSameRow() throws {
    var bench = bench()
    save("x", &bench)
    bench.holdsWork = false
    bench.finishAll()
    bench.holdsWork = true
    bench.press(.character("R"), .control("u"))
    bench.type("y")
    bench.press(.enter)
    bench.run("plan.set", "\(storage) 40")
    bench.press(.character("n"))
    #expect(bench.model.prompt?.field.text == "y", "what it will be called")
    bench.press(.enter)
    bench.run("scenario.remove", "y")
    save("y", &bench)
    try disk(&bench, 4)
    #expect(bench.model.prompt == nil)
    #expect(try names() == ["y"])
    #expect(try file.store.scenario(named: "y").revision == 1, "a new one")
  }

  @Test func oneThatFailsIsSaidAndTheNextIsDone() throws {
    var bench = bench()
    save("one", &bench)
    save(String(repeating: "n", count: 61), &bench)
    save("three", &bench)
    try disk(&bench, 2)
    let failed = try #require(bench.model.notice)
    #expect(failed.isProblem && failed.text.hasPrefix("saving “nnn"))
    #expect(failed.text.contains("failed: the name"))
    try disk(&bench)
    let last = try #require(bench.model.notice)
    #expect(last.isProblem, "what failed is not covered")
    #expect(last.text.hasPrefix("saving “nnn") && last.text.contains("; “three” is saved with"))
    #expect(try names() == ["one", "three"])
    save("four", &bench)
    try disk(&bench)
    #expect(bench.model.notice?.text.hasPrefix("“four” is saved") == true, "said once")
  }

  @Test(arguments: [true, false])
  func aTakenNameIsAskedForBeforeTheNext(_ replaces: Bool) throws {
    let theirs = Scenario(
      changes: [],
      basis: ScenarioBasis(dataName: "other", fingerprint: 1, seed: 1, mode: .state, drawCount: 4))
    try file.store.save(theirs, as: "Mine")
    var bench = bench()
    save("one", &bench)
    save("mine", &bench)
    save("three", &bench)
    // Something else is being typed when it turns out: the question comes when that is done.
    bench.press(.character("n"))
    try disk(&bench, 2)
    #expect(bench.model.prompt?.purpose == .scenario(.save))
    #expect(keeps(bench).isEmpty, "what comes after it waits for the answer")
    bench.press(.escape)
    #expect(bench.model.prompt?.purpose == .confirm(.replaceScenario("Mine")))
    bench.press(.character(replaces ? "y" : "n"))
    if !replaces { #expect(bench.model.notice?.text == "not saved: “Mine” is as it was") }
    try disk(&bench, replaces ? 2 : 1)
    #expect(
      try file.store.scenario(named: "mine").scenario.basis.dataName
        == (replaces ? "plan-shop" : "other"))
    #expect(try names() == [replaces ? "mine" : "Mine", "one", "three"].sorted())
  }

  @Test func leavingFinishesAllThatWaits() throws {
    var bench = bench()
    for name in ["one", "two", "three"] { save(name, &bench) }
    bench.press(.character("q"))
    #expect(bench.model.notice?.text == "saving, then leaving…")
    try disk(&bench, 2)
    #expect(!hasLeft(bench))
    try disk(&bench)
    #expect(hasLeft(bench))
    #expect(try names() == ["one", "three", "two"])
  }

  @Test func oneThatFailsIsAReasonToStay() throws {
    var bench = bench()
    for name in ["one", String(repeating: "n", count: 61), "three"] { save(name, &bench) }
    bench.press(.character("q"))
    try disk(&bench, 3)
    #expect(!hasLeft(bench))
    #expect(bench.model.notice?.text.hasPrefix("saving “nnn") == true)
    #expect(try names() == ["one", "three"])
    bench.press(.character("q"))
    #expect(hasLeft(bench))
  }

  /// Given up for lost is the export, not what is being saved.
  @Test func leavingAnExportBehindStillWaitsForTheDisk() throws {
    var bench = Bench.planning(scenarios: file.store)
    bench.holdsWork = true
    bench.run("export", "/tmp/never-written.csv")
    bench.press(.character("q"))
    #expect(bench.model.prompt?.purpose == .confirmQuit)
    bench.press(.escape)
    bench.run("scenario.save", "x")
    bench.change { $0.prompt = Prompt(.confirmQuit, before: $0.page.table) }
    bench.press(.character("y"))
    #expect(!hasLeft(bench))
    try disk(&bench)
    #expect(hasLeft(bench))
    #expect(try names() == ["x"])
  }
}
