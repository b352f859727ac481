import RetailData
import TerminalUI

/// One item: its sales, its stock and where its buyers live.
struct ItemPage: PageKind {
  let item: Int

  var tables: [TableState] { [] }

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

  func panes(of page: Page, in area: Rect) -> [Pane] { [Pane(content: .card("facts"), area: area)] }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? { nil }

  func questions(of page: Page, in model: Model) -> [any Question] { [ItemQuestion(item: item)] }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    canvas.drawItemFacts(item, model)
  }
}
