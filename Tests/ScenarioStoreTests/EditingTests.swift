import Foundation
import ScenarioStore
import Testing

@Suite("Renaming, deleting, duplicating")
struct EditingTests {
  private let workspace: Workspace
  private var store: ScenarioStore { workspace.store }

  init() throws {
    workspace = try Workspace()
    try store.save(Sample.scenario(), plan: Sample.plan(), as: "one", at: Sample.moment)
    try store.save(Sample.scenario([]), as: "two", at: Sample.moment)
  }

  @Test func renamedItIsTheSame() throws {
    let later = Sample.moment.addingTimeInterval(1)
    try store.rename("ONE", to: "uno", at: later)
    let renamed = try store.scenario(named: "uno")
    #expect(renamed.scenario == Sample.scenario() && renamed.plan == Sample.plan().summary)
    #expect(renamed.created == Sample.moment && renamed.changed == later)
    #expect(throws: ScenarioError.self) { try store.scenario(named: "one") }
  }

  @Test func renamedInAnotherCase() throws {
    try store.rename("one", to: "One")
    #expect(try store.scenario(named: "one").name == "One")
  }

  @Test func noNameIsTakenByRenamingOrDuplicating() throws {
    #expect(throws: ScenarioError.nameTaken(by: "two")) { try store.rename("one", to: "TWO") }
    #expect(throws: ScenarioError.nameTaken(by: "two")) { try store.duplicate("one", as: "TWO") }
    #expect(throws: ScenarioError.emptyName) { try store.rename("one", to: " ") }
    #expect(try store.scenarios().count == 2)
  }

  @Test func deletedIsGoneAndCanBeSavedAgain() throws {
    let (deleted, plan) = try store.delete("One")
    #expect(deleted.scenario == Sample.scenario() && plan == Sample.plan())
    #expect(try store.scenarios().map(\.name) == ["two"])
    for table in ["scenario_changes", "plans", "plan_positions", "plan_purchases"] {
      #expect(try workspace.plainSQL("SELECT count(*) FROM \(table)") == [0], "\(table)")
    }
    try store.save(deleted.scenario, plan: plan, as: deleted.name)
    #expect(try store.plan(ofScenario: "one") == Sample.plan())
  }

  @Test func theDuplicateHasAllOfIt() throws {
    let copy = try store.duplicate("one", as: "copy", at: Sample.moment.addingTimeInterval(5))
    #expect(copy.scenario == Sample.scenario())
    #expect(copy.created == Sample.moment.addingTimeInterval(5))
    try store.delete("one")
    #expect(try store.plan(ofScenario: "copy") == Sample.plan())
  }

  @Test func whatIsNotThereCannotBeEdited() throws {
    #expect(throws: ScenarioError.self) { try store.delete("three") }
    #expect(throws: ScenarioError.self) { try store.rename("three", to: "four") }
    #expect(throws: ScenarioError.self) { try store.duplicate("three", as: "four") }
  }
}
