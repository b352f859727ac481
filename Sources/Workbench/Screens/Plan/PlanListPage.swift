import RetailData
import TerminalUI

/// What the plan buys, or what it moves: lists to be sorted, filtered and exported.
struct PlanListPage: PageKind {
  let list: PlanList

  var tables: [TableState] { [TableState()] }

  func crumb(in workspace: Workspace) -> String { list.rawValue }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] { [Pane(content: .table(0), area: area)] }

  /// While the solve goes on nobody should act on what it has so far.
  func panes(of page: Page, in area: Rect, model: Model) -> [Pane] {
    let heading = model.planning.isPreliminary ? "preliminary: the solve goes on" : ""
    return [Pane(content: .table(0), area: area, heading: heading)]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    guard let shown = model.planning.figures else { return nil }
    return model.answers.known(PlanListQuestion(plan: shown.value.id, list: list)).map {
      Shown($0.value, isCurrent: $0.isCurrent && shown.isCurrent)
    }
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    model.planning.newest.map { [PlanListQuestion(plan: $0.id, list: list)] } ?? []
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    source(0, of: page, in: model)?.value.subject(row).map { .item($0) }
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    switch list {
    case .purchases: "the plan buys nothing: what is there and on its way is enough"
    case .transfers: "the plan moves nothing: what is on hand stands where it should"
    }
  }
}

/// A list that a plan is carried out by.
enum PlanList: String, Hashable, Sendable {
  case purchases, transfers
}
