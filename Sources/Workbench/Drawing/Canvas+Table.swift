import RetailData
import TerminalUI

/// A table ready to be drawn: its contents, where one stands in it, and what is to be said.
struct TableScene {
  let source: TableSource
  let state: TableState
  /// Row numbers in the order shown; nil for all rows in the order of the data.
  let rows: [Int32]?
  /// Whether contents and order are those asked for.
  let isCurrent: Bool
  /// Whether keys go to this table.
  let isFocused: Bool
  /// Said in place of rows where there are none.
  let emptyText: String

  var count: Int { rows?.count ?? source.rowCount }

  func row(_ position: Int) -> Int { rows.map { Int($0[position]) } ?? position }

  /// Which row stands at a position, from 1; headings do not count.
  func number(of position: Int) -> Int {
    if source.headings.isEmpty { return position + 1 }
    return (0...position).count { source.headings[row($0)] == nil }
  }
}

extension Canvas {
  /// Draws column titles and as many rows as there is room for.
  mutating func draw(_ scene: TableScene) {
    let layout = TableLayout(
      columns: scene.source.columns, width: columns,
      sortColumn: scene.state.arrangement.sortColumn)
    drawTitles(scene, layout)
    if scene.count == 0 {
      let style: Style = scene.isCurrent ? .dim : Style(.stale)
      for (line, text) in wrapped(scene.emptyText, to: columns - 2).enumerated() {
        write(text, column: 1, row: 2 + line, style)
      }
      return
    }
    for line in 1..<max(2, rows) {
      let position = scene.state.top + line - 1
      guard position < scene.count, line < rows else { break }
      drawRow(scene, layout, position: position, line: line)
    }
  }

  private mutating func drawTitles(_ scene: TableScene, _ layout: TableLayout) {
    let arrangement = scene.state.arrangement
    for slot in layout.slots {
      let isSorted = slot.column.id == arrangement.sortColumn
      let isChosen = scene.isFocused && slot.column.id == scene.state.column
      let mark = arrangement.isDescending ? glyphs.sortDescending : glyphs.sortAscending
      let title = isSorted ? "\(slot.column.title) \(mark)" : slot.column.title
      let style = Style(
        isSorted ? .accent : .heading, bold: isSorted, underline: isChosen)
      if slot.column.isRightAligned {
        writeRight(title, end: slot.start + slot.width, row: 0, style)
      } else {
        write(title, column: slot.start, row: 0, width: slot.width, style)
      }
    }
  }

  private mutating func drawRow(
    _ scene: TableScene, _ layout: TableLayout, position: Int, line: Int
  ) {
    let row = scene.row(position)
    let isSelected = position == scene.state.selection
    if let heading = scene.source.headings[row] {
      write(heading, column: 1, row: line, Style(scene.isCurrent ? .heading : .stale))
    } else {
      let base: Style = scene.isCurrent ? .normal : Style(.stale)
      let found = FoldedText(scene.state.search)
      for slot in layout.slots {
        drawCell(
          slot, row: row, line: line, base: slot.column.isStale ? Style(.stale) : base,
          found: found)
      }
    }
    guard isSelected else { return }
    if scene.isFocused { restyle(row: line, .selected) }
    write(String(glyphs.selection), column: 0, row: line, scene.isFocused ? .selected : .dim)
  }

  private mutating func drawCell(
    _ slot: TableLayout.Slot, row: Int, line: Int, base: Style, found: FoldedText
  ) {
    switch slot.column.format {
    case .sparkline:
      let values = slot.column.values.series(row)
      if values.isEmpty { return }
      let style = base.role == .stale ? base : Style(.graph)
      // A full cell would touch the line above.
      var low = glyphs
      if low.sparkLevels.last == "█" { low.sparkLevels.removeLast() }
      write(
        sparkline(values, width: slot.width, glyphs: low), column: slot.start, row: line, style)
    case .bar:
      let text = slot.column.text(row)
      let share = slot.column.values.number(row)
      if share.isFinite {
        write(
          bar(fraction: share, width: slot.width - 7, glyphs: glyphs), column: slot.start,
          row: line, base.role == .stale ? base : Style(.graph))
      }
      // More than there is room for: the figure says so, and so does the sign before it.
      let isOver = share > 1.0049
      writeRight(
        (isOver ? String(glyphs.warning) : "") + text, end: slot.start + slot.width, row: line,
        isOver && base.role != .stale ? Style(.wrong) : base)
    case .text, .path, .sentence:
      var text = slot.column.text(row)
      if text.isEmpty {
        write(String(glyphs.missing), column: slot.start, row: line, .dim)
        return
      }
      text =
        switch slot.column.format {
        case .path: ending(of: text, in: slot.width)
        case .sentence:
          sentence(text, or: slot.column.shorter[row] ?? [], in: slot.width)
        default: beginning(of: text, in: slot.width)
        }
      write(text, column: slot.start, row: line, width: slot.width, base)
      highlight(found, in: text, slot: slot, line: line)
    case .count, .decimal, .figure, .date:
      writeRight(slot.column.text(row), end: slot.start + slot.width, row: line, base)
    }
  }

  /// Marks what was searched for, where it is in sight.
  private mutating func highlight(
    _ found: FoldedText, in text: String, slot: TableLayout.Slot, line: Int
  ) {
    if found.isEmpty { return }
    var text = text
    let place = text.withUTF8 { found.firstOffset(in: $0) }
    guard let place else { return }
    let before = TextWidth.width(of: String(decoding: text.utf8.prefix(place), as: UTF8.self))
    let length = min(found.count, slot.width - before)
    if length > 0 {
      restyle(
        row: line, column: slot.start + before, columns: length, Style(.accent, underline: true))
    }
  }

  /// A text, or the first of its shorter wordings that fits; as many words as fit where none does.
  private func sentence(_ text: String, or shorter: [String], in width: Int) -> String {
    let wordings = [text] + shorter
    if let text = wordings.first(where: { TextWidth.width(of: signs($0)) <= width }) {
      return text
    }
    let shortest = signs(wordings.last ?? text)
    let words = wrapped(shortest, to: width - 2).first ?? shortest
    return beginning(of: "\(words) \(glyphs.ellipsis)", in: width)
  }

  /// Cuts a text at blanks into lines of at most `width` cells; a figure keeps its per cent sign.
  func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var words: [String] = []
    for word in text.split(separator: " ") {
      if word.first == "%", let last = words.popLast() {
        words.append("\(last) \(word)")
      } else {
        words.append(String(word))
      }
    }
    for word in words {
      let longer = line.isEmpty ? word : line + " " + word
      if TextWidth.width(of: longer) > width, !line.isEmpty {
        lines.append(line)
        line = word
      } else {
        line = longer
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
