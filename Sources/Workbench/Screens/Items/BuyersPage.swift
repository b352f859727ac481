import InventoryPlanning
import RetailData
import TerminalUI

/// Where the likely next buyers of an item live, against where its stock stands today and would
/// stand under the plan: a row for each region.
struct BuyersPage: PageKind {
  let item: Int

  var tables: [TableState] {
    var state = TableState()
    state.arrangement = Arrangement(sortColumn: "share", isDescending: true)
    state.column = "share"
    return [state]
  }

  var usesParameters: Bool { true }

  func crumb(in workspace: Workspace) -> String { "next buyers" }

  func summary(in workspace: Workspace) -> String { ItemPage(item: item).summary(in: workspace) }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let (head, table) = area.splitRows(top: 6)
    return [
      Pane(content: .card("title"), area: head), Pane(content: .table(0), area: table),
    ]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    guard let workspace = model.workspace else { return nil }
    let regions = workspace.dataset.network.regions
    if regions.isEmpty { return Shown(TableSource.nowhere) }
    let question = model.nextBuyersQuestion(item)
    guard let known = model.answers.known(question) else { return nil }
    let planned = model.planReach(item)
    let table = RegionTable(
      homes: known.value, today: workspace.analysis?.reach.map { ItemReach(item, in: $0.table) },
      planned: planned?.value)
    // Of the plan, so that its order is forgotten with it: who lives where is kept, and must not
    // make way for the orders of a hundred plans.
    let plan = planned?.value == nil ? nil : model.planReachQuestion(item)
    let key = TableKey(
      name: "next buyers", version: question.hashValue,
      basis: plan.map { AnyQuestion($0) } ?? AnyQuestion(question))
    return Shown(
      table.source(workspace.dataset.network, key),
      isCurrent: known.isCurrent && planned?.isCurrent ?? true)
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    guard model.workspace?.dataset.network.regions.isEmpty == false else { return [] }
    var questions: [any Question] = [model.nextBuyersQuestion(item)]
    if let plan = model.planReachQuestion(item) { questions.append(plan) }
    return questions
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    canvas.drawNextBuyersTitle(item, model)
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    "the data has no regions: customers.csv says in region_id where customers live"
  }
}
