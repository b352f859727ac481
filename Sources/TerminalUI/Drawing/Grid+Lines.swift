extension Grid {
  /// Draws a line of `length` cells to the right of `point`.
  public mutating func horizontalLine(
    at point: Point, length: Int, glyphs: Glyphs, style: Style = .dim
  ) {
    guard length > 0 else { return }
    let shown = min(length, max(0, size.columns - point.column))
    write(
      String(repeating: glyphs.horizontal, count: shown), at: point, width: shown, style: style)
  }

  /// Draws a line of `length` cells downwards from `point`.
  public mutating func verticalLine(
    at point: Point, length: Int, glyphs: Glyphs, style: Style = .dim
  ) {
    for row in max(0, point.row)..<max(0, point.row, min(size.rows, point.row + length)) {
      write(
        String(glyphs.vertical), at: Point(column: point.column, row: row), width: 1, style: style)
    }
  }

  /// Writes a line of text in a row of `rect`, counted from the rectangle's top, cut to its
  /// width with an ellipsis.
  public mutating func write(
    _ text: some StringProtocol, in rect: Rect, row: Int = 0,
    alignment: TextWidth.Alignment = .left, glyphs: Glyphs, style: Style = .normal
  ) {
    guard row >= 0, row < rect.rows else { return }
    let shown = TextWidth.truncate(text, to: rect.columns, ellipsis: glyphs.ellipsis)
    let free = rect.columns - TextWidth.width(of: shown)
    let indent =
      switch alignment {
      case .left: 0
      case .right: free
      case .center: free / 2
      }
    write(
      shown, at: Point(column: rect.column + indent, row: rect.row + row),
      width: rect.columns - indent, style: style)
  }

  /// Copies another grid's cells to a place in this one, clipped.
  public mutating func draw(_ other: Grid, at point: Point) {
    let target = Rect(
      column: point.column, row: point.row, columns: other.size.columns, rows: other.size.rows)
    let rect = target.clipped(to: size)
    guard !rect.isEmpty else { return }
    for row in rect.row..<rect.row + rect.rows {
      mendEdges(row: row, from: rect.column, to: rect.column + rect.columns)
      let source = (row - point.row) * other.size.columns - point.column
      for column in rect.column..<rect.column + rect.columns {
        cells[row * size.columns + column] = other.cells[source + column]
      }
      mendCut(row: row, column: rect.column, end: rect.column + rect.columns)
    }
  }

  /// After cells were copied: a wide grapheme of which only one half was copied becomes blank.
  private mutating func mendCut(row: Int, column: Int, end: Int) {
    let start = row * size.columns
    if cells[start + column].isContinuation { cells[start + column].glyph = .blank }
    let last = cells[start + end - 1]
    let isWide = !last.isContinuation && TextWidth.width(of: last.text) == 2
    if isWide, end == size.columns || !cells[start + end].isContinuation {
      cells[start + end - 1].glyph = .blank
    }
  }
}
