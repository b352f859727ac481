/// Lines through points, drawn in dots: bounds against time, weekly sales, a calibration curve.
///
/// Axes and their numbers are the screen's business; the chart fills the rectangle it is given.
public struct LineChart: Sendable {
  /// Points joined in order. A point that is not finite interrupts the line.
  public struct Series: Sendable {
    public var points: [(x: Double, y: Double)]
    public var style: Style
    /// Hold each value until the next point, as for a best-so-far bound.
    public var isStepped: Bool

    public init(points: [(x: Double, y: Double)], style: Style, isStepped: Bool = false) {
      self.points = points
      self.style = style
      self.isStepped = isStepped
    }

    /// Values at x = 0, 1, 2 …
    public init(values: [Double], style: Style) {
      self.init(points: values.enumerated().map { (Double($0), $1) }, style: style)
    }
  }

  public var series: [Series]
  /// What the left and right edge stand for; nil: the finite points' extremes.
  public var xRange: ClosedRange<Double>?
  /// What the lower and upper edge stand for; nil: the finite points' extremes.
  public var yRange: ClosedRange<Double>?

  public init(
    series: [Series], xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil
  ) {
    self.series = series
    self.xRange = xRange
    self.yRange = yRange
  }

  /// The range the vertical axis shows: `yRange`, or what the points span; nil without points.
  public var shownYRange: ClosedRange<Double>? { yRange ?? span(\.y) }
  /// The range the horizontal axis shows.
  public var shownXRange: ClosedRange<Double>? { xRange ?? span(\.x) }

  /// Draws the lines. Where two cross in one cell, the later series shows.
  public func draw(on grid: inout Grid, in rect: Rect, glyphs: Glyphs) {
    guard !rect.isEmpty, let xRange = shownXRange, let yRange = shownYRange else { return }
    for one in series {
      var canvas = DotCanvas(size: Size(columns: rect.columns, rows: rect.rows))
      plot(one, on: &canvas, xRange: xRange, yRange: yRange)
      for row in 0..<rect.rows {
        for column in 0..<rect.columns {
          guard let mark = canvas.character(column: column, row: row, glyphs: glyphs) else {
            continue
          }
          grid.write(
            String(mark), at: Point(column: rect.column + column, row: rect.row + row), width: 1,
            style: one.style)
        }
      }
    }
  }

  private func plot(
    _ series: Series, on canvas: inout DotCanvas, xRange: ClosedRange<Double>,
    yRange: ClosedRange<Double>
  ) {
    var last: (x: Int, y: Int)?
    for point in series.points {
      guard point.x.isFinite, point.y.isFinite else {
        last = nil
        continue
      }
      let x = Self.dot(point.x, in: xRange, count: canvas.width)
      let y = canvas.height - 1 - Self.dot(point.y, in: yRange, count: canvas.height)
      if let from = last {
        if series.isStepped {
          canvas.line(fromX: from.x, fromY: from.y, toX: x, toY: from.y)
          canvas.line(fromX: x, fromY: from.y, toX: x, toY: y)
        } else {
          canvas.line(fromX: from.x, fromY: from.y, toX: x, toY: y)
        }
      }
      canvas.set(x: x, y: y)
      last = (x, y)
    }
  }

  /// The dot of a value among `count`. Values outside the range go just outside the picture, so
  /// that a line to them is cut at its edge; a range of one value is drawn in the middle.
  private static func dot(_ value: Double, in range: ClosedRange<Double>, count: Int) -> Int {
    let extent = range.upperBound - range.lowerBound
    guard extent > 0, extent.isFinite else { return count / 2 }
    let position = (value - range.lowerBound) / extent * Double(count - 1)
    let bounded = min(Double(2 * count), max(Double(-count), position))
    // Rounded by truncating what is not negative: this module links no mathematics library.
    return Int(bounded + Double(count) + 0.5) - count
  }

  private func span(_ coordinate: (((x: Double, y: Double)) -> Double)) -> ClosedRange<Double>? {
    let values = series.flatMap { $0.points.map(coordinate).filter(\.isFinite) }
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }
}
