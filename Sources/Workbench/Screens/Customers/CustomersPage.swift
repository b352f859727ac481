import RetailData
import TerminalUI

/// The table of all customers; beside it, where there is room, what the selected one bought last.
struct CustomersPage: PageKind {
  var tables: [TableState] {
    var state = TableState()
    state.arrangement = Arrangement(sortColumn: "lines", isDescending: true)
    state.column = "lines"
    return [state]
  }

  func crumb(in workspace: Workspace) -> String { "" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    guard area.columns >= 104 else { return [Pane(content: .table(0), area: area)] }
    let (left, right) = area.splitColumns(left: area.columns - (area.columns >= 150 ? 58 : 42))
    return [
      Pane(content: .table(0), area: Rect(left, trimmedBy: 2)),
      Pane(content: .card("preview"), area: right, heading: "Latest purchases"),
    ]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    model.workspace.map { Shown($0.customerTable) }
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    guard model.panes.count > 1, let customer = model.selectedRow else { return [] }
    return [HistoryQuestion(customer: customer)]
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? { .customer(row) }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    guard let customer = model.selectedRow,
      let history = model.answers.known(HistoryQuestion(customer: customer))?.value
    else { return }
    let scene = TableScene(
      source: history, state: TableState(selection: -1), rows: nil, isCurrent: true,
      isFocused: false, emptyText: "no purchases")
    canvas.draw(scene)
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    "there are no customers: purchases.csv has no purchases"
  }
}
