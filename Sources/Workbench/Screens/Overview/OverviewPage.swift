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
    let (top, rest) = upper.splitRows(top: 4)
    return [
      Pane(content: .card("facts"), area: top),
      Pane(content: .table(0), area: rest, heading: bestsellers),
      warnings,
    ]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    guard let overview = model.answers.known(OverviewQuestion())?.value else { return nil }
    return Shown(table == 0 ? overview.bestsellers : overview.warnings)
  }

  func questions(of page: Page, in model: Model) -> [any Question] { [OverviewQuestion()] }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    guard let overview = model.answers.known(OverviewQuestion())?.value else { return nil }
    if page.focus == 1 { return overview.warningPlaces[row] }
    return overview.bestsellers.subject(row).map { .item($0) }
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
      let days = Int(end.days(since: start).rounded(.up))
      canvas.write(
        "\(NumberText.date(start)) – \(NumberText.date(end)) · \(counted(days, "day"))", column: 1,
        row: 2)
    }
    if let overview, canvas.rows > 5 { drawLoads(overview, on: &canvas) }
  }

  private func drawLoads(
    _ overview: OverviewQuestion.Overview, on canvas: inout Canvas
  ) {
    canvas.write("Storage", column: 1, row: 4, Style(.heading))
    if overview.loads.isEmpty {
      canvas.write("no facilities.csv: buildings are not known", column: 10, row: 4, .dim)
      return
    }
    let room = canvas.rows - 6
    let fullest = overview.loads.sorted { $1.share < $0.share }
    for (index, load) in fullest.prefix(room).enumerated() {
      let percent = load.share.isNaN ? "–" : NumberText.short(load.share * 100, places: 0) + " %"
      canvas.drawBar(load.name, value: load.used, of: load.capacity, row: 5 + index, text: percent)
      // More than there is room for: in words, so that it is not said by colour alone.
      if load.share > 1 {
        canvas.writeRight("over " + percent, end: canvas.columns - 1, row: 5 + index, Style(.wrong))
      }
    }
    if fullest.count > room, room > 0 {
      canvas.write("and \(fullest.count - room) more", column: 1, row: canvas.rows - 1, .dim)
    }
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    table == 0 ? "nothing was bought in the last two weeks of the data" : "nothing to report"
  }
}

extension OverviewQuestion.Load {
  /// Used storage, 1 for full; NaN where the building has no capacity.
  var share: Double { capacity > 0 ? used / capacity : .nan }
}
