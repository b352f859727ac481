import CNcurses
import TerminalUI

/// Brings grids to ncurses' screen: finds the cells that changed since the last one and writes
/// only those; ncurses then finds the shortest output.
struct CellWriter {
  /// What the screen shows; nil where that is not known.
  private(set) var shown: Grid?
  /// Changing it takes effect on what is written from then on.
  var pen: Pen
  private let isUnicode: Bool

  init(pen: Pen, isUnicode: Bool) {
    self.pen = pen
    self.isUnicode = isUnicode
  }

  /// The next grid is written whole.
  mutating func forget() { shown = nil }

  /// Writes what differs. Cells outside the screen are cut, places outside the grid are blank.
  mutating func write(_ grid: Grid) {
    let screen = Size(columns: Int(nc_columns()), rows: Int(nc_rows()))
    let previous = shown?.size == grid.size ? shown : nil
    if previous == nil { werase(nc_screen()) }
    let rows = min(grid.size.rows, screen.rows)
    let columns = min(grid.size.columns, screen.columns)
    grid.cells.withUnsafeBufferPointer { new in
      if let previous {
        previous.cells.withUnsafeBufferPointer { old in
          for row in 0..<rows {
            let start = row * grid.size.columns
            for column in 0..<columns where new[start + column] != old[start + column] {
              put(new, row: row, column: column, start: start, columns: columns)
            }
          }
        }
      } else {
        for row in 0..<rows {
          for column in 0..<columns {
            put(new, row: row, column: column, start: row * grid.size.columns, columns: columns)
          }
        }
      }
    }
    shown = grid
  }

  /// Writes one cell; the second cell of a wide grapheme stands for the whole of it.
  private func put(
    _ cells: UnsafeBufferPointer<Grid.Cell>, row: Int, column: Int, start: Int, columns: Int
  ) {
    var column = column
    if cells[start + column].isContinuation {
      guard column > 0 else { return }
      column -= 1
    }
    let cell = cells[start + column]
    let isWide = column + 1 < columns && cells[start + column + 1].isContinuation
    let drawn = DrawnCell(cell, isWide: isWide, isUnicode: isUnicode)
    let attributes = pen.attributes(cell.style)
    let pair = pen.pair(cell.style)
    withUnsafePointer(to: drawn.first) {
      $0.withMemoryRebound(to: wchar_t.self, capacity: 6) {
        nc_put(Int32(row), Int32(column), $0, attributes, pair)
      }
    }
    if let second = drawn.second {
      withUnsafePointer(to: (second, wchar_t(0))) {
        $0.withMemoryRebound(to: wchar_t.self, capacity: 2) {
          nc_put(Int32(row), Int32(column + 1), $0, attributes, pair)
        }
      }
    }
  }
}
