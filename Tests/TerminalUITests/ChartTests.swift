import Testing

@testable import TerminalUI

@Suite struct ChartTests {
  @Test(arguments: [
    (0.0, "░░░░"), (0.5, "██░░"), (1.0, "████"), (7.0, "████"), (-1.0, "░░░░"), (.nan, "░░░░"),
    (.infinity, "████"), (0.0001, "▏░░░"), (0.9999, "███▉"), (0.4, "█▋░░"),
  ])
  func bars(fraction: Double, expected: String) {
    #expect(bar(fraction: fraction, width: 4, glyphs: .unicode) == expected)
  }

  @Test func asciiBars() {
    #expect(bar(fraction: 0.5, width: 6, glyphs: .ascii) == "###...")
    #expect(bar(fraction: 0.99, width: 6, glyphs: .ascii) == "#####.")
    #expect(bar(fraction: 0.5, width: 0, glyphs: .ascii) == "")
    #expect(bar(fraction: 0.5, width: -2, glyphs: .ascii) == "")
  }

  @Test func sparklines() {
    #expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8], width: 9, glyphs: .unicode) == "▁▂▃▄▅▆▇██")
    #expect(sparkline([1, 2], width: 4, glyphs: .unicode) == "  ▅█")
    #expect(sparkline([0, 0, 0], width: 3, glyphs: .unicode) == "▁▁▁")
    #expect(sparkline([1, 3, 8, 8], width: 2, glyphs: .unicode) == "▃█")
    #expect(sparkline([.nan, 2, -5, .infinity], width: 4, glyphs: .unicode) == " █▁ ")
    #expect(sparkline([], width: 3, glyphs: .unicode) == "   ")
    #expect(sparkline([1, 2], width: 0, glyphs: .unicode) == "")
    #expect(sparkline([0, 4, 8], width: 3, glyphs: .ascii) == "_=#")
  }

  @Test func aRisingLine() {
    var grid = Grid(size: Size(columns: 4, rows: 2))
    let chart = LineChart(series: [.init(values: [0, 1, 2, 3, 4, 5, 6, 7], style: .normal)])
    chart.draw(on: &grid, in: Rect(grid.size), glyphs: .unicode)
    #expect(grid.text == "  ⡠⠊\n⡠⠊")
  }

  @Test func anAsciiLine() {
    var grid = Grid(size: Size(columns: 4, rows: 2))
    let chart = LineChart(series: [.init(values: [0, 7], style: .normal)])
    chart.draw(on: &grid, in: Rect(grid.size), glyphs: .ascii)
    #expect(grid.text == "  .'\n.'")
  }

  @Test func stepsHoldTheirValue() {
    var grid = Grid(size: Size(columns: 2, rows: 1))
    let chart = LineChart(
      series: [.init(points: [(0, 1), (3, 0)], style: .normal, isStepped: true)])
    chart.draw(on: &grid, in: Rect(grid.size), glyphs: .unicode)
    #expect(grid.text == "⠉⢹")
  }

  @Test func gapsSinglePointsAndNothing() {
    let size = Size(columns: 3, rows: 1)
    var grid = Grid(size: size)
    LineChart(series: [.init(values: [1, .nan, 1], style: .normal)])
      .draw(on: &grid, in: Rect(size), glyphs: .unicode)
    #expect(grid.text == "⠂ ⠐")
    var empty = Grid(size: size)
    LineChart(series: [.init(values: [.nan], style: .normal)])
      .draw(on: &empty, in: Rect(size), glyphs: .unicode)
    #expect(empty == Grid(size: size))
    LineChart(series: [.init(values: [1e308, -1e308, 5], style: .normal)])
      .draw(on: &empty, in: Rect(size), glyphs: .unicode)
    #expect(empty != Grid(size: size))
  }

  /// A line is as long as its longer side and hits both ends.
  @Test func linesHaveTheRightNumberOfDots() {
    for (toX, toY) in [(7, 3), (3, 7), (7, 7), (0, 5), (5, 0), (0, 0)] {
      var canvas = DotCanvas(size: Size(columns: 4, rows: 2))
      canvas.line(fromX: 0, fromY: 0, toX: toX, toY: toY)
      var dots = 0
      for row in 0..<2 {
        for column in 0..<4 {
          let mark = canvas.character(column: column, row: row, glyphs: .unicode)
          dots += mark?.unicodeScalars.first.map { ($0.value - 0x2800).nonzeroBitCount } ?? 0
        }
      }
      #expect(dots == max(toX, toY) + 1)
    }
  }
}
