import TerminalUI

extension Model {
  /// Wheel scrolls, a click selects, a second click opens, a click on a column title sorts.
  mutating func handle(_ mouse: Mouse) -> [Effect] {
    if isTooSmall { return [] }
    if helpTop != nil || prompt != nil {
      if helpTop != nil { scroll(mouse) }
      return []
    }
    guard workspace != nil else { return [] }
    guard let pane = panes.first(where: { $0.area.contains(mouse.at) }),
      case .table(let table) = pane.content, let scene = scene(table)
    else {
      scroll(mouse)
      return []
    }
    switch mouse.action {
    case .wheelUp, .wheelDown:
      focus(table)
      scroll(mouse)
      log.add("select", String(page.table.selection + 1))
      return []
    case .press, .doublePress:
      notice = nil
      focus(table)
      let line = mouse.at.row - pane.inner.row
      if line == 0 {
        let layout = TableLayout(
          columns: scene.source.columns, width: pane.inner.columns,
          sortColumn: page.table.arrangement.sortColumn)
        if let column = layout.column(at: mouse.at.column - pane.inner.column) {
          sort(by: column.id)
          log.add("sort", column.id)
        }
        return []
      }
      let position = scene.state.top + line - 1
      guard line > 0, scene.isValid(position) else { return [] }
      let wasSelected = page.table.selection == position
      page.table.selection = position
      log.add("select", String(position + 1))
      if mouse.action == .doublePress || wasSelected, destination != nil {
        log.add("open", nil)
        openSelected()
      }
      return []
    }
  }

  /// Keys go to that table from now on.
  private mutating func focus(_ table: Int) {
    if page.focus != table { log.add("pane", String(table + 1)) }
    page.focus = table
  }

  private mutating func scroll(_ mouse: Mouse) {
    switch mouse.action {
    case .wheelUp: move(by: -3)
    case .wheelDown: move(by: 3)
    case .press, .doublePress: break
    }
  }
}
