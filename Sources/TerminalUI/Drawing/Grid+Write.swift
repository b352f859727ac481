/// A piece of text in one style; a line is drawn from several.
public typealias Span = (text: String, style: Style)

extension Grid {
  /// Writes one line of `text` starting at `point`, at most `width` cells (default: to the right
  /// edge). What begins left of the grid or does not fit is cut, never inside a grapheme. Returns
  /// the number of cells written.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, at point: Point, width: Int? = nil, style: Style = .normal
  ) -> Int {
    guard point.row >= 0, point.row < size.rows, point.column < size.columns else { return 0 }
    let limit = min(size.columns, point.column + min(max(0, width ?? size.columns), size.columns))
    guard point.column >= 0, point.column < limit else { return 0 }
    let quick = text.utf8.withContiguousStorageIfAvailable {
      writePlain($0, row: point.row, from: point.column, to: limit, style: style)
    }
    if let quick, let quick { return quick - point.column }
    return writeGraphemes(text, row: point.row, from: point.column, to: limit, style: style)
      - point.column
  }

  /// Writes one line of `text` so that its last cell is the last of the `width` cells that start
  /// at `point`. Numbers belong here. What does not fit is cut at the right.
  public mutating func writeRight(
    _ text: some StringProtocol, at point: Point, width: Int, style: Style = .normal
  ) {
    let free = max(0, width - TextWidth.width(of: text))
    write(
      text, at: Point(column: point.column + free, row: point.row), width: width - free,
      style: style)
  }

  /// Writes pieces of text one after the other, at most `width` cells in all. Returns the number
  /// of cells written.
  @discardableResult
  public mutating func write(_ spans: [Span], at point: Point, width: Int? = nil) -> Int {
    let limit = max(0, width ?? size.columns)
    var used = 0
    for span in spans where used < limit {
      let written = write(
        span.text, at: Point(column: point.column + used, row: point.row), width: limit - used,
        style: span.style)
      used += written
      if written < TextWidth.width(of: span.text) { break }
    }
    return used
  }

  /// Writes text made only of plain scalars and returns the column after it, or nil, having
  /// written nothing, where the text is not plain.
  private mutating func writePlain(
    _ bytes: UnsafeBufferPointer<UInt8>, row: Int, from: Int, to limit: Int, style: Style
  ) -> Int? {
    guard let count = PlainText.cells(in: bytes) else { return nil }
    let end = min(limit, from + count)
    guard end > from else { return from }
    mendEdges(row: row, from: from, to: end)
    let start = row * size.columns
    var index = 0
    for column in from..<end {
      guard let (scalar, length) = PlainText.scalar(in: bytes, at: index) else { break }
      cells[start + column] = Cell(glyph: Glyph(scalar: scalar), style: style)
      index += length
    }
    return end
  }

  private mutating func writeGraphemes(
    _ text: some StringProtocol, row: Int, from: Int, to limit: Int, style: Style
  ) -> Int {
    let start = row * size.columns
    var column = from
    for character in text {
      let shown = TextWidth.sanitized(character)
      let width = TextWidth.width(of: shown)
      if column + width > limit { break }
      mendEdges(row: row, from: column, to: column + width)
      cells[start + column] = Cell(glyph: Glyph(String(shown)), style: style)
      if width == 2 { cells[start + column + 1] = Cell(glyph: .continuation, style: style) }
      column += width
    }
    return column
  }
}
