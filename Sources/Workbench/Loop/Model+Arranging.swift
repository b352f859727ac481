/// Sorting, filtering and searching the table in front.
extension Model {
  /// Sorts by a column of the name, or the chosen one; sorting twice turns the order round.
  /// Numbers start with the largest, text with the first letter.
  mutating func sort(by name: String?) {
    guard let source = scene(page.focus)?.source else { return }
    let wanted = name?.lowercased() ?? page.table.column ?? source.columns.first?.id
    guard
      let column = source.columns.first(where: {
        $0.id == wanted || $0.title.lowercased() == wanted
      })
    else {
      complain(
        "no column “\(wanted ?? "")”; there are \(source.columns.map(\.id).joined(separator: ", "))"
      )
      return
    }
    if case .pending = column.values {
      complain("\(column.title) is still being counted")
      return
    }
    page.table.column = column.id
    if page.table.arrangement.sortColumn == column.id {
      page.table.arrangement.isDescending.toggle()
    } else {
      page.table.arrangement.sortColumn = column.id
      page.table.arrangement.isDescending = !column.values.isText
    }
    goToTop()
  }

  mutating func reverseOrder() {
    guard page.table.arrangement.sortColumn != nil else {
      sort(by: nil)
      return
    }
    page.table.arrangement.isDescending.toggle()
    goToTop()
  }

  mutating func chooseColumn(_ direction: Int) {
    guard let columns = scene(page.focus)?.source.columns, !columns.isEmpty else { return }
    let current = page.table.column ?? page.table.arrangement.sortColumn
    let index = columns.firstIndex { $0.id == current } ?? (direction > 0 ? -1 : columns.count)
    page.table.column = columns[max(0, min(columns.count - 1, index + direction))].id
  }

  /// Filters the table; the selected row stays selected if it passes.
  mutating func setFilter(_ text: String) {
    guard let scene = scene(page.focus) else { return }
    let filter = text.trimmingSpaces
    do {
      _ = try Filter(filter, columns: scene.source.columns)
    } catch {
      complain(error.message)
      return
    }
    if notice?.isProblem == true { notice = nil }
    if page.table.arrangement.filter == filter { return }
    page.table.followed = selectedRow
    page.table.arrangement.filter = filter
  }

  /// Looks for the table's search text from a position on; the answer moves the selection.
  mutating func find(forward: Bool, from position: Int) {
    guard let scene = scene(page.focus), scene.count > 0, !page.table.search.isEmpty else { return }
    pendingFind = FindQuestion(
      source: scene.source, rows: scene.rows, arrangement: page.table.arrangement,
      text: page.table.search, start: (position + scene.count) % scene.count, isForward: forward)
  }

  private mutating func goToTop() {
    page.table.selection = 0
    page.table.top = 0
  }
}
