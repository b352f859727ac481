import RetailData
import TerminalUI

/// The table of all items; beside it, where there is room, what goes with the selected one.
struct ItemsPage: PageKind {
  static let preview = "preview"

  var tables: [TableState] {
    var state = TableState()
    state.arrangement = Arrangement(sortColumn: "buyers", isDescending: true)
    state.column = "buyers"
    return [state]
  }

  var usesParameters: Bool { true }

  func crumb(in workspace: Workspace) -> String { "" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    guard area.columns >= 104 else { return [Pane(content: .table(0), area: area)] }
    let preview = area.columns >= 150 ? 54 : 36
    let (left, right) = area.splitColumns(left: area.columns - preview)
    return [
      Pane(content: .table(0), area: Rect(left, trimmedBy: 2)),
      Pane(content: .card(Self.preview), area: right),
    ]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    model.itemTable.map { Shown($0) }
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    let planned = [model.plannedItemsQuestion].compactMap(\.self)
    guard model.panes.count > 1, let item = model.selectedRow else { return planned }
    return planned + [model.relatedQuestion(item), ItemQuestion(item: item)]
      + [model.outlookQuestion(item)].compactMap(\.self)
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? { .item(row) }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    guard let workspace = model.workspace, let item = model.selectedRow else { return }
    let items = workspace.dataset.items
    canvas.write(items.ids[item], column: 1, row: 0, Style(.heading, bold: true))
    canvas.write(items.titles[item], column: 1, row: 1)
    let relatedRows = max(4, min(model.parameters.listLength, canvas.rows - 26)) + 2
    let parts = canvas.area.splitRows(top: 3).rest.splitRows(top: relatedRows)
    canvas.inside(parts.top) { $0.drawRelatedPreview(item, model) }
    canvas.inside(parts.rest) { $0.drawItemFacts(item, model) }
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    "there are no items: purchases.csv has no purchases"
  }
}

extension Rect {
  /// Without its last columns: room for the line between two panes.
  init(_ rect: Rect, trimmedBy columns: Int) {
    self.init(
      column: rect.column, row: rect.row, columns: rect.columns - columns, rows: rect.rows)
  }
}

extension Dataset {
  /// The size of the data, on one line.
  var summary: String {
    var parts = [
      "\(NumberText.count(purchases.count)) rows", counted(items.count, "item"),
      counted(customers.count, "customer"),
    ]
    if let end { parts.append("to \(NumberText.date(end))") }
    return parts.joined(separator: " · ")
  }
}
