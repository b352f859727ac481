import RetailData
import TerminalUI

/// One item: what goes with it, under several metrics, and its sales, stock and buyers.
struct ItemPage: PageKind {
  let item: Int

  var tables: [TableState] { [TableState()] }

  var usesParameters: Bool { true }

  func crumb(in workspace: Workspace) -> String { workspace.dataset.items.ids[item] }

  func summary(in workspace: Workspace) -> String {
    let items = workspace.dataset.items
    var parts: [String] = []
    if let brand = items.brands[item] { parts.append(brand) }
    if let category = items.categories[item] { parts.append(category) }
    if let buyers = workspace.figures?.buyers[item] { parts.append(counted(Int(buyers), "buyer")) }
    let price = Double(items.prices[item])
    if !price.isNaN { parts.append("price \(NumberText.decimal(price, places: 2))") }
    return parts.joined(separator: " · ")
  }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let heading = "Related items"
    if area.columns >= 104 {
      let side = area.columns >= 150 ? 52 : 40
      let (left, right) = area.splitColumns(left: area.columns - side)
      let (head, table) = Rect(left, trimmedBy: 2).splitRows(top: 2)
      return [
        Pane(content: .card("title"), area: head),
        Pane(content: .table(0), area: table, heading: heading),
        Pane(content: .card("facts"), area: right),
      ]
    }
    let (head, rest) = area.splitRows(top: 2)
    let (table, facts) = rest.splitRows(top: max(6, rest.rows - 8))
    return [
      Pane(content: .card("title"), area: head),
      Pane(content: .table(0), area: table, heading: heading),
      Pane(content: .card("facts"), area: facts),
    ]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    let related = model.relatedQuestion(item)
    let compared = model.answers.known(ComparisonQuestion(related: related))
    if let compared, compared.isCurrent { return Shown(compared.value) }
    if let fresh = model.answers.known(related), fresh.isCurrent { return Shown(fresh.value) }
    return (compared ?? model.answers.known(related)).map { Shown($0.value, isCurrent: false) }
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    let related = model.relatedQuestion(item)
    var questions: [any Question] = [
      related, ComparisonQuestion(related: related), ItemQuestion(item: item),
    ]
    // Shown where there is room for it; its own page has it in any case.
    if model.layout.body.columns >= 104,
      model.workspace?.dataset.network.regions.isEmpty == false
    {
      questions.append(model.nextBuyersQuestion(item))
    }
    return questions
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    source(0, of: page, in: model)?.value.subject(row).map { .item($0) }
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    guard name == "title", let items = model.workspace?.dataset.items else {
      canvas.drawItemFacts(item, model)
      return
    }
    let title = items.titles[item]
    canvas.write(
      [(items.ids[item] + "  ", Style(.accent, bold: true)), (title, Style(.normal, bold: true))],
      column: 1, row: 0)
    canvas.write(
      model.parameterSummary + "; other metrics: rank and score beside it", column: 1, row: 1, .dim)
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    "nobody who bought this item bought another: nothing is related to it"
  }
}
