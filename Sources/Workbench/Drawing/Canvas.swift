import TerminalUI

/// A part of the screen to draw on: what lies outside its area is clipped, and signs that ASCII
/// does not have are replaced where the terminal asks for that.
struct Canvas {
  var grid: Grid
  let glyphs: Glyphs
  var area: Rect

  init(size: Size, glyphs: Glyphs) {
    grid = Grid(size: size)
    self.glyphs = glyphs
    area = Rect(size)
  }

  var columns: Int { area.columns }
  var rows: Int { area.rows }

  /// Draws in a part of the screen.
  mutating func inside(_ rect: Rect, _ draw: (inout Canvas) -> Void) {
    let outer = area
    area = rect
    draw(&self)
    area = outer
  }

  /// Writes at a place of the area; what does not fit ends in an ellipsis. Returns the cells used.
  @discardableResult
  mutating func write(
    _ text: String, column: Int = 0, row: Int, width: Int? = nil, _ style: Style = .normal
  ) -> Int {
    guard row >= 0, row < area.rows, column >= 0, column < area.columns else { return 0 }
    let room = min(width ?? Int.max, area.columns - column)
    var shown = signs(text)
    // Where three dots have no room there is some for the sign of what is cut.
    if text.last == "…", TextWidth.width(of: shown) > room {
      shown = signs(String(text.dropLast())) + String(glyphs.ellipsis)
    }
    shown = TextWidth.truncate(shown, to: room, ellipsis: glyphs.ellipsis)
    return grid.write(
      shown, at: Point(column: area.column + column, row: area.row + row), width: room,
      style: style)
  }

  /// A path that fits: where there is no room for all of it its front goes, as the end says most.
  func ending(of path: String, in width: Int) -> String {
    TextWidth.truncateLeft(path, to: max(0, width), ellipsis: glyphs.ellipsis)
  }

  /// The text, or its beginning in so many cells: a number that would be cut goes as a whole, where
  /// anything stands before it.
  func beginning(of text: String, in width: Int) -> String {
    let cut = TextWidth.truncate(text, to: max(0, width), ellipsis: glyphs.ellipsis)
    let kept = cut.dropLast()
    let rest = text.dropFirst(kept.count).drop { ".,".contains($0) }
    guard cut != text, let last = kept.last, last.isNumber || ".,".contains(last),
      rest.first?.isNumber == true, let blank = kept.lastIndex(of: " ")
    else { return cut }
    return kept[..<blank] + " " + String(glyphs.ellipsis)
  }

  /// Writes so that the text ends at cell `end` of the area (exclusive).
  mutating func writeRight(_ text: String, end: Int, row: Int, _ style: Style = .normal) {
    let shown = signs(text)
    write(shown, column: max(0, end - TextWidth.width(of: shown)), row: row, style)
  }

  /// Writes pieces one after the other. Returns the cells used.
  @discardableResult
  mutating func write(_ spans: [Span], column: Int = 0, row: Int) -> Int {
    var used = 0
    for span in spans {
      used += write(span.text, column: column + used, row: row, span.style)
    }
    return used
  }

  /// Gives a row of the area one style, text and all.
  mutating func restyle(row: Int, column: Int = 0, columns: Int? = nil, _ style: Style) {
    guard row >= 0, row < area.rows else { return }
    let rect = Rect(
      column: area.column + column, row: area.row + row,
      columns: min(columns ?? Int.max, area.columns - column), rows: 1)
    grid.restyle(rect) { _ in style }
  }

  mutating func fill(_ style: Style) {
    grid.fill(area, style: style)
  }

  /// Our own signs in ASCII where the terminal has no others; data is left to the screen.
  func signs(_ text: String) -> String {
    if glyphs.hasBraille || text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.reduce(into: "") { $0 += Canvas.ascii[$1] ?? String($1) }
  }

  private static let ascii: [Character: String] = [
    "κ": "k", "–": "-", "…": "...", "“": "\"", "”": "\"", "×": "x", "▸": ">", "▾": "v", "·": "-",
    "│": "|",
    "─": "-", "‹": "<", "›": ">", "▼": "v", "▲": "^", "↵": "Enter", "≥": ">=", "−": "-", "∞": "inf",
    "½": "1/2", "±": "+-", "▪": "*", "•": "o", "✓": "*", "↑": "^", "↓": "v", "←": "<", "→": ">",
  ]
}
