import InventoryPlanning
import RetailData
import TerminalUI

/// The planning half of an item's page: where it stands and is to stand, and why there.
extension ItemPage {
  /// - Parameter places: Facilities where the item may stand; 0 where the data has none at all.
  func panes(of page: Page, in area: Rect, places: Int) -> [Pane] {
    let focus = Part(rawValue: page.focus) ?? .related
    if area.columns >= 104 {
      let side = area.columns >= 150 ? 56 : 40
      let (left, right) = area.splitColumns(left: area.columns - side)
      let (head, rest) = Rect(left, trimmedBy: 2).splitRows(top: places > 0 ? 4 : 2)
      let title = Pane(content: .card("title"), area: head)
      if places == 0 {
        return [title, pane(.related, rest), Pane(content: .card("facts"), area: right)]
      }
      let (related, stock) = rest.splitRows(
        top: max(rest.rows / 3, rest.rows - places - 2))
      return [title, pane(.related, related), pane(.stock, stock)]
        + (focus == .related ? [Pane(content: .card("facts"), area: right)] : why(right))
    }
    if focus == .why, places > 0 { return why(area) }
    let (head, rest) = area.splitRows(top: 2)
    let title = Pane(content: .card("title"), area: head)
    if focus == .stock, places > 0 {
      let (table, advice) = rest.splitRows(top: min(places + 2, rest.rows - 7))
      return [title, pane(.stock, table), Pane(content: .card("advice"), area: advice)]
    }
    let (table, facts) = rest.splitRows(top: max(6, rest.rows - 8))
    return [title, pane(.related, table), Pane(content: .card("facts"), area: facts)]
  }

  private func pane(_ part: Part, _ area: Rect) -> Pane {
    let heading =
      switch part {
      case .related: "Related items"
      case .stock: "Where it stands, and is to stand"
      case .why: ""
      }
    return Pane(content: .table(part.rawValue), area: area, heading: heading)
  }

  private func why(_ area: Rect) -> [Pane] {
    let (head, table) = area.splitRows(top: 4)
    return [Pane(content: .card("marginal"), area: head), pane(.why, table)]
  }

  func planQuestions(of page: Page, in model: Model) -> [any Question] {
    guard model.workspace?.dataset.network.facilities.isEmpty == false else { return [] }
    var questions: [any Question] = [ItemPlanQuestion(item: item, plan: model.planKey)]
    if let outlook = model.outlookQuestion(item) { questions.append(outlook) }
    if page.focus != Part.related.rawValue, let marginal = marginalQuestion(page, model) {
      questions.append(marginal)
    }
    return questions
  }

  /// The facility that is selected in the table of them.
  func selectedFacility(_ page: Page, _ model: Model) -> Int? {
    guard let scene = model.scene(Part.stock.rawValue), scene.isValid(scene.state.selection) else {
      return nil
    }
    return scene.source.subject(scene.row(scene.state.selection))
  }

  /// Nil without a plan that can be explained.
  func marginalQuestion(_ page: Page, _ model: Model) -> MarginalQuestion? {
    guard let facility = selectedFacility(page, model),
      let plan = model.planning.figures?.value, plan.explainable != nil
    else { return nil }
    return MarginalQuestion(item: item, facility: facility, plan: plan.id)
  }

  func marginal(_ page: Page, _ model: Model) -> Shown<MarginalQuestion.Marginal>? {
    guard let question = marginalQuestion(page, model), let shown = model.planned(question),
      let marginal = shown.value
    else { return nil }
    return Shown(marginal, isCurrent: shown.isCurrent)
  }
}

extension Canvas {
  /// What to buy and what to move now.
  mutating func drawAdvice(_ item: Int, _ model: Model) {
    let isPreliminary = model.planning.isPreliminary
    guard let shown = model.itemPlan(item), let advice = shown.value.advice else {
      write(model.noPlanText, column: 1, row: 0, width: columns - 2, Style(.stale))
      return
    }
    let style: Style = shown.isCurrent ? .normal : Style(.stale)
    let text =
      advice.isEmpty
      ? "nothing to buy or move \(isPreliminary ? "so far" : "now")"
      : (isPreliminary ? "so far: " : "now: ") + advice.joined(separator: "; ")
    let lines = wrapped(text, to: columns - 2)
    for (row, line) in lines.prefix(rows).enumerated() {
      let isCut = row == rows - 1 && lines.count > rows
      write(line + (isCut ? " …" : ""), column: 1, row: row, width: columns - 2, style)
    }
    if lines.count < rows, let plan = model.planning.figures?.value {
      let outlook = model.outlook(item)
      drawOutlookText(outlook, row: lines.count, scale: plan.input.settings.demandFactor)
    }
  }

  /// The next weeks' sales in words.
  mutating func drawOutlookText(
    _ outlook: [DemandForecast.WeekOutlook], row: Int, scale: Double = 1
  ) {
    guard let next = outlook.first, next.quantiles.count == 3 else { return }
    let month = outlook.prefix(4).reduce(0) { $0 + $1.mean }
    let range =
      "\(NumberText.short(next.quantiles[0], places: 0))–"
      + NumberText.short(next.quantiles[2], places: 0)
    var text =
      "next week \(NumberText.short(next.mean, places: 1)) expected, \(range) in 8 of 10 cases"
    let longer =
      text
      + "; next \(counted(min(4, outlook.count), "week")) \(NumberText.short(month, places: 1))"
    if TextWidth.width(of: longer) <= columns - 2 { text = longer }
    if scale != 1 { text += "; planned × \(NumberText.short(scale))" }
    write(text, column: 1, row: row, width: columns - 2, .dim)
  }

  /// Whose marginal unit it is, and what it comes to.
  mutating func drawMarginal(_ kind: ItemPage, _ page: Page, _ model: Model) {
    guard let workspace = model.workspace, let facility = kind.selectedFacility(page, model) else {
      return
    }
    let name = workspace.dataset.network.facilities[facility].title
    write(
      [
        ("Why \(workspace.dataset.items.ids[kind.item]) at ", Style(.heading)),
        (name, Style(.heading, bold: true)),
      ], column: 1, row: 0)
    guard let shown = kind.marginal(page, model) else {
      for (row, line) in wrapped(model.noPlanText, to: columns - 2).enumerated() {
        write(line, column: 1, row: 1 + row, Style(.stale))
      }
      return
    }
    let style: Style = shown.isCurrent ? .normal : Style(.stale)
    let found = shown.value.explanation
    let isPreliminary = model.planning.isPreliminary
    let stands =
      (isPreliminary ? "preliminary: " : "")
      + "target \(NumberText.short(found.position, places: 1))"
    let lines = wrapped("\(stands): \(shown.value.verdict)", to: columns - 2)
    for (row, line) in lines.prefix(rows - 1).enumerated() {
      write(line, column: 1, row: 1 + row, style)
    }
  }
}
