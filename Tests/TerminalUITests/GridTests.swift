import TestSupport
import Testing

@testable import TerminalUI

@Suite struct GridTests {
  @Test func writesClippedToWidthAndEdges() {
    var grid = Grid(size: Size(columns: 8, rows: 2))
    #expect(grid.write("abcdefghij", at: Point(column: 3, row: 0)) == 5)
    #expect(grid.write("xyz", at: Point(column: 0, row: 1), width: 2) == 2)
    #expect(grid.write("no", at: Point(column: 0, row: 2)) == 0)
    #expect(grid.write("no", at: Point(column: 8, row: 0)) == 0)
    #expect(grid.write("no", at: Point(column: -1, row: 0)) == 0)
    #expect(grid.write("no", at: Point(column: 0, row: 0), width: -4) == 0)
    #expect(grid.write("max", at: Point(column: 0, row: 1), width: .max) == 3)
    #expect(grid.text == "   abcde\nmax")
  }

  @Test func wideGraphemesAreNeverHalved() {
    var grid = Grid(size: Size(columns: 5, rows: 1))
    #expect(grid.write("日本語", at: Point(column: 0, row: 0)) == 4)
    #expect(grid.text == "日本")
    grid.write("x", at: Point(column: 1, row: 0))
    #expect(grid.text == " x本")
    grid.write("y", at: Point(column: 2, row: 0))
    #expect(grid.text == " xy")
    grid.write("日", at: Point(column: 1, row: 0))
    grid.fill(Rect(column: 2, row: 0, columns: 1, rows: 1), style: .normal)
    #expect(grid.text == "")
  }

  @Test func hostileTextIsHarmless() {
    var grid = Grid(size: Size(columns: 20, rows: 1))
    grid.write("a\u{1b}[31mb\u{202e}c\u{9b}2Jd", at: Point(column: 0, row: 0))
    #expect(grid.text == "a�[31mb�c�2Jd")
  }

  @Test func numbersAlignRight() {
    var grid = Grid(size: Size(columns: 10, rows: 2))
    grid.writeRight("42", at: Point(column: 2, row: 0), width: 6)
    grid.writeRight("123456789", at: Point(column: 0, row: 1), width: 4)
    #expect(grid.text == "      42\n1234")
  }

  @Test func spansFollowEachOtherAndStopAtTheWidth() {
    var grid = Grid(size: Size(columns: 12, rows: 1))
    let used = grid.write(
      [("ab", .normal), ("日本", .dim), ("cd", .heading)], at: Point(column: 1, row: 0), width: 5)
    #expect(used == 4)
    #expect(grid.text == " ab日")
    #expect(grid[3, 0].style == .dim)
    #expect(grid[4, 0].isContinuation)
  }

  @Test func linesAndAlignedText() {
    var grid = Grid(size: Size(columns: 9, rows: 3))
    grid.horizontalLine(at: Point(column: 2, row: 0), length: 40, glyphs: .unicode)
    grid.verticalLine(at: Point(column: 0, row: -2), length: 40, glyphs: .ascii)
    let rect = Rect(column: 2, row: 1, columns: 6, rows: 1)
    grid.write("right", in: rect, alignment: .right, glyphs: .unicode)
    grid.write("hidden", in: rect, row: 1, glyphs: .unicode)
    grid.write(
      "much too long", in: Rect(column: 2, row: 2, columns: 6, rows: 1), glyphs: .unicode)
    #expect(grid.text == "| ───────\n|  right\n| much …")
  }

  @Test func drawingAGridOntoAnotherMendsCutGraphemes() {
    var source = Grid(size: Size(columns: 4, rows: 1))
    source.write("日本", at: Point(column: 0, row: 0))
    var target = Grid(size: Size(columns: 4, rows: 1))
    target.write("abcd", at: Point(column: 0, row: 0))
    target.draw(source, at: Point(column: -1, row: 0))
    #expect(target.text == " 本d")
    target.draw(source, at: Point(column: 1, row: 0))
    #expect(target.text == " 日")
  }

  /// After any writes, every continuation follows a wide grapheme and every wide grapheme has one.
  @Test func randomWritesKeepWideGraphemesWhole() {
    var random = SeededGenerator(seed: 5)
    let texts = ["日本語", "a", "한b글", "👍🏽👍", "xyz", "e\u{301}❤️"]
    var grid = Grid(size: Size(columns: 13, rows: 3))
    for _ in 0..<3000 {
      let point = Point(
        column: Int.random(in: -2...14, using: &random), row: Int.random(in: 0...2, using: &random))
      switch Int.random(in: 0...3, using: &random) {
      case 0:
        let rect = Rect(
          column: point.column, row: point.row, columns: Int.random(in: 0...4, using: &random),
          rows: 2)
        grid.fill(rect, style: .dim)
      case 1: grid.draw(grid, at: point)
      default:
        let text = texts[Int.random(in: 0..<texts.count, using: &random)]
        grid.write(text, at: point, width: Int.random(in: 0...8, using: &random))
      }
      for row in 0..<3 {
        for column in 0..<13 {
          let isWide = TextWidth.width(of: grid[column, row].text) == 2
          let isFollowed = column + 1 < 13 && grid[column + 1, row].isContinuation
          #expect(isWide == isFollowed)
        }
        #expect(!grid[0, row].isContinuation)
      }
    }
  }

  @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: -3, rows: 4)])
  func emptyGridsTakeAnything(size: Size) {
    var grid = Grid(size: size)
    grid.write("日本", at: Point(column: 0, row: 0))
    grid.fill(Rect(column: -5, row: -5, columns: 20, rows: 20), style: .dim)
    grid.restyle(Rect(column: 0, row: 0, columns: 9, rows: 9)) { _ in .dim }
    #expect(grid.cells.isEmpty)
  }

  @Test func cellsKeepGraphemesOfUpToSixScalars() {
    for text in ["a", "é", "e\u{301}", "🇩🇪", "1️⃣", "日", "a\u{301}\u{302}\u{303}\u{304}\u{305}"] {
      #expect(Grid.Cell(text: text).text == text)
    }
    let stack = "a" + String(repeating: "\u{301}", count: 40)
    #expect(Grid.Cell(text: stack).text == "a" + String(repeating: "\u{301}", count: 5))
  }
}
