import Foundation
import RetailData
import ScenarioStore

/// What stands in the file of scenarios.
struct ScenariosQuestion: Question {
  /// Of `ScenarioShelf`.
  let version: Int
  let marked: String?
  let present: String?
  /// Whether the present changes have gone on from there.
  let isChanged: Bool

  var family: QuestionFamily { QuestionFamily(name: "scenarios") }

  func isAnswerable(in workspace: Workspace) -> Bool { workspace.scenarios != nil }

  func answer(from workspace: Workspace, work: WorkContext) throws -> ScenarioList {
    guard let store = workspace.scenarios else { throw CancellationError() }
    let saved = try store.scenarios()
    return list(saved, fingerprint: workspace.dataset.fingerprint)
  }

  func list(_ saved: [SavedScenario], fingerprint: UInt64) -> ScenarioList {
    ScenarioList(saved: saved, source: source(saved, fingerprint: fingerprint))
  }

  private func source(_ saved: [SavedScenario], fingerprint: UInt64) -> TableSource {
    func numbers(_ number: (SavedScenario) -> Double?) -> ColumnValues {
      .doubles(Column(saved.map { number($0) ?? .nan }))
    }
    let columns = [
      TableColumn(
        "state", "", .strings(StringColumn(saved.map { sign($0.name) })), .text, width: 2...2,
        priority: 0),
      TableColumn(
        "name", "Name", .strings(StringColumn(saved.map(\.name))), .text, width: 14...60,
        priority: 0),
      TableColumn(
        "changes", "Changes", .integers(Column(saved.map { Int32($0.scenario.changes.count) })),
        .count, priority: 4),
      TableColumn("cost", "Cost a day", numbers { $0.plan?.cost }, .decimal(2), priority: 1),
      TableColumn(
        "gap", "Gap %", numbers { $0.plan.map { 100 * $0.gap } }, .decimal(1), priority: 2),
      TableColumn(
        "service", "In time %", numbers { $0.plan?.servedShare.map { 100 * $0 } }, .decimal(1),
        priority: 3),
      TableColumn(
        "changed", "Saved", .times(Column(saved.map { Timestamp($0.changed) })), .date,
        priority: 5),
      TableColumn(
        "data", "Data",
        .strings(StringColumn(saved.map { dataText($0.scenario.basis, fingerprint) })), .text,
        width: 8...30, priority: 6),
    ]
    return TableSource(
      key: TableKey(name: "scenarios", basis: AnyQuestion(self)), rowCount: saved.count,
      columns: columns, noun: "scenario")
  }

  /// What the present changes are, and what is marked to be compared.
  private func sign(_ name: String) -> String {
    // Blanks, as nothing would be shown as not known.
    (name == present ? isChanged ? "~" : "▸" : " ") + (name == marked ? "▪" : " ")
  }

  private func dataText(_ basis: ScenarioBasis, _ fingerprint: UInt64) -> String {
    basis.dataName + (basis.fingerprint == fingerprint ? "" : " (other)")
  }
}

/// The scenarios, and their table.
struct ScenarioList: Sendable {
  let saved: [SavedScenario]
  let source: TableSource
}

extension StoredPlan.Summary {
  /// Of all that is asked for, the share that is served in time; nil without demand.
  var servedShare: Double? {
    let demand = service.reduce(0) { $0 + $1.demand }
    return demand > 0 ? service.reduce(0) { $0 + $1.served } / demand : nil
  }
}

extension Timestamp {
  init(_ date: Date) {
    self.init(seconds: UInt32(max(0, min(date.timeIntervalSince1970, 4_294_967_295))))
  }
}
