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
    let row = canvas.drawLabelled([
      ("file", shown.file), ("what", shown.message),
      ("rows", shown.rows > 0 ? NumberText.count(shown.rows) : nil),
      ("more", "echelon check \(model.dataKey)"),
    ])
    canvas.write("lists every problem with its line and column", column: 8, row: row, .dim)
  }
}

extension Canvas {
  /// What is known of a subject, each with its label, wrapped. Returns the row below.
  @discardableResult
  mutating func drawLabelled(_ facts: [(label: String, text: String?)]) -> Int {
    var row = 1
    for (label, text) in facts {
      guard let text else { continue }
      write(label, column: 1, row: row, .dim)
      for line in wrapped(text, to: columns - 10) {
        write(line, column: 8, row: row)
        row += 1
      }
    }
    return row
  }
}
