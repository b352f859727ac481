import Foundation
import InventoryPlanning
import RetailData
import ScenarioStore
import TerminalUI
import Testing

@testable import Workbench

/// Scenarios of other data, of the command line, and files that cannot be used; leaving and coming
/// back.
struct ScenarioFileTests {
  private let file = ScenarioFile()

  private func basis(fingerprint: UInt64 = 0, seed: UInt64 = 9) -> ScenarioBasis {
    ScenarioBasis(
      dataName: "plan-shop", fingerprint: fingerprint, seed: seed, mode: .target, drawCount: 8)
  }

  @Test func whatTheCommandLineSavedIsPlannedTheSame() throws {
    try file.store.save(
      Scenario(
        changes: [
          ScenarioChange(path: "facility.*.storage_l", value: "-10%"),
          ScenarioChange(path: "facility.north-fc.storage_l", value: "*0.5"),
          ScenarioChange(path: "facility.north-fc.storage_l", value: "+3"),
        ], basis: basis()), as: "by hand")
    var bench = Bench.planning(scenarios: file.store)
    bench.press(.character("8"), .enter)
    let input = try #require(bench.model.planning.input)
    #expect(input.network.facilities.map(\.storage) == [3_600, 30, 450])
    #expect(input.settings.seed == 9 && input.settings.mode == .target)
    #expect(input.settings.scenarios == 8)
    #expect(bench.model.planning.figures?.isCurrent == true)
  }

  @Test func whatTheDataHasNotIsCountedAndNamed() throws {
    try file.store.save(
      Scenario(
        changes: [
          ScenarioChange(path: "facility.moon.storage_l", value: "5"),
          ScenarioChange(path: "facility.*.storage_l", value: "-10%"),
          ScenarioChange(path: "facility.*.storage_l", value: "-10%"),
        ], basis: basis(fingerprint: 7)), as: "lunar")
    var bench = Bench.planning(scenarios: file.store)
    bench.press(.character("8"), .enter)
    let notice = try #require(bench.model.notice)
    #expect(notice.isProblem)
    #expect(notice.text.contains("2 of 3 changes of “lunar” do not fit and are left out"))
    #expect(bench.model.shelf.misfits?.list.map(\.change.path).first == "facility.moon.storage_l")
    let text = bench.text()
    #expect(text.contains("left out: 5") && text.contains("there is no facility \"moon\""))
    #expect(text.contains("saved with other data: plan-shop"))
    #expect(bench.model.planning.input?.network.facilities[2].storage == 450)
  }

  @Test func whatCouldNotBeLoadedIsNotOverwrittenUnasked() throws {
    let changes = ["moon", "north-fc"].map {
      ScenarioChange(path: "facility.\($0).storage_l", value: "50")
    }
    try file.store.save(Scenario(changes: changes, basis: basis()), as: "lunar")
    var bench = Bench.planning(scenarios: file.store)
    bench.press(.character("8"), .enter, .character("n"), .enter)
    #expect(bench.model.prompt?.purpose == .confirm(.replaceScenario("lunar")))
    bench.press(.character("n"))
    #expect(try file.store.scenario(named: "lunar").scenario.changes == changes)
  }

  @Test func aScenarioIsLoadedByNameFromAnyScreen() throws {
    let change = ScenarioChange(path: "facility.north-fc.storage_l", value: "50")
    try file.store.save(Scenario(changes: [change], basis: basis()), as: "less room")
    var bench = Bench.planning(scenarios: file.store)
    bench.run("scenario.load", "LESS room")
    #expect(bench.model.planning.input?.network.facilities[1].storage == 50)
    #expect(bench.model.scenarioTitle == "less room")
    bench.run("scenario.load", "les room")
    #expect(bench.model.notice?.text.contains("there is “less room”") == true)
    #expect(bench.model.scenarioTitle == "less room")
  }

  @Test func whatTheSessionKeptAndTheDataLostIsSaid() throws {
    var record = SessionRecord()
    var data = SessionRecord.DataRecord()
    data.plan = PlanChanges([
      PlanChange(path: "facility.moon.storage_l", value: "5"),
      PlanChange(path: "facility.north-fc.storage_l", value: "50"),
    ])
    record.data["/data/corner-shop"] = data
    let bench = Bench.planning(remembered: record)
    #expect(
      bench.model.notice?.text
        == "1 of the 2 changes of the last time no longer fits the data: "
        + "facility.moon.storage_l=5")
    #expect(bench.model.planning.changes.list.count == 1)
  }

  @Test func aFileThatIsNoWorkspaceIsSaidAndLeftAlone() throws {
    let place = FileManager.default.temporaryDirectory
      .appending(path: "echelon-notes-\(UUID().uuidString.prefix(8)).txt")
    defer { try? FileManager.default.removeItem(at: place) }
    let notes = Data("notes that are long enough to be looked at as a header".utf8)
    try notes.write(to: place)
    var bench = Bench.planning(scenarios: ScenarioStore(file: place.path))
    bench.press(.character("8"))
    let said = bench.model.waitingText(0)
    #expect(said.contains("found a file that is no SQLite database"))
    #expect(said.contains("this one is left as it is"))
    #expect(bench.text().contains("found a file that is no SQLite"))
    bench.run("scenario.save", "x")
    #expect(bench.model.notice?.isProblem == true)
    #expect(bench.model.scenarioTitle == nil)
    #expect(try Data(contentsOf: place) == notes)
  }

  @Test func withoutAPlaceThereIsNothingToNameThemIn() {
    var bench = Bench.planning()
    bench.press(.character("8"))
    #expect(bench.text().contains("name a file with"))
    bench.run("scenario.save", "x")
    #expect(bench.model.notice?.isProblem == true)
  }

  @Test func withoutANetworkTheListIsStillThere() throws {
    try file.store.save(Scenario(changes: [], basis: basis()), as: "x")
    var bench = Bench(scenarios: file.store)
    bench.press(.character("8"))
    #expect(bench.rows.count == 1)
    bench.press(.enter)
    #expect(bench.model.notice?.isProblem == true)
    bench.press(.character("d"), .character("y"))
    #expect(bench.rows.isEmpty)
  }

  @Test func leavingWaitsForTheDisk() throws {
    var bench = Bench.planning(scenarios: file.store)
    bench.press(.character("8"))
    bench.holdsWork = true
    bench.run("scenario.save", "x")
    bench.press(.character("q"))
    func hasLeft() -> Bool {
      bench.told.contains { if case .quit = $0 { true } else { false } }
    }
    #expect(!hasLeft())
    #expect(bench.model.notice?.text == "saving, then leaving…")
    bench.finishAll()
    #expect(hasLeft())
    #expect(try file.store.scenarios().count == 1)
  }

  @Test func theNextSessionGoesOnWithTheChanges() throws {
    var bench = Bench.planning(scenarios: file.store)
    bench.press(.character("8"))
    bench.run("plan.set", "facility.north-fc.storage_l 50")
    bench.run("scenario.save", "x")
    bench.run("plan.set", "facility.south-fc.storage_l 400")
    let changes = bench.model.planning.changes
    bench.press(.character("q"))
    var record: SessionRecord?
    for case .saveSession(let last) in bench.told { record = last }
    let data = try JSONEncoder().encode(try #require(record))
    let read = try JSONDecoder().decode(SessionRecord.self, from: data)
    let next = Bench.planning(remembered: read, scenarios: file.store)
    #expect(next.model.planning.changes == changes)
    #expect(next.model.scenarioTitle == "x, changed")
    #expect(
      next.model.notice?.text
        == "planning with 2 changes as you left them (x, changed); plan.reset takes the data's "
        + "figures")
  }
}
