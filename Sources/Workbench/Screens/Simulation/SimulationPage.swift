import InventoryPlanning
import RetailData
import TerminalUI

/// Does the plan pay? Policies side by side on the same days, paired differences, the three gaps,
/// and what can be replayed.
struct SimulationPage: PageKind {
  static let policies = 0
  static let differences = 1
  static let subjects = 2

  var tables: [TableState] { [TableState(selection: 1), TableState(), TableState(selection: 1)] }

  func crumb(in workspace: Workspace) -> String { "" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let (head, rest) = area.splitRows(top: 5)
    let card = Pane(content: .card("head"), area: head)
    if area.columns >= 104, area.rows >= 30 {
      let (upper, lower) = rest.splitRows(top: rest.rows * 3 / 5)
      let (left, right) = lower.splitColumns(left: lower.columns / 2)
      return [
        card, Pane(content: .table(Self.policies), area: upper),
        Pane(
          content: .table(Self.differences), area: Rect(left, trimmedBy: 2),
          heading: "Paired differences, 95 %"),
        Pane(content: .table(Self.subjects), area: right, heading: "Day by day"),
      ]
    }
    return [card, Pane(content: .table(page.focus), area: rest)]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    guard let result = model.simulation.result else { return .nothing }
    let source =
      switch table {
      case Self.policies: result.policies
      case Self.differences: result.differences
      default: result.subjects[min(model.simulation.policy, result.subjects.count - 1)]
      }
    return Shown(source, isCurrent: model.isSimulationCurrent)
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    guard page.focus == Self.subjects else { return nil }
    return model.simulation.result?.replay(row).map { .replay($0) }
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    canvas.drawSimulationHead(model, focus: page.focus)
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    if let obstacle = model.planning.obstacle { return "no plan: \(obstacle.summary)" }
    if let failure = model.simulation.failure { return failure.summary }
    if model.simulation.run != nil { return "the first figures come when all policies have run" }
    if table != Self.policies { return "" }
    return model.canSimulate
      ? "nothing was simulated yet; r runs it: a plan, its calibration, and every policy" : ""
  }
}
