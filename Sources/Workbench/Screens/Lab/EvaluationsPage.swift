import Foundation
import RetailData
import ScenarioStore
import TerminalUI

/// The evaluations that stand in the file of scenarios, the latest first.
struct EvaluationsPage: PageKind {
  var tables: [TableState] { [TableState()] }

  func crumb(in workspace: Workspace) -> String { "earlier evaluations" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] { [Pane(content: .table(0), area: area)] }

  func questions(of page: Page, in model: Model) -> [any Question] {
    [EvaluationsQuestion(version: model.lab.kept)]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    if let workspace = model.workspace, workspace.scenarios == nil { return .nothing }
    return known(model).map { Shown($0.value.source, isCurrent: $0.isCurrent) }
  }

  private func known(_ model: Model) -> Answers.Known<EvaluationsQuestion.Kept>? {
    model.answers.known(EvaluationsQuestion(version: model.lab.kept))
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    guard let kept = known(model)?.value.ids, kept.indices.contains(row) else { return nil }
    return .evaluation(kept[row])
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    model.workspace?.scenarios == nil
      ? "there is no home directory to keep evaluations in: name a file with --workspace"
      : "no evaluation is kept yet: judge some methods first"
  }
}

/// What was judged before.
struct EvaluationsQuestion: Question {
  /// Counts what was kept since: a new number has the file read anew.
  let version: Int

  var family: QuestionFamily { QuestionFamily(name: "evaluations") }

  struct Kept: Sendable {
    let ids: [Int64]
    let source: TableSource
  }

  func isAnswerable(in workspace: Workspace) -> Bool { workspace.scenarios != nil }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Kept {
    guard let store = workspace.scenarios else { throw CancellationError() }
    let kept = try store.evaluations()
    let fingerprint = workspace.dataset.fingerprint
    func texts(_ text: (StoredEvaluation) -> String) -> ColumnValues {
      .strings(StringColumn(kept.map { text($0.evaluation) }))
    }
    return Kept(
      ids: kept.map(\.id),
      source: TableSource(
        key: TableKey(name: "evaluations", basis: AnyQuestion(self)), rowCount: kept.count,
        columns: [
          TableColumn(
            "judged", "Judged", .times(Column(kept.map { Timestamp($0.evaluation.evaluated) })),
            .date, priority: 0),
          TableColumn(
            "data", "Data",
            texts { $0.dataName + ($0.fingerprint == fingerprint ? "" : " (other)") }, .text,
            width: 8...24, priority: 2),
          TableColumn(
            "windows", "Windows",
            texts {
              "\($0.parameters["windows"] ?? "?") × \($0.parameters["window-days"] ?? "?") d"
            },
            .text, width: 8...10, priority: 3),
          TableColumn(
            "best_all", "Best, all", texts { $0.best("all") }, .text, width: 14...28, priority: 1),
          TableColumn(
            "best_new", "Best, new", texts { $0.best("new") }, .text, width: 14...28, priority: 1),
          TableColumn(
            "methods", "Methods", texts { $0.parameters["methods"] ?? "" }, .text, width: 10...60,
            priority: 4),
        ], noun: "evaluation"))
  }
}

extension StoredEvaluation {
  /// The method with the highest hit rate in a mode, and the rate.
  fileprivate func best(_ mode: String) -> String {
    let hits = results.filter { $0.mode == mode && $0.metric.hasPrefix("hit") && $0.value != nil }
    guard let best = hits.max(by: { ($0.value ?? 0) < ($1.value ?? 0) }) else { return "" }
    return "\(best.method) \(NumberText.decimal(best.value ?? 0, places: 3))"
  }
}
