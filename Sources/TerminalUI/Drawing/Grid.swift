/// A screenful of cells: what a view returns, what a screen shows, what a snapshot test reads.
///
/// Text is written cell by cell, clipped to the rectangle it was given, never split inside a
/// grapheme. Control characters and escape sequences in data are shown as `�`, never passed on.
public struct Grid: Equatable, Sendable {
  /// One cell: a grapheme and how to draw it. The second cell of a wide grapheme has `text` empty.
  public struct Cell: Equatable, Sendable {
    var glyph: Glyph
    public var style: Style

    public init(text: String = " ", style: Style = .normal) {
      glyph = Glyph(text)
      self.style = style
    }

    init(glyph: Glyph, style: Style) {
      self.glyph = glyph
      self.style = style
    }

    public var text: String { glyph.text }

    /// Whether this is the second cell of the wide grapheme at its left.
    public var isContinuation: Bool { glyph == .continuation }

    /// The `index`-th Unicode scalar of the grapheme, 0 past its end; `index` is below 6. For
    /// screens, which draw cells without making strings of them.
    public func scalar(_ index: Int) -> UInt32 { glyph.scalar(index) }
  }

  public let size: Size
  public internal(set) var cells: [Cell]
  /// Where the terminal's cursor shall be seen; nil hides it.
  public var cursor: Point?

  /// A grid of blanks. A negative size is an empty one.
  public init(size: Size, style: Style = .normal) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(
      repeating: Cell(glyph: .blank, style: style), count: self.size.columns * self.size.rows)
  }

  /// The cell at a place inside the grid.
  public subscript(column: Int, row: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// Fills a rectangle with blanks of one style.
  public mutating func fill(_ rect: Rect, style: Style) {
    let rect = rect.clipped(to: size)
    guard !rect.isEmpty else { return }
    let blank = Cell(glyph: .blank, style: style)
    for row in rect.row..<rect.row + rect.rows {
      let start = row * size.columns + rect.column
      mendEdges(row: row, from: rect.column, to: rect.column + rect.columns)
      for index in start..<start + rect.columns { cells[index] = blank }
    }
  }

  /// Changes the style of a rectangle and keeps its text.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let rect = rect.clipped(to: size)
    guard !rect.isEmpty else { return }
    for row in rect.row..<rect.row + rect.rows {
      let start = row * size.columns + rect.column
      for index in start..<start + rect.columns {
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

  /// Before the cells `from..<to` of a row are overwritten: blanks the halves of wide graphemes
  /// that would be left standing outside them.
  mutating func mendEdges(row: Int, from: Int, to: Int) {
    let start = row * size.columns
    if from > 0, cells[start + from].isContinuation { cells[start + from - 1].glyph = .blank }
    if to < size.columns, cells[start + to].isContinuation { cells[start + to].glyph = .blank }
  }
}
