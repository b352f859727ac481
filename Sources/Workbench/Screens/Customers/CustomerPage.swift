import RetailData
import TerminalUI

/// One customer: what was bought, order by order.
struct CustomerPage: PageKind {
  let customer: Int

  var tables: [TableState] { [TableState()] }

  func crumb(in workspace: Workspace) -> String { workspace.dataset.customers.ids[customer] }

  func summary(in workspace: Workspace) -> String {
    let dataset = workspace.dataset
    var parts: [String] = []
    let region = Int(dataset.customers.regions[customer])
    if region >= 0 { parts.append(dataset.network.regions[region].name) }
    if let figures = workspace.figures {
      parts.append(counted(Int(figures.orders[customer]), "order"))
    }
    let lines = dataset.purchases.lines(ofCustomer: customer)
    parts.append(counted(lines.count, "line"))
    if let first = lines.first {
      parts.append("since \(NumberText.date(dataset.purchases.times[first]))")
    }
    return parts.joined(separator: " · ")
  }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    [Pane(content: .table(0), area: area, heading: "History")]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    model.answers.known(HistoryQuestion(customer: customer)).map { Shown($0.value) }
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    [HistoryQuestion(customer: customer)]
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    source(0, of: page, in: model)?.value.subject(row).map { .item($0) }
  }
}
