import Foundation
import Testing

@testable import ScenarioStore

@Suite("Two scenarios side by side")
struct ComparisonTests {
  private let workspace: Workspace
  private var store: ScenarioStore { workspace.store }

  init() throws { workspace = try Workspace() }

  @Test func everythingThatDiffersIsTold() throws {
    var other = Sample.plan(cost: 120)
    other.positions[1].target += 2
    other.positions[2].target -= 5
    other.positions.removeLast()
    other.prices[1].price = 4
    try store.save(
      Sample.scenario([("a", "1"), ("b", "2")]), plan: Sample.plan(), as: "one")
    try store.save(Sample.scenario([("b", "3"), ("c", "4")]), plan: other, as: "two")
    let comparison = try store.comparison(of: "one", with: "TWO")
    #expect(comparison.left.name == "one" && comparison.right.name == "two")
    #expect(
      comparison.changes == [
        .init(key: "a", left: "1", right: nil), .init(key: "b", left: "2", right: "3"),
        .init(key: "c", left: nil, right: "4"),
      ])
    #expect(comparison.costs.first == .init(key: "delivery", left: 90, right: 110))
    #expect(comparison.service.map(\.key) == ["same_day", "express"])
    #expect(
      comparison.prices.map(\.key) == [
        .init(facilityID: "LDN", resource: "inbound"),
        .init(facilityID: "LDN", resource: "storage"),
      ])
    #expect(comparison.prices.map(\.left?.price) == [0, 1.5])
    #expect(comparison.prices.map(\.right?.price) == [4, 1.5])
    // A position that only one of them has counts as 0 in the other.
    #expect(comparison.positions.map(\.left) == [2, 5, 1])
    #expect(comparison.positions.map(\.right) == [-3, 0, 3])
    #expect(comparison.differingPositions == 3)
    let first = try store.comparison(of: "one", with: "two", positionLimit: 1)
    #expect(first.positions.count == 1 && first.differingPositions == 3)
  }

  @Test func withoutAPlanThereIsNothingToCompareButParameters() throws {
    try store.save(Sample.scenario(), plan: Sample.plan(), as: "one")
    try store.save(Sample.scenario([]), as: "two")
    let comparison = try store.comparison(of: "two", with: "one")
    #expect(comparison.positions.isEmpty && comparison.differingPositions == 0)
    #expect(comparison.costs.first == .init(key: "delivery", left: nil, right: 90))
  }

  /// What is not in the file is compared by the same rules.
  @Test func whatWasNeverSavedIsComparedToo() throws {
    var other = Sample.plan(cost: 120)
    other.positions[1].target += 2
    try store.save(Sample.scenario(), plan: Sample.plan(), as: "one")
    let present = SavedScenario(
      name: "now", created: .distantPast, changed: .distantPast, revision: 0,
      scenario: Sample.scenario([("b", "3")]), plan: other.summary)
    let (one, plan) = try store.scenarioWithPlan(named: "ONE")
    let comparison = ScenarioComparison(left: present, other, right: one, plan)
    try store.save(present.scenario, plan: other, as: "two")
    var saved = try store.comparison(of: "two", with: "one")
    saved.left = present
    #expect(comparison == saved && comparison.positions.count == 1)
  }

  @Test func equalOnesDifferInNothing() throws {
    try store.save(Sample.scenario(), plan: Sample.plan(), as: "one")
    try store.duplicate("one", as: "two")
    let comparison = try store.comparison(of: "one", with: "two")
    #expect(comparison.positions.isEmpty)
    #expect(comparison.changes.allSatisfy { $0.left == $0.right })
  }
}
