import InventoryPlanning
import RetailData
import TerminalUI

/// The live plan: every figure to change at the left; cost and bound as they improve, what the plan
/// costs and how it serves, and what moved most at the right.
struct PlanPage: PageKind {
  static let form = 0
  static let moved = 1

  var tables: [TableState] {
    var form = TableState()
    form.column = "path"
    return [form, TableState()]
  }

  func crumb(in workspace: Workspace) -> String { "" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    panes(of: page, in: area, speeds: 3, hasChart: false)
  }

  func panes(of page: Page, in area: Rect, model: Model) -> [Pane] {
    panes(
      of: page, in: area, speeds: model.workspace?.dataset.network.speeds.count ?? 3,
      hasChart: model.planning.obstacle == nil)
  }

  private func panes(of page: Page, in area: Rect, speeds: Int, hasChart: Bool) -> [Pane] {
    // Headline, costs and service, all of them: what moved has the rest, and a page of its own.
    let whole = min(12 + speeds, area.rows - 6)
    if area.columns >= 104 {
      let (left, right) = area.splitColumns(left: area.columns / 2)
      let (form, about) = Rect(left, trimmedBy: 2).splitRows(top: area.rows - 5)
      let (card, moved) = right.splitRows(top: max(whole, area.rows * 11 / 18))
      return [
        Pane(content: .table(Self.form), area: form, heading: "Figures"),
        Pane(content: .card("about"), area: about), Pane(content: .card("plan"), area: card),
        Pane(content: .table(Self.moved), area: moved, heading: "Moved most"),
      ]
    }
    if page.focus == Self.form {
      let (card, rest) = area.splitRows(top: hasChart ? 8 : 4)
      let (form, about) = rest.splitRows(top: rest.rows - 4)
      return [
        Pane(content: .card("headline"), area: card),
        Pane(content: .table(Self.form), area: form), Pane(content: .card("about"), area: about),
      ]
    }
    let (card, moved) = area.splitRows(top: max(12, area.rows - 6))
    return [
      Pane(content: .card("plan"), area: card),
      Pane(content: .table(Self.moved), area: moved, heading: "Moved most"),
    ]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    if table == Self.form {
      let isMoving = PlanForm.dependsOnValues(page.tables[table].arrangement)
      let version = isMoving ? model.planning.generation : 0
      return model.planning.form.map { Shown($0.source(version: version)) }
        ?? (model.planning.obstacle == nil ? nil : .nothing)
    }
    return model.planDifferences.map { Shown($0.value.moved, isCurrent: $0.isCurrent) }
      ?? model.nothingToCompare
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    model.differenceQuestion.map { [$0] } ?? []
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    if page.focus == Self.form { return nil }
    return source(Self.moved, of: page, in: model)?.value.subject(row).map { .item($0) }
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    switch name {
    case "about": canvas.drawFigure(model)
    case "headline":
      let parts = canvas.area.splitRows(top: 4)
      canvas.inside(parts.top) { $0.drawPlanHeadline(model) }
      canvas.inside(parts.rest) { $0.drawSolve(model.planning.points) }
    default: canvas.drawPlan(model)
    }
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    if let obstacle = model.planning.obstacle {
      return table == Self.moved ? "" : obstacle.findings.map(\.summary).joined(separator: "; ")
    }
    guard let shown = model.planning.figures else { return model.planning.waitingText }
    if !shown.isCurrent { return "what moves shows with the first new plan" }
    if model.planning.baseline == nil {
      return "nothing to compare with until a plan is done; b compares with the one that is there"
    }
    return model.planning.changes.isEmpty
      ? "nothing: this is the plan that others are compared with"
      : "nothing moved: the plan is the same as the baseline"
  }
}

extension Model {
  /// The row of the form that the keys change, wherever the focus is.
  var chosenFigure: Int? {
    guard let page = stacks[.plan]?.first, let form = planning.form, form.rowCount > 0 else {
      return nil
    }
    let state = page.tables[PlanPage.form]
    if let followed = state.followed { return followed }
    if state.arrangement.isNatural { return min(max(0, state.selection), form.rowCount - 1) }
    guard screen == .plan, depth == 1, let scene = scene(PlanPage.form),
      scene.isValid(state.selection)
    else { return nil }
    return scene.row(state.selection)
  }

  /// The figure that the keys change; nil where they change none.
  var chosenParameter: Parameter? {
    guard isBrowsing, screen == .plan, depth == 1, let row = chosenFigure else { return nil }
    return planning.form?.parameter(row)
  }
}

extension Model {
  /// Goes to a figure of the form, whatever the form was arranged like: a filter that hides it is
  /// taken off.
  mutating func chooseFigure(at path: String) {
    guard screen == .plan, depth == 1, let form = planning.form, let row = form.row(of: path) else {
      return
    }
    page.focus = PlanPage.form
    page.table.arrangement.filter = ""
    if page.table.arrangement.isNatural {
      page.table.selection = row
      // Its neighbours are seen with it.
      page.table.top = form.section(ofRow: row)?.start ?? row
    } else {
      page.table.followed = row
    }
  }

  /// Chooses the first figure of the next kind, or of the one before.
  mutating func showSection(after step: Int) {
    guard let form = planning.form, let row = chosenFigure,
      let place = form.sections.firstIndex(where: { row < $0.end })
    else { return }
    // Back goes to the start of this kind first.
    let isInside = step < 0 && row > form.sections[place].start
    let next = max(0, min(form.sections.count - 1, isInside ? place : place + step))
    page.focus = PlanPage.form
    page.table.selection = form.sections[next].start
    page.table.top = form.sections[next].start
  }
}
