/// A picture of dots, two across and four down in each cell, for charts. Braille characters show
/// all eight dots; ASCII shows the height of what is in a cell by one of `' - .` or `:` for a
/// steep piece.
public struct DotCanvas: Equatable, Sendable {
  /// In cells.
  public let size: Size
  /// Bit `2 * y + x` of a cell is the dot `x` from the left and `y` from the top.
  private var dots: [UInt8]

  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    dots = Array(repeating: 0, count: self.size.columns * self.size.rows)
  }

  /// Dots across and down.
  public var width: Int { size.columns * 2 }
  public var height: Int { size.rows * 4 }

  /// Sets the dot `x` from the left and `y` from the top; outside the picture nothing happens.
  public mutating func set(x: Int, y: Int) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    dots[y / 4 * size.columns + x / 2] |= 1 << (2 * (y % 4) + x % 2)
  }

  /// Draws a straight line between two dots, both included. Source: Bresenham, “Algorithm for
  /// computer control of a digital plotter”, IBM Systems Journal 4 (1965).
  public mutating func line(fromX: Int, fromY: Int, toX: Int, toY: Int) {
    let across = abs(toX - fromX)
    let down = -abs(toY - fromY)
    var x = fromX
    var y = fromY
    var error = across + down
    while true {
      set(x: x, y: y)
      if x == toX && y == toY { return }
      let doubled = 2 * error
      if doubled >= down {
        error += down
        x += fromX < toX ? 1 : -1
      }
      if doubled <= across {
        error += across
        y += fromY < toY ? 1 : -1
      }
    }
  }

  /// What to draw in a cell; nil where there is no dot.
  public func character(column: Int, row: Int, glyphs: Glyphs) -> Character? {
    let cell = dots[row * size.columns + column]
    if cell == 0 { return nil }
    return glyphs.hasBraille ? Self.braille(cell) : Self.ascii(cell)
  }

  /// Unicode numbers the dots 1 2 3 7 down the left and 4 5 6 8 down the right.
  private static func braille(_ cell: UInt8) -> Character? {
    let positions: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    var pattern: UInt32 = 0x2800
    for (bit, value) in positions.enumerated() where cell >> UInt8(bit) & 1 != 0 {
      pattern |= value
    }
    return Unicode.Scalar(pattern).map(Character.init)
  }

  private static func ascii(_ cell: UInt8) -> Character {
    let upper = cell & 0b0000_0011 != 0
    let middle = cell & 0b0011_1100 != 0
    let lower = cell & 0b1100_0000 != 0
    switch (upper, middle, lower) {
    case (true, _, true): return ":"
    case (true, _, false): return "'"
    case (false, _, true): return "."
    case (false, true, false), (false, false, false): return "-"
    }
  }
}
