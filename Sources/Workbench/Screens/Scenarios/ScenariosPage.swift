import RetailData
import ScenarioStore
import TerminalUI

/// The named what-ifs; beside them, or below, what the selected one changes and what came of it.
struct ScenariosPage: PageKind {
  var tables: [TableState] {
    var state = TableState()
    state.column = "changed"
    return [state]
  }

  func crumb(in workspace: Workspace) -> String { "" }

  func summary(in workspace: Workspace) -> String {
    // A home directory's path is long, and the file's own name says enough.
    workspace.scenarios.map { String($0.file.split(separator: "/").last ?? "") } ?? ""
  }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    if area.columns >= 104 {
      let (left, right) = area.splitColumns(left: area.columns - (area.columns >= 150 ? 60 : 46))
      return [
        Pane(content: .table(0), area: Rect(left, trimmedBy: 2)),
        Pane(content: .card("scenario"), area: right),
      ]
    }
    let (table, card) = area.splitRows(top: max(6, area.rows - 11))
    return [Pane(content: .table(0), area: table), Pane(content: .card("scenario"), area: card)]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    if let workspace = model.workspace, workspace.scenarios == nil {
      return Shown(model.scenariosQuestion.list([], fingerprint: 0).source)
    }
    return model.savedScenarios.map { Shown($0.value.source, isCurrent: $0.isCurrent) }
  }

  func questions(of page: Page, in model: Model) -> [any Question] { [model.scenariosQuestion] }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    canvas.drawScenario(model)
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    if model.workspace?.scenarios == nil {
      return "there is no home directory to keep scenarios in: name a file with --workspace"
    }
    guard model.planning.obstacle == nil else {
      return "no scenario is saved yet, and without a network there is nothing to plan"
    }
    return "no scenario is saved yet: change figures of the plan, then name them with n"
  }
}
