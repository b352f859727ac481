import RetailData
import TerminalUI

/// One item: what goes with it, under several metrics, and its sales, stock and buyers.
struct ItemPage: PageKind {
  let item: Int

  /// The tables, in their order: what goes with it, where it stands, why there.
  enum Part: Int, CaseIterable { case related, stock, why }

  var tables: [TableState] { [TableState(), TableState(), TableState(selection: 1)] }

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

  func panes(of page: Page, in area: Rect) -> [Pane] { panes(of: page, in: area, places: 0) }

  func panes(of page: Page, in area: Rect, model: Model) -> [Pane] {
    let hasNetwork = model.workspace?.dataset.network.facilities.isEmpty == false
    let places = model.itemPlan(item)?.value.facilities.count ?? 1
    return panes(of: page, in: area, places: hasNetwork ? max(1, places) : 0)
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    switch Part(rawValue: table) {
    case .stock:
      let isTree = page.tables[table].arrangement.sortColumn == nil
      return model.itemPlan(item).map {
        Shown(isTree ? $0.value.tree : $0.value.flat, isCurrent: $0.isCurrent)
      }
    case .why:
      return marginal(page, model).map { Shown($0.value.source, isCurrent: $0.isCurrent) }
    default: return related(model)
    }
  }

  private func related(_ model: Model) -> Shown<TableSource>? {
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
    if model.layout.body.columns >= 104, page.focus == Part.related.rawValue,
      model.workspace?.dataset.network.regions.isEmpty == false
    {
      questions.append(model.nextBuyersQuestion(item))
    }
    return questions + planQuestions(of: page, in: model)
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    guard let subject = source(page.focus, of: page, in: model)?.value.subject(row) else {
      return nil
    }
    switch Part(rawValue: page.focus) {
    case .stock: return .facility(subject)
    case .why: return selectedFacility(page, model).map { .facility($0) }
    default: return .item(subject)
    }
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    switch name {
    case "facts":
      let isTable = model.panes.contains { $0.content == .table(Part.stock.rawValue) }
      canvas.drawItemFacts(item, model, showsStock: !isTable)
    case "advice":
      let parts = canvas.area.splitRows(top: 3)
      canvas.inside(parts.top) { $0.drawAdvice(item, model) }
      canvas.inside(parts.rest) { $0.drawMarginal(self, page, model) }
    case "marginal": canvas.drawMarginal(self, page, model)
    default: drawTitle(model, on: &canvas)
    }
  }

  private func drawTitle(_ model: Model, on canvas: inout Canvas) {
    guard let items = model.workspace?.dataset.items else { return }
    let title = items.titles[item]
    canvas.write(
      [(items.ids[item] + "  ", Style(.accent, bold: true)), (title, Style(.normal, bold: true))],
      column: 1, row: 0)
    canvas.write(
      model.parameterSummary + "; other metrics: rank and score beside it", column: 1, row: 1, .dim)
    if canvas.rows > 2 {
      canvas.inside(canvas.area.splitRows(top: 2).rest) { $0.drawAdvice(item, model) }
    }
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    switch Part(rawValue: table) {
    case .stock:
      model.workspace?.dataset.network.facilities.isEmpty == false
        ? "no building may hold an item of this handling"
        : "no facilities.csv: where it stands is not known"
    case .why: "no plan leads there"
    default: "nobody who bought this item bought another: nothing is related to it"
    }
  }
}
