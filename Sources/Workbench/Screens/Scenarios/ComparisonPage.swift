import InventoryPlanning
import RetailData
import ScenarioStore
import TerminalUI

/// Two scenarios: parameters, costs, service and prices side by side, and the positions that differ
/// most.
struct ComparisonPage: PageKind {
  let left: ComparedSide
  let right: ComparedSide

  static let figures = 0
  static let positions = 1

  var tables: [TableState] { [TableState(selection: 1), TableState()] }

  func crumb(in workspace: Workspace) -> String { "\(left.title) | \(right.title)" }

  func summary(in workspace: Workspace) -> String { "" }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let (head, rest) = area.splitRows(top: 3)
    let card = Pane(content: .card("head"), area: head)
    if area.columns >= 104 {
      let (left, right) = rest.splitColumns(left: rest.columns * 11 / 20)
      return [
        card, Pane(content: .table(Self.figures), area: Rect(left, trimmedBy: 2)),
        Pane(content: .table(Self.positions), area: right, heading: "Stands elsewhere"),
      ]
    }
    return [card, Pane(content: .table(page.focus), area: rest)]
  }

  func question(_ model: Model) -> ComparisonOfScenarios {
    let comparesPresent = [left, right].contains(.present)
    return ComparisonOfScenarios(
      version: model.shelf.version, left: left, right: right,
      present: comparesPresent ? model.presentScenario : nil)
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    model.answers.known(question(model)).map {
      Shown(
        table == Self.figures ? $0.value.figures : $0.value.positions, isCurrent: $0.isCurrent)
    }
  }

  func questions(of page: Page, in model: Model) -> [any Question] { [question(model)] }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    guard page.focus == Self.positions else { return nil }
    return source(Self.positions, of: page, in: model)?.value.subject(row).map { .item($0) }
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    let question = question(model)
    guard let known = model.answers.known(question) else {
      let isWaiting = question.present == nil && [left, right].contains(.present)
      let text = isWaiting ? model.planning.waitingText : "reading…"
      canvas.write(text, column: 1, row: 0, Style(.stale))
      return
    }
    let comparison = known.value.comparison
    for (row, side) in [left, right].enumerated() {
      let saved = row == 0 ? comparison.left : comparison.right
      let style = known.isCurrent ? Style(.normal, bold: true) : Style(.stale)
      let name = side == .present ? model.presentTitle : saved.name
      let end = canvas.write(name, column: 1, row: row, width: canvas.columns / 2, style)
      let isPreliminary = side == .present && model.planning.isBusy
      canvas.write(
        plan(saved) + (isPreliminary ? ", solving…" : ""), column: end + 3, row: row,
        known.isCurrent ? .normal : Style(.stale))
    }
    let hasCases =
      ![left, right].contains(.present) || model.planning.newest?.plan.isInteger != false
    canvas.write(difference(comparison, hasCases: hasCases), column: 1, row: 2, .dim)
    if canvas.columns < 104 {
      let hint = page.focus == Self.figures ? "positions →" : "← figures"
      canvas.writeRight(hint, end: canvas.columns - 1, row: 2, .dim)
    }
  }

  private func plan(_ saved: SavedScenario) -> String {
    guard let plan = saved.plan else { return "no plan was kept" }
    return "\(NumberText.decimal(plan.cost, places: 2)) a day, gap \(PlanStatus.percent(plan.gap))"
  }

  /// - Parameter hasCases: Whether both plans are made of whole cases.
  private func difference(_ comparison: ScenarioComparison, hasCases: Bool) -> String {
    guard let left = comparison.left.plan, let right = comparison.right.plan else {
      let isPresent = self.left == .present && comparison.left.plan == nil
      return isPresent
        ? "the plan of the present changes is on its way"
        : "a scenario gets a plan by loading it, and saving it when it is planned"
    }
    let more = right.cost - left.cost
    let count = comparison.differingPositions
    let places = count == 0 ? "all stands where it stood" : counted(count, "position") + " differ"
    if abs(more) < 0.005 { return "both cost the same; " + places }
    let word = more < 0 ? "cheaper" : "dearer"
    let second = "the second is \(NumberText.decimal(abs(more), places: 2)) a day \(word)"
    return second + (hasCases ? "; \(places)" : ", while one is not yet in whole cases")
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    let compared = model.answers.known(question(model))?.value.comparison
    return compared?.left.plan == nil || compared?.right.plan == nil
      ? "one of the two has no plan to compare" : "all stands where it stood"
  }
}

extension Model {
  /// The present changes by what they are called, or were called before they went on.
  fileprivate var presentTitle: String {
    let title = ComparedSide.present.title
    return scenarioTitle.map { "\(title): \($0)" } ?? title
  }
}
