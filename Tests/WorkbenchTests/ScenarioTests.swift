import Foundation
import InventoryPlanning
import RetailData
import ScenarioStore
import TerminalUI
import Testing

@testable import Workbench

/// Naming what-ifs and coming back to them: what happens to the present changes, to the file, and
/// what is said.
struct ScenarioTests {
  private let file = ScenarioFile()
  private let storage = "facility.north-fc.storage_l"

  /// On the scenarios screen, with one change planned.
  private func bench(holdsWork: Bool = false) -> Bench {
    var bench = Bench.planning(scenarios: file.store)
    bench.press(.character("8"))
    bench.run("plan.set", "\(storage) 50")
    bench.holdsWork = holdsWork
    return bench
  }

  private func save(_ name: String, _ bench: inout Bench) {
    bench.press(.character("n"))
    bench.press(.control("u"))
    bench.type(name)
    bench.press(.enter)
  }

  @Test func theFirstNameIsSavedWithThePlan() throws {
    var bench = bench()
    #expect(bench.text().contains("no scenario is saved yet"))
    save("less room", &bench)
    #expect(bench.model.notice?.text.hasPrefix("“less room” is saved with its plan") == true)
    let saved = try file.store.scenario(named: "less room")
    #expect(saved.scenario.changes == [ScenarioChange(path: storage, value: "50")])
    #expect(saved.scenario.basis.dataName == "plan-shop")
    #expect(saved.changed == Bench.moment)
    let figures = try #require(bench.model.planning.newest)
    #expect(saved.plan?.cost == figures.cost && saved.plan?.bound == figures.bound)
    let plan = try #require(try file.store.plan(ofScenario: "less room"))
    #expect(plan.positions.count == figures.plan.positions.count)
    #expect(plan.positions.map(\.target) == figures.plan.positions.map { Double($0.target) })
    #expect(bench.model.scenarioTitle == "less room")
    #expect(bench.lines[2].contains("less room") && bench.lines[2].contains("▸"))
  }

  @Test func nothingIsSaidToBeSavedBeforeItIs() throws {
    var bench = bench(holdsWork: true)
    save("x", &bench)
    #expect(bench.model.notice == nil)
    #expect(bench.lines[38].contains("saving…"), "\(bench.lines[38])")
    #expect(try file.store.scenarios().isEmpty)
    bench.finishAll()
    #expect(bench.model.notice?.text.contains("is saved") == true)
  }

  @Test func loadingIsAStepThatUndoTakesBack() throws {
    var bench = bench()
    save("less room", &bench)
    bench.run("plan.set", "\(storage) 40")
    #expect(bench.model.scenarioTitle == "less room, changed")
    save("even less", &bench)
    #expect(bench.rows.count == 2)
    let even = bench.model.planning.changes
    bench.press(.down)
    #expect(bench.model.selectedScenario?.name == "less room")
    bench.press(.enter)
    #expect(bench.model.planning.changes.list == [PlanChange(path: storage, value: "50")])
    #expect(bench.model.notice?.text == "“less room” loaded: 1 change; u takes it back")
    #expect(bench.model.scenarioTitle == "less room")
    bench.press(.character("u"))
    #expect(bench.model.planning.changes == even)
    #expect(bench.model.scenarioTitle == "even less")
    bench.press(.control("r"))
    #expect(bench.model.scenarioTitle == "less room")
  }

  @Test func savedAgainItAsksForNothing() throws {
    var bench = bench()
    save("x", &bench)
    bench.run("plan.set", "\(storage) 45")
    bench.press(.character("n"))
    #expect(bench.model.prompt?.field.text == "x")
    bench.press(.enter)
    #expect(bench.model.prompt == nil)
    #expect(try file.store.scenario(named: "x").scenario.changes.first?.value == "45")
  }

  @Test func aNameOfAnotherIsOnlyReplacedWhenToldTo() throws {
    try file.store.save(
      Scenario(
        changes: [],
        basis: ScenarioBasis(
          dataName: "other", fingerprint: 1, seed: 1, mode: .state, drawCount: 4)), as: "Mine")
    var bench = bench()
    save("mine", &bench)
    #expect(bench.lines[38].contains("“Mine” is there already: replace it? (y/n)"))
    #expect(bench.lines[39].contains("y replace"))
    bench.press(.character("n"))
    #expect(try file.store.scenario(named: "mine").scenario.basis.dataName == "other")
    // The list was read before the other workbench wrote: it is read anew.
    #expect(bench.model.savedScenarios?.value.saved.map(\.name) == ["Mine"])
    bench.press(.character("m"), .character("y"))
    #expect(bench.model.notice?.text == "copied Mine")
    save("mine", &bench)
    bench.press(.character("y"))
    let replaced = try file.store.scenario(named: "mine")
    #expect(replaced.name == "mine" && replaced.scenario.basis.dataName == "plan-shop")
  }

  /// Renaming never replaces: it says so, and what to do, and both stay as they were.
  @Test(arguments: [("R", "not renamed, R tries another name"), ("c", "not duplicated, c tries")])
  func aNameOfAnotherIsNotTakenFromIt(_ key: Character, _ advice: String) throws {
    var bench = bench()
    save("Mine", &bench)
    bench.run("plan.set", "\(storage) 40")
    save("other", &bench)
    #expect(bench.model.selectedScenario?.name == "other")
    let before = try ["Mine", "other"].map { try file.store.scenario(named: $0) }
    bench.send(.event(.resize(Bench.small)))
    bench.press(.character(key), .control("u"))
    bench.type("mine")
    bench.press(.enter)
    let notice = try #require(bench.model.notice)
    #expect(notice.isProblem && notice.text.hasPrefix(advice))
    #expect(bench.lines[22].hasSuffix(": “Mine” is there already"), "\(bench.lines[22])")
    #expect(bench.model.prompt == nil)
    #expect(try file.store.scenarios().count == 2)
    #expect(try ["Mine", "other"].map { try file.store.scenario(named: $0) } == before)
    #expect(try file.store.plan(ofScenario: "Mine") != nil)
    #expect(bench.model.scenarioTitle == "other" && bench.model.selectedScenario?.name == "other")
    // And on the way to do it.
    bench.press(.character(key), .control("u"))
    bench.type("third")
    bench.press(.enter)
    #expect(bench.model.selectedScenario?.name == "third")
  }

  @Test func whatAnotherWorkbenchSavedIsNotLost() throws {
    var bench = bench()
    save("x", &bench)
    let theirs = try file.store.scenario(named: "x")
    try file.store.save(theirs.scenario, as: "x", replacing: .anything)
    bench.run("plan.set", "\(storage) 45")
    bench.press(.character("n"), .enter)
    #expect(bench.model.prompt?.purpose == .confirm(.replaceScenario("x")))
    bench.press(.escape)
    #expect(try file.store.scenario(named: "x").scenario == theirs.scenario)
  }

  @Test(arguments: ["", "a\u{202e}b", String(repeating: "x", count: 61)])
  func aNameThatCannotBeIsSaid(_ name: String) throws {
    var bench = bench()
    bench.run("scenario.save", name)
    #expect(bench.model.notice?.isProblem == true)
    #expect(bench.model.notice?.text.contains("the name") == true)
    #expect(try file.store.scenarios().isEmpty)
  }

  @Test func savedBeforeThePlanIsThereItGetsItsPlanLater() throws {
    var bench = Bench.planning(scenarios: file.store)
    bench.press(.character("8"))
    bench.holdsWork = true
    bench.run("plan.set", "\(storage) 50")
    bench.run("scenario.save", "early")
    func finish(_ isWanted: (Work) -> Bool) {
      while let index = bench.waiting.firstIndex(where: { isWanted($0.work) }) {
        bench.finish(index)
      }
    }
    finish { if case .keep = $0 { true } else { false } }
    #expect(
      bench.model.notice?.text
        == "“early” is saved without a plan, which is kept when it is there")
    #expect(try file.store.scenario(named: "early").plan == nil)
    bench.finishAll()
    #expect(try file.store.scenario(named: "early").plan != nil)
    #expect(bench.model.notice?.text.hasPrefix("“early” is saved with its plan") == true)
  }

  @Test func aPlanThatComesLaterNeverAsks() throws {
    var bench = Bench.planning(scenarios: file.store)
    bench.press(.character("8"))
    bench.holdsWork = true
    bench.run("plan.set", "\(storage) 50")
    bench.run("scenario.save", "early")
    while let index = bench.waiting.firstIndex(where: {
      if case .keep = $0.work { true } else { false }
    }) {
      bench.finish(index)
    }
    try file.store.delete("early")
    bench.finishAll()
    #expect(bench.model.prompt == nil)
    #expect(bench.model.notice?.isProblem == true)
    #expect(try file.store.scenarios().isEmpty)
  }

  @Test func theSelectionFollowsWhatIsNamed() throws {
    var bench = bench()
    for name in ["one", "two", "three"] { save(name, &bench) }
    bench.press(.down)
    let name = try #require(bench.model.selectedScenario?.name)
    bench.press(.character("R"), .control("u"))
    bench.type("zzz")
    bench.press(.enter)
    #expect(bench.model.selectedScenario?.name == "zzz")
    #expect(bench.model.notice?.text == "“\(name)” is now “zzz”")
    bench.press(.character("c"))
    #expect(bench.model.prompt?.field.text == "zzz 2")
    bench.press(.enter)
    #expect(bench.model.selectedScenario?.name == "zzz 2")
    #expect(try file.store.scenario(named: "zzz 2").plan != nil)
    #expect(bench.rows.count == 4)
  }

  @Test func deletingAsks() throws {
    var bench = bench()
    save("x", &bench)
    bench.press(.character("d"))
    #expect(bench.lines[38].contains("delete “x” and its plan? (y/n)"))
    bench.press(.character("q"))
    #expect(bench.rows.count == 1)
    bench.press(.character("d"), .character("y"))
    #expect(bench.rows.isEmpty && bench.model.scenarioTitle == nil)
    #expect(try file.store.scenarios().isEmpty)
    #expect(!bench.model.planning.changes.isEmpty, "the present changes stay")
  }

  @Test func twoAreCompared() throws {
    var bench = bench()
    save("less room", &bench)
    bench.run("plan.set", "demand_factor 2")
    save("hardly any", &bench)
    bench.press(.character("m"), .down, .character("v"))
    #expect(
      bench.model.page.place == .comparison(.saved("hardly any"), .saved("less room")))
    let text = bench.text()
    #expect(
      text.contains("demand_factor") && text.contains("In time %")
        && text.contains("Stands elsewhere"))
    #expect(bench.model.scene(ComparisonPage.positions)?.count ?? 0 > 0)
    bench.press(.escape)
    #expect(bench.model.page.place == .scenarios)
  }

  /// Changes need no name to be compared with one that has, and the comparison follows them.
  @Test func thePresentIsComparedWithASavedOne() throws {
    var bench = bench()
    save("less room", &bench)
    bench.run("plan.set", "demand_factor 2")
    bench.press(.character("v"))
    #expect(bench.model.page.place == .comparison(.present, .saved("less room")))
    func figure(_ name: String) throws -> [String] {
      let source = try #require(bench.model.scene(ComparisonPage.figures)?.source)
      let names = try #require(source.column("figure"))
      let row = try #require((0..<source.rowCount).first { names.text($0) == name })
      return ["left", "right"].compactMap { source.column($0)?.text(row) }
    }
    #expect(try figure("demand_factor") == ["2", "as in data"])
    let cost = try #require(bench.model.planning.newest?.cost)
    #expect(try figure("total")[0] == NumberText.decimal(cost, places: 2))
    #expect(bench.text().contains("now: less room, changed"))
    let different = try #require(bench.model.scene(ComparisonPage.positions)?.count)
    #expect(different > 0)
    bench.run("plan.set", "demand_factor 3")
    #expect(try figure("demand_factor")[0] == "3")
    // Back at the saved one nothing differs.
    bench.run("plan.set", "demand_factor 1")
    #expect(bench.model.scene(ComparisonPage.positions)?.count == 0)
    #expect(bench.text().contains("both cost the same"))
  }

  @Test func withoutAPlanThePresentSaysSo() throws {
    var bench = bench()
    save("less room", &bench)
    bench.holdsWork = true
    bench.run("plan.set", "demand_factor 2")
    bench.press(.character("v"))
    while let next = bench.waiting.indices.first(where: { !bench.isSolve($0) }) {
      bench.finish(next)
    }
    #expect(bench.text().contains("the plan of the present changes is on its way"))
    bench.finishAll()
    #expect(!bench.text().contains("on its way"))
  }
}
