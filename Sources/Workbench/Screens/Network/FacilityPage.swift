import RetailData
import TerminalUI

/// One facility: its capacities and their prices, its items, and where its goods go.
struct FacilityPage: PageKind {
  let facility: Int

  /// The tables, in their order.
  enum Part: Int, CaseIterable { case items, ways }

  var tables: [TableState] {
    var items = TableState()
    items.arrangement = Arrangement(sortColumn: "target", isDescending: true)
    items.column = "target"
    return [items, TableState()]
  }

  func crumb(in workspace: Workspace) -> String {
    workspace.dataset.network.facilities[facility].title
  }

  func summary(in workspace: Workspace) -> String {
    let facility = workspace.dataset.network.facilities[facility]
    return [facility.kind.title, facility.id].joined(separator: " · ")
  }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    panes(of: page, in: area, isPreliminary: false)
  }

  func panes(of page: Page, in area: Rect, model: Model) -> [Pane] {
    panes(
      of: page, in: area,
      isPreliminary: model.facilityFigures(facility)?.value.isPreliminary ?? false)
  }

  private func panes(of page: Page, in area: Rect, isPreliminary: Bool) -> [Pane] {
    let (head, rest) = area.splitRows(top: area.rows >= 26 ? 7 : 5)
    let card = Pane(content: .card("capacities"), area: head)
    if area.columns >= 104 {
      let (left, right) = rest.splitColumns(
        left: rest.columns - (rest.columns >= 150 ? 60 : 42))
      return [
        card, table(.items, in: Rect(left, trimmedBy: 2), isPreliminary),
        table(.ways, in: right, isPreliminary),
      ]
    }
    return [card, table(Part(rawValue: page.focus) ?? .items, in: rest, isPreliminary)]
  }

  private func table(_ part: Part, in area: Rect, _ isPreliminary: Bool) -> Pane {
    switch part {
    case .items:
      Pane(
        content: .table(0), area: area,
        heading: "Items that may stand here" + (isPreliminary ? " · worth preliminary" : ""))
    case .ways: Pane(content: .table(1), area: area, heading: "Where its goods go")
    }
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    model.facilityFigures(facility).map {
      Shown(
        table == Part.items.rawValue ? $0.value.items : $0.value.ways, isCurrent: $0.isCurrent)
    }
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    model.facilityQuestions(facility)
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    guard let subject = source(page.focus, of: page, in: model)?.value.subject(row) else {
      return nil
    }
    return page.focus == Part.items.rawValue ? .item(subject) : .facility(subject)
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    canvas.drawCapacities(facility, model)
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    if table == Part.items.rawValue { return "no item may stand in a building of this kind" }
    if model.planning.figures == nil { return model.noPlanText }
    return "nothing leaves it under the plan"
  }
}

extension Model {
  /// Why a figure of the plan is not there, in a sentence.
  var noPlanText: String {
    if let obstacle = planning.obstacle { return "no plan: \(obstacle.summary)" }
    return planProgress
  }
}
