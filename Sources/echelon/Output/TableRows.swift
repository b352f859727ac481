import TerminalUI

/// Rows as aligned columns for a person: numbers to the right, long titles shortened until a row
/// fits the terminal. A number is never shortened.
///
/// Rows are held until the end, because the widths depend on all of them.
struct TableRows: RowWriter {
  /// Cells across; nil where nothing limits a row.
  private let width: Int?
  private let ellipsis: String
  private var columns: [ResultColumn] = []
  private var kept: [Int] = []
  private var lines: [Line] = []

  private enum Line {
    case cells([String])
    case heading(String)
  }

  /// - Parameter ascii: Whether only ASCII may be added to what the data says.
  init(width: Int?, ascii: Bool = false) {
    self.width = width
    self.ellipsis = ascii ? "~" : "…"
  }

  mutating func begin(_ columns: [ResultColumn], to stream: inout ByteStream) {
    kept = columns.indices.filter { columns[$0].kind != .rows }
    self.columns = kept.map { columns[$0] }
    lines = [.cells(self.columns.map(\.heading))]
  }

  mutating func row(_ cells: [Cell], to stream: inout ByteStream) {
    lines.append(
      .cells(zip(columns, kept).map { column, index in text(of: cells[index], in: column) }))
  }

  /// A line of text across the columns, after an empty one: what the rows below it have in common.
  mutating func heading(_ text: String) {
    lines.append(.heading(text.printable))
  }

  mutating func end(to stream: inout ByteStream) throws {
    let widths = fittedWidths()
    for line in lines {
      switch line {
      case .heading(let text): stream.append("\n" + shortened(text, to: width ?? .max) + "\n")
      case .cells(let cells): stream.append(aligned(cells, widths) + "\n")
      }
      try stream.flushIfLarge()
    }
  }

  private func aligned(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, text) in cells.enumerated() {
      if index > 0 { line += "  " }
      line += padded(text, to: widths[index], column: columns[index])
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private func text(of cell: Cell, in column: ResultColumn) -> String {
    switch cell {
    case .text(let text): return text.printable
    case .integer(let value): return String(value)
    case .number(let value):
      guard case .number(let decimals) = column.kind else { return value.description }
      return value.isFinite ? FixedPoint.text(value, decimals: decimals) : "-"
    case .missing, .rows: return "-"
    }
  }

  /// The widest cell of each column; the shrinking ones give way, down to 8 cells, where a row
  /// would not fit.
  private func fittedWidths() -> [Int] {
    var widths = [Int](repeating: 0, count: columns.count)
    for case .cells(let cells) in lines {
      for (index, text) in cells.enumerated() {
        widths[index] = max(widths[index], TextWidth.width(of: text))
      }
    }
    guard let width else { return widths }
    let shrinking = columns.indices.filter { columns[$0].kind == .shrinkingText }
    while widths.reduce(2 * (widths.count - 1), +) > width {
      let widest = shrinking.max { widths[$0] < widths[$1] }
      guard let widest, widths[widest] > 8 else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func padded(_ text: String, to width: Int, column: ResultColumn) -> String {
    let text = shortened(text, to: width)
    let space = String(repeating: " ", count: max(0, width - TextWidth.width(of: text)))
    switch column.kind {
    case .text, .shrinkingText, .rows: return text + space
    case .integer, .number: return space + text
    }
  }

  private func shortened(_ text: String, to width: Int) -> String {
    guard TextWidth.width(of: text) > width else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += TextWidth.width(of: character)
      if used > width { break }
      kept.append(character)
    }
    return kept + ellipsis
  }
}
