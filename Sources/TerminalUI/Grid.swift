/// A screenful of cells: what a view returns, what a screen shows, what a snapshot test reads.
///
/// Text is written cell by cell, clipped to the rectangle it was given, never split inside a
/// grapheme. Control characters and escape sequences in data are shown as `�`, never passed on.
public struct Grid: Equatable, Sendable {
  /// One cell: a grapheme and how to draw it. The second cell of a wide grapheme has `text` empty.
  public struct Cell: Equatable, Sendable {
    public var text: String
    public var style: Style

    public init(text: String = " ", style: Style = .normal) {
      self.text = text
      self.style = style
    }
  }

  public let size: Size
  public private(set) var cells: [Cell]
  /// Where the terminal's cursor shall be seen; nil hides it.
  public var cursor: Point?

  public init(size: Size, style: Style = .normal) {
    self.size = size
    cells = Array(
      repeating: Cell(style: style), count: max(0, size.columns) * max(0, size.rows))
  }

  public subscript(column: Int, row: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// Writes one line of `text` starting at `point`, at most `width` cells (default: to the right
  /// edge). Returns the number of cells written.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, at point: Point, width: Int? = nil, style: Style = .normal
  ) -> Int {
    guard point.row >= 0, point.row < size.rows, point.column >= 0 else { return 0 }
    let limit = min(size.columns, point.column + (width ?? size.columns))
    var column = point.column
    for character in text {
      let shown = TextWidth.sanitized(character)
      let cells = TextWidth.width(of: shown)
      if cells == 0 { continue }
      if column + cells > limit { break }
      set(column, point.row, Cell(text: String(shown), style: style))
      if cells == 2 { set(column + 1, point.row, Cell(text: "", style: style)) }
      column += cells
    }
    return max(0, column - point.column)
  }

  /// Fills a rectangle with blanks of one style.
  public mutating func fill(_ rect: Rect, style: Style) {
    for row in max(0, rect.row)..<max(0, min(size.rows, rect.row + rect.rows)) {
      for column in max(0, rect.column)..<max(0, min(size.columns, rect.column + rect.columns)) {
        set(column, row, Cell(style: style))
      }
    }
  }

  /// Changes the style of a rectangle and keeps its text.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    for row in max(0, rect.row)..<max(0, min(size.rows, rect.row + rect.rows)) {
      for column in max(0, rect.column)..<max(0, min(size.columns, rect.column + rect.columns)) {
        let index = row * size.columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// The text of the screen, a line a row, trailing blanks removed: what snapshots hold.
  public var text: String {
    (0..<size.rows).map { row in
      var line = cells[row * size.columns..<(row + 1) * size.columns].map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  private mutating func set(_ column: Int, _ row: Int, _ cell: Cell) {
    let index = row * size.columns + column
    // Overwriting half of a wide grapheme blanks the other half.
    if cells[index].text.isEmpty, column > 0 { cells[index - 1].text = " " }
    if column + 1 < size.columns, cells[index + 1].text.isEmpty, !cell.text.isEmpty {
      cells[index + 1].text = " "
    }
    cells[index] = cell
  }
}
