import RetailData
import TerminalUI

/// Why there can be no plan: one finding in full, and what to do about it.
struct FindingPage: PageKind {
  let finding: Int

  var tables: [TableState] { [] }

  func crumb(in workspace: Workspace) -> String { "no plan" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.networkSummary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    [Pane(content: .card("finding"), area: area, heading: "Why there is no plan")]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? { nil }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    guard let findings = model.planning.obstacle?.findings, findings.indices.contains(finding)
    else { return }
    let shown = findings[finding]
    canvas.drawLabelled([
      ("where", shown.place), ("what", shown.happened), ("advice", shown.advice),
      ("more", "echelon check \(model.dataKey)"),
    ])
  }
}
