/// Where the analyst stands in a table, and how it is arranged.
struct TableState: Hashable, Sendable, Codable {
  /// Position of the selected row, among the rows shown.
  var selection = 0
  /// Position of the first visible row.
  var top = 0
  var arrangement = Arrangement()
  /// Id of the column that `s` sorts by.
  var column: String?
  /// What `n` and `N` look for.
  var search = ""
  /// Row that shall be selected again once the rows have been filtered.
  var followed: Int?
}

/// In which order, and which rows.
struct Arrangement: Hashable, Sendable, Codable {
  /// Id of the column sorted by; nil for the order of the data.
  var sortColumn: String?
  var isDescending = false
  /// As typed; see `Filter`.
  var filter = ""

  var isNatural: Bool { sortColumn == nil && filter.isEmpty }
}

extension TableState {
  /// Moves the selection into `0 ..< count` and the window so that it shows the selection.
  mutating func settle(count: Int, visible: Int) {
    selection = max(0, min(selection, count - 1))
    let visible = max(1, visible)
    if selection < top { top = selection }
    if selection >= top + visible { top = selection - visible + 1 }
    top = max(0, min(top, count - visible))
  }
}
