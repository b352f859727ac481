import Foundation
import ScenarioStore
import Testing

@Suite("Saving and loading scenarios")
struct SavingTests {
  private let workspace: Workspace
  private var store: ScenarioStore { workspace.store }

  init() throws { workspace = try Workspace() }

  @Test func whatIsSavedComesBackWhole() throws {
    let scenario = Sample.scenario([
      ("facility.*.storage_l", "*0.9"), ("facility.LDN.storage_l", "inf"), ("mode", "target"),
    ])
    let plan = Sample.plan()
    let saved = try store.save(scenario, plan: plan, as: "  tight London ", at: Sample.moment)
    #expect(saved.name == "tight London")
    #expect(saved.scenario == scenario)
    #expect(saved.plan == plan.summary)
    #expect(saved.created == Sample.moment && saved.changed == Sample.moment)
    #expect(try store.scenario(named: "TIGHT london") == saved)
    #expect(try store.plan(ofScenario: "tight London") == plan)
    #expect(try store.scenarios() == [saved])
  }

  @Test func seedsAndFingerprintsBeyondSignedNumbersComeBack() throws {
    var scenario = Sample.scenario()
    scenario.basis.seed = .max
    scenario.basis.fingerprint = .max
    #expect(try store.save(scenario, as: "largest").scenario == scenario)
    scenario.basis.seed = 0
    scenario.basis.fingerprint = 0
    #expect(try store.save(scenario, as: "smallest").scenario == scenario)
  }

  @Test func nothingIsThereBeforeTheFirstSave() throws {
    #expect(try store.scenarios().isEmpty)
    #expect(try store.evaluations().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: workspace.file))
    #expect(
      throws: ScenarioError.unknownName("tight", near: [], count: 0, file: workspace.file)
    ) { try store.scenario(named: "tight") }
  }

  @Test func directoriesAreMade() throws {
    let deep = ScenarioStore(file: workspace.path("a/b/c.sqlite"))
    try deep.save(Sample.scenario(), as: "x")
    #expect(try deep.scenarios().map(\.name) == ["x"])
  }

  @Test func aNameIsNotTakenFromAnotherScenario() throws {
    try store.save(Sample.scenario(), as: "Straße")
    #expect(throws: ScenarioError.nameTaken(by: "Straße")) {
      try store.save(Sample.scenario([]), as: "STRAßE")
    }
    // é in one and in two scalars.
    try store.save(Sample.scenario(), as: "caf\u{e9}")
    #expect(throws: ScenarioError.nameTaken(by: "caf\u{e9}")) {
      try store.save(Sample.scenario([]), as: "Cafe\u{301}")
    }
    #expect(try store.scenario(named: "straße").scenario == Sample.scenario())
  }

  @Test func replacingKeepsWhenItBegan() throws {
    let first = try store.save(Sample.scenario(), as: "x", at: Sample.moment)
    let later = Sample.moment.addingTimeInterval(60)
    let second = try store.save(
      Sample.scenario([]), as: "X", replacing: .revision(first.revision), at: later)
    #expect(second.name == "X" && second.created == Sample.moment && second.changed == later)
    #expect(second.scenario.changes.isEmpty)
    #expect(try store.scenarios().count == 1)
  }

  @Test func whatSomebodyElseSavedIsNotOverwritten() throws {
    let mine = try store.save(Sample.scenario(), as: "x")
    try store.save(Sample.scenario([]), as: "x", replacing: .revision(mine.revision))
    #expect(throws: ScenarioError.savedMeanwhile(name: "x")) {
      try store.save(Sample.scenario(), as: "x", replacing: .revision(mine.revision))
    }
    try store.delete("x")
    #expect(throws: ScenarioError.savedMeanwhile(name: "x")) {
      try store.save(Sample.scenario(), as: "x", replacing: .revision(mine.revision))
    }
  }

  @Test func aPlanNeverStandsBesideChangesItWasNotMadeOf() throws {
    try store.save(Sample.scenario(), plan: Sample.plan(), as: "x")
    let same = try store.save(Sample.scenario(), as: "x", replacing: .anything)
    #expect(same.plan == Sample.plan().summary)
    let other = try store.save(Sample.scenario([]), as: "x", replacing: .anything)
    #expect(other.plan == nil)
    #expect(try store.plan(ofScenario: "x") == nil)
    for table in ["plans", "plan_costs", "plan_service", "plan_prices", "plan_positions"] {
      #expect(try workspace.plainSQL("SELECT count(*) FROM \(table)") == [0], "\(table)")
    }
    let planned = try store.save(
      Sample.scenario([]), plan: Sample.plan(cost: 5), as: "x", replacing: .anything)
    #expect(planned.plan?.cost == 5)
  }

  @Test func theLastChangedComesFirst() throws {
    for (index, name) in ["b", "a", "c"].enumerated() {
      try store.save(
        Sample.scenario(), as: name, at: Sample.moment.addingTimeInterval(Double(index) / 100))
    }
    #expect(try store.scenarios().map(\.name) == ["c", "a", "b"])
  }

  @Test func aPlanThatCannotBeWrittenLeavesWhatWasThere() throws {
    try store.save(Sample.scenario(), plan: Sample.plan(), as: "x")
    var broken = Sample.plan(cost: 7)
    broken.positions[5].target = .nan
    #expect(throws: (any Error).self) {
      try store.save(Sample.scenario([]), plan: broken, as: "x", replacing: .anything)
    }
    #expect(try store.scenario(named: "x").scenario == Sample.scenario())
    #expect(try store.plan(ofScenario: "x") == Sample.plan())
  }
}
