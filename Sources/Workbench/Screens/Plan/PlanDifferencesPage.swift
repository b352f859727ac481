import RetailData
import TerminalUI

/// All that stands elsewhere than in the baseline, and what it changes in the costs.
struct PlanDifferencesPage: PageKind {
  var tables: [TableState] { [TableState()] }

  func crumb(in workspace: Workspace) -> String { "differences" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let (card, table) = area.splitRows(top: 5)
    return [Pane(content: .card("sum"), area: card), Pane(content: .table(0), area: table)]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    model.planDifferences.map { Shown($0.value.moved, isCurrent: $0.isCurrent) }
      ?? model.nothingToCompare
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    model.differenceQuestion.map { [$0] } ?? []
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    model.planDifferences?.value.moved.subject(row).map { .item($0) }
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    canvas.drawPlanHeadline(model)
    guard let shown = model.planDifferences, shown.isCurrent else { return }
    let differences = shown.value
    // Over what the headline says of the changes, however long.
    let text =
      "\(NumberText.decimal(differences.more, places: 0)) units more, "
      + "\(NumberText.decimal(differences.less, places: 0)) fewer; "
      + "\(NumberText.signed(differences.value, NumberText.money)) of stock at cost, "
      + "before whole cases"
    let rest = max(0, canvas.columns - 1 - TextWidth.width(of: text))
    canvas.write(text + String(repeating: " ", count: rest), column: 1, row: 2)
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    PlanPage().emptyText(PlanPage.moved, in: model)
  }
}
