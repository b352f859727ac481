import RetailData
import TerminalUI

/// What reading the data had to say, in full, and how to learn more.
struct NoticePage: PageKind {
  let notice: Int

  var tables: [TableState] { [] }

  func crumb(in workspace: Workspace) -> String { "notice" }

  func summary(in workspace: Workspace) -> String { workspace.dataset.summary }

  func panes(of page: Page, in area: Rect) -> [Pane] {
    [Pane(content: .card("notice"), area: area, heading: "Noticed while reading")]
  }

  func source(_ table: Int, of page: Page, in model: Model) -> Shown<TableSource>? { nil }

  func drawCard(_ name: String, of page: Page, in model: Model, on canvas: inout Canvas) {
    guard let notices = model.workspace?.dataset.notices, notices.indices.contains(notice) else {
      return
    }
    let shown = notices[notice]
    var facts = [("file", shown.file), ("what", shown.message)]
    if shown.rows > 0 { facts.append(("rows", NumberText.count(shown.rows))) }
    facts.append(("more", "echelon check \(model.dataKey)"))
    var row = 1
    for (label, text) in facts {
      canvas.write(label, column: 1, row: row, .dim)
      for line in canvas.wrapped(text, to: canvas.columns - 10) {
        canvas.write(line, column: 8, row: row)
        row += 1
      }
    }
    canvas.write("lists every problem with its line and column", column: 8, row: row, .dim)
  }
}
