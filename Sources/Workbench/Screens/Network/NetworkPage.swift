import RetailData
import TerminalUI

/// The buildings as the tree that goods come down: how full they are, what more room would save,
/// and, where there is room, the selected one below.
struct NetworkPage: PageKind {
  var tables: [TableState] { [TableState()] }

  func crumb(in workspace: Workspace) -> String { "" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.networkSummary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    panes(in: area, promiseLines: 1)
  }

  func panes(of page: Page, in area: Rect, model: Model) -> [Pane] {
    let figures = model.planning.figures?.value
    return panes(
      in: area,
      promiseLines: figures.map { PromiseFigures.lines(of: $0, columns: area.columns).count } ?? 1)
  }

  private func panes(in area: Rect, promiseLines: Int) -> [Pane] {
    let (head, rest) = area.splitRows(top: 1 + promiseLines + explanations(in: area).count)
    let headline = Pane(content: .card("headline"), area: head)
    guard hasPreview(area) else { return [headline, Pane(content: .table(0), area: rest)] }
    let (table, preview) = rest.splitRows(top: rest.rows - 15)
    return [
      headline, Pane(content: .table(0), area: table),
      Pane(content: .card("preview"), area: preview),
    ]
  }

  private func hasPreview(_ area: Rect) -> Bool { area.columns >= 104 && area.rows >= 29 }

  /// What the columns mean that there is room for, a line each. The preview says what a price is a
  /// price of.
  private func explanations(in area: Rect) -> [String] {
    let hasBalance = area.columns >= 86
    return (hasPreview(area) ? [] : [NetworkTable.priceExplanation])
      + (hasBalance ? [StockBalance.explanation] : [])
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    guard let shown = model.planned(NetworkQuestion(plan: model.planKey)) else { return nil }
    let isTree = page.tables[0].arrangement.sortColumn == nil
    return Shown(isTree ? shown.value.tree : shown.value.flat, isCurrent: shown.isCurrent)
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    var questions: [any Question] = [NetworkQuestion(plan: model.planKey)]
    if model.panes.count > 2, let facility = selected(in: model) {
      questions += model.facilityQuestions(facility)
    }
    return questions
  }

  private func selected(in model: Model) -> Int? {
    guard let row = model.selectedRow else { return nil }
    return source(0, of: model.page, in: model)?.value.subject(row)
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    source(0, of: page, in: model)?.value.subject(row).map { .facility($0) }
  }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    if name == "headline" {
      let used = canvas.drawNetworkHeadline(model)
      let lines = explanations(in: model.layout.body)
      for (row, line) in zip((0..<canvas.rows).suffix(lines.count), lines) where row >= used {
        canvas.write(line, column: 1, row: row, .dim)
      }
    } else if let facility = selected(in: model) {
      canvas.drawFacilityPreview(facility, model)
    }
  }

  func emptyText(_ table: Int, in model: Model) -> String {
    "the data has no buildings: a directory with facilities.csv, transfers.csv and deliveries.csv "
      + "has; echelon import --network adds a template, echelon sample makes a shop that has them"
  }
}

extension Dataset {
  /// The size of the network, on one line.
  var networkSummary: String {
    if network.facilities.isEmpty { return summary }
    return [
      counted(network.facilities.count, "facility", "facilities"),
      counted(network.transfers.count, "transfer"),
      counted(network.regions.count, "region"), counted(network.speeds.count, "speed"),
    ].joined(separator: " · ")
  }
}
