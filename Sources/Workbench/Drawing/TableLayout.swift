import TerminalUI

/// Which columns of a table fit, and where they stand.
struct TableLayout {
  struct Slot {
    let column: TableColumn
    let start: Int
    let width: Int
  }

  let slots: [Slot]

  /// Cells between columns.
  static let gap = 2
  /// Cells at the left for the sign of selection.
  static let margin = 1

  /// Takes columns by priority for as long as they fit, the one sorted by first of all; then gives
  /// what is left to those that can use it.
  init(columns: [TableColumn], width: Int, sortColumn: String?) {
    let room = width - Self.margin
    let needs = columns.map { column in
      // The sign of sorting stands beside the title.
      let mark = column.id == sortColumn ? TextWidth.width(of: column.title) + 2 : 0
      return max(mark, column.width.lowerBound)
    }
    // A column that belongs to another brings that one along.
    let sorted = columns.first { $0.id == sortColumn }.map { $0.owner ?? $0.id }
    func rank(_ index: Int) -> (Int, Int) {
      (columns[index].id == sorted ? -1 : columns[index].priority, index)
    }
    let byPriority = columns.indices.sorted { rank($0) < rank($1) }
    var taken: Set<Int> = []
    var used = 0
    for index in byPriority where columns[index].owner == nil {
      let group = [index] + columns.indices.filter { columns[$0].owner == columns[index].id }
      let needed = group.reduce(taken.isEmpty ? -Self.gap : 0) { $0 + needs[$1] + Self.gap }
      if used + needed > room, !taken.isEmpty { continue }
      taken.formUnion(group)
      used += needed
    }
    let chosen = taken.sorted()
    var widths = chosen.map { min(needs[$0], max(0, room)) }
    var free = room - used
    // The most useful columns grow first.
    for position in chosen.indices.sorted(by: {
      columns[chosen[$0]].priority < columns[chosen[$1]].priority
    }) where free > 0 {
      let most = columns[chosen[position]].width.upperBound
      let growth = max(0, min(free, most - widths[position]))
      widths[position] += growth
      free -= growth
    }
    var start = Self.margin
    slots = chosen.indices.map { position in
      defer { start += widths[position] + Self.gap }
      return Slot(column: columns[chosen[position]], start: start, width: widths[position])
    }
  }

  /// The column at a cell, for clicks on the header.
  func column(at cell: Int) -> TableColumn? {
    slots.last { $0.start <= cell + 1 }?.column
  }
}
