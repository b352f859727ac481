import Recommendations
import RetailData
import TerminalUI

/// What every method recommends to a customer, side by side.
struct MethodsPage: PageKind {
  let customer: Int

  var tables: [TableState] { Method.allCases.map { _ in TableState() } }

  var usesParameters: Bool { true }

  func crumb(in workspace: Workspace) -> String { "methods" }

  func summary(in workspace: Workspace) -> String {
    CustomerPage(customer: customer).summary(in: workspace)
  }

  /// As many methods as are wide enough to be read; the window follows the focus.
  func panes(of page: Page, in area: Rect) -> [Pane] {
    let methods = Method.allCases
    let count = max(1, min(methods.count, area.columns / 38))
    let first = max(0, min(methods.count - count, page.focus - count / 2))
    let width = area.columns / count
    return (0..<count).map { index in
      let isLast = index == count - 1
      let rect = Rect(
        column: area.column + index * width, row: area.row,
        columns: isLast ? area.columns - index * width : width - 2, rows: area.rows)
      let method = first + index
      let more = isLast && method < methods.count - 1 ? " ›" : index == 0 && method > 0 ? " ‹" : ""
      return Pane(
        content: .table(method), area: rect, heading: methods[method].rawValue + more)
    }
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? {
    let question = model.recommendQuestion(customer, Method.allCases[table])
    return model.answers.known(question).map {
      Shown(
        $0.value.source.keeping(["rank", "item_id", "title", "score"]), isCurrent: $0.isCurrent)
    }
  }

  func questions(of page: Page, in model: Model) -> [any Question] {
    Method.allCases.map { model.recommendQuestion(customer, $0) }
  }

  func destination(of page: Page, row: Int, in model: Model) -> Place? {
    source(page.focus, of: page, in: model)?.value.subject(row).map { .item($0) }
  }

  func method(of table: Int, in model: Model) -> Method? { Method.allCases[table] }

  func emptyText(_ table: Int, in model: Model) -> String { "nothing to recommend" }
}

extension TableSource {
  /// With only some of the columns.
  func keeping(_ ids: Set<String>) -> TableSource {
    TableSource(
      key: key, rowCount: rowCount, columns: columns.filter { ids.contains($0.id) },
      subjects: subjects, headings: headings, noun: noun)
  }
}
