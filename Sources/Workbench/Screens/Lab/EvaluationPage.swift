import RetailData
import ScenarioStore
import TerminalUI

/// An evaluation as it stands in the file: its figures, and what it takes to get them again.
struct EvaluationPage: PageKind {
  let id: Int64

  var tables: [TableState] { [TableState(), TableState()] }

  func crumb(in workspace: Workspace) -> String { "evaluation \(id)" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    if area.columns < 104 {
      return [
        Pane(
          content: .table(page.focus), area: area,
          heading: page.focus == 0 ? "Figures" : "Parameters")
      ]
    }
    let (left, right) = area.splitColumns(left: area.columns * 6 / 10)
    return [
      Pane(content: .table(0), area: Rect(left, trimmedBy: 2), heading: "Figures"),
      Pane(content: .table(1), area: right, heading: "Parameters"),
    ]
  }

  func questions(of page: Page, in model: Model) -> [any Question] { [EvaluationQuestion(id: id)] }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    model.answers.known(EvaluationQuestion(id: id)).map {
      Shown(table == 0 ? $0.value.figures : $0.value.parameters)
    }
  }
}

struct EvaluationQuestion: Question {
  let id: Int64

  var family: QuestionFamily { QuestionFamily(name: "evaluation", subject: Int(id)) }

  struct Tables: Sendable {
    let figures: TableSource
    let parameters: TableSource
  }

  func isAnswerable(in workspace: Workspace) -> Bool { workspace.scenarios != nil }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Tables {
    guard let store = workspace.scenarios,
      let kept = try store.evaluations().first(where: { $0.id == id })?.evaluation
    else { throw Failure("this evaluation is no longer in the file") }
    return Tables(figures: figures(kept.results), parameters: parameters(of: kept))
  }

  private func figures(_ results: [StoredEvaluation.Result]) -> TableSource {
    func texts(_ text: (StoredEvaluation.Result) -> String) -> ColumnValues {
      .strings(StringColumn(results.map(text)))
    }
    func numbers(_ number: (StoredEvaluation.Result) -> Double?) -> ColumnValues {
      .doubles(Column(results.map { number($0) ?? .nan }))
    }
    return TableSource(
      key: TableKey(name: "evaluation figures", basis: AnyQuestion(self)), rowCount: results.count,
      columns: [
        TableColumn("method", "Method", texts(\.method), .text, width: 11...22, priority: 0),
        TableColumn("mode", "Mode", texts(\.mode), .text, width: 5...5, priority: 1),
        TableColumn("metric", "Metric", texts(\.metric), .text, width: 8...10, priority: 1),
        TableColumn("value", "Value", numbers(\.value), .decimal(3), priority: 0),
        TableColumn("low", "low", numbers(\.low), .decimal(3), priority: 2),
        TableColumn("high", "high", numbers(\.high), .decimal(3), priority: 2),
        TableColumn(
          "customers", "Customers", .integers(Column(results.map { Int32($0.customers) })), .count,
          priority: 3),
      ], noun: "figure")
  }

  private func parameters(of kept: StoredEvaluation) -> TableSource {
    var rows = kept.parameters.sorted { $0.key < $1.key }
    rows.insert(("seed", "\(kept.seed)"), at: 0)
    rows.insert(("data fingerprint", String(kept.fingerprint, radix: 16)), at: 0)
    return TableSource(
      key: TableKey(name: "evaluation parameters", basis: AnyQuestion(self)), rowCount: rows.count,
      columns: [
        TableColumn(
          "name", "Parameter", .strings(StringColumn(rows.map(\.key))), .text, width: 10...24,
          priority: 0),
        TableColumn(
          "value", "Value", .strings(StringColumn(rows.map(\.value))), .text, width: 10...200,
          priority: 0),
      ], noun: "parameter")
  }
}
