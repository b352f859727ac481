/// Columns and rows of character cells.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A place on the screen, from the top left, counting from 0.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells. Never negative in size: what does not fit becomes empty.
public struct Rect: Hashable, Sendable {
  public var column: Int
  public var row: Int
  public var columns: Int
  public var rows: Int

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  public var isEmpty: Bool { columns == 0 || rows == 0 }

  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < column + columns
      && point.row >= row && point.row < row + rows
  }

  /// The upper `rows` rows, and what is below them.
  public func splitRows(top rows: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, rows), self.rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: taken),
      Rect(column: column, row: row + taken, columns: columns, rows: self.rows - taken)
    )
  }

  /// The left `columns` columns, and what is right of them.
  public func splitColumns(left columns: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, columns), self.columns)
    return (
      Rect(column: column, row: row, columns: taken, rows: rows),
      Rect(column: column + taken, row: row, columns: self.columns - taken, rows: rows)
    )
  }

  /// The part of it that lies on a screen of this size.
  public func clipped(to size: Size) -> Rect {
    let left = max(0, column)
    let top = max(0, row)
    return Rect(
      column: left, row: top, columns: min(size.columns, column + columns) - left,
      rows: min(size.rows, row + rows) - top)
  }
}
