import TerminalUI

/// Where things stand on a screen of a given size. Update and view agree because both ask here.
struct Layout {
  static let smallest = Size(columns: 80, rows: 24)

  let title: Rect
  let body: Rect
  /// The parameter panel; empty while it is closed.
  let panel: Rect
  let status: Rect
  let footer: Rect

  /// From this width the parameter panel stands beside the body.
  static let sidePanelColumns = 150
  static let sidePanelWidth = 30
  /// From this width two lines hold all the parameters under the body; else three.
  private static let shortPanelColumns = 112

  init(size: Size, hasPanel: Bool) {
    let (title, belowTitle) = Rect(size).splitRows(top: 1)
    let (middle, bars) = belowTitle.splitRows(top: belowTitle.rows - 2)
    self.title = title
    (status, footer) = bars.splitRows(top: 1)
    if !hasPanel {
      body = middle
      panel = Rect(column: 0, row: middle.row, columns: 0, rows: 0)
    } else if size.columns >= Self.sidePanelColumns {
      (body, panel) = middle.splitColumns(left: middle.columns - Self.sidePanelWidth)
    } else {
      let lines = size.columns >= Self.shortPanelColumns ? 3 : 4
      (body, panel) = middle.splitRows(top: middle.rows - lines - 1)
    }
  }
}

extension Model {
  var isTooSmall: Bool {
    size.columns < Layout.smallest.columns || size.rows < Layout.smallest.rows
  }

  var layout: Layout {
    Layout(size: size, hasPanel: isPanelOpen && page.place.kind.usesParameters)
  }

  /// The panes of the page in front.
  var panes: [Pane] {
    page.place.kind.panes(of: page, in: layout.body, model: self)
  }

  /// Rows of a table that are on screen; one where the table is not.
  func visibleRows(_ table: Int) -> Int {
    max(1, panes.first { $0.content == .table(table) }?.visibleRows ?? 1)
  }
}
