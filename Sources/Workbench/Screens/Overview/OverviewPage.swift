import RetailData
import TerminalUI

/// What the data is like: size, dates, bestsellers, how full the buildings are, and what to look
/// at.
struct OverviewPage: PageKind {
  var tables: [TableState] { [TableState(), TableState()] }

  func crumb(in workspace: Workspace) -> String { "" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    let warningRows = max(6, min(12, area.rows / 3))
    let (upper, lower) = area.splitRows(top: area.rows - warningRows)
    let warnings = Pane(content: .table(1), area: lower, heading: "Worth a look")
    let bestsellers = "Bestsellers of the last \(OverviewQuestion.days) days"
    if area.columns >= 104 {
      let (left, right) = upper.splitColumns(left: area.columns / 2)
      return [
        Pane(content: .card("facts"), area: Rect(left, trimmedBy: 2)),
        Pane(content: .table(0), area: right, heading: bestsellers),
        warnings,
      ]
    }
    let (top, rest) = upper.splitRows(top: 6)
    return [
      Pane(content: .card("facts"), area: top),
      Pane(content: .table(0), area: rest, heading: bestsellers),
      warnings,
    ]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    if table == 0 {
      return model.answers.known(OverviewQuestion()).map { Shown($0.value.bestsellers) }
    }
    return warned(model).map { Shown($0.value.source, isCurrent: $0.isCurrent) }
  }

  private func warned(_ model: Model) -> Shown<WarningsQuestion.Warned>? {
    model.warningsQuestion.flatMap { model.planned($0) }
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    [OverviewQuestion()] + [model.askedWarnings].compactMap(\.self)
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    if page.focus == 1 {
      return warning(row, model)?.place
    }
    return model.answers.known(OverviewQuestion())?.value.bestsellers.subject(row)
      .map { .item($0) }
  }

  func figure(of page: Page, row: Int, in model: Model) -> String? {
    page.focus == 1 ? warning(row, model)?.figure : nil
  }

  func arrangement(of page: Page, row: Int, in model: Model) -> Arrangement? {
    page.focus == 1 ? warning(row, model)?.arrangement : nil
  }

  private func warning(_ row: Int, _ model: Model) -> Warnings.Entry? {
    guard let entries = warned(model)?.value.entries, entries.indices.contains(row) else {
      return nil
    }
    return entries[row]
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    guard let workspace = model.workspace else { return }
    let dataset = workspace.dataset
    let overview = model.answers.known(OverviewQuestion())?.value
    canvas.write(dataset.name, column: 1, row: 0, Style(.accent, bold: true))
    let size =
      "\(counted(dataset.purchases.count, "purchase")) · \(counted(dataset.items.count, "item")) · "
      + counted(dataset.customers.count, "customer")
    canvas.write(size, column: 1, row: 1)
    if let start = overview?.start, let end = overview?.end {
      // The first day and the last one count.
      let days = Int(end.seconds) / 86_400 - Int(start.seconds) / 86_400 + 1
      canvas.write(
        "\(NumberText.date(start)) – \(NumberText.date(end)) · \(counted(days, "day"))", column: 1,
        row: 2)
    }
    let isWide = canvas.rows > 8
    let top = isWide ? 4 : 3
    canvas.inside(canvas.area.splitRows(top: top).rest.splitRows(top: isWide ? 4 : 3).top) {
      $0.drawNetworkHeadline(model)
    }
    if let overview, isWide {
      canvas.inside(canvas.area.splitRows(top: top + 5).rest) { $0.drawLoads(overview, model) }
    }
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    table == 0 ? "nothing was bought in the last two weeks of the data" : "nothing to report"
  }
}
