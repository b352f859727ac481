import TerminalUI

extension Canvas {
  /// Cost and bound of a solve as they approach each other, with numbers at the axes.
  mutating func drawSolve(_ points: [PlanPoint]) {
    guard let last = points.last, points.count > 1, last.cost.isFinite, last.bound.isFinite else {
      return
    }
    let range = Self.range(of: points)
    let labels = (NumberText.money(range.upperBound), NumberText.money(range.lowerBound))
    let left = max(TextWidth.width(of: labels.0), TextWidth.width(of: labels.1)) + 2
    writeRight(labels.0, end: left - 1, row: 0, .dim)
    writeRight(labels.1, end: left - 1, row: rows - 2, .dim)
    let chart = LineChart(
      series: [
        LineChart.Series(
          points: points.map { ($0.seconds, $0.bound) }, style: Style(.dim), isStepped: true),
        LineChart.Series(
          points: points.map { ($0.seconds, $0.cost) }, style: Style(.graph), isStepped: true),
      ], yRange: range)
    chart.draw(
      on: &grid,
      in: Rect(
        column: area.column + left, row: area.row, columns: columns - left - 7, rows: rows - 1),
      glyphs: glyphs)
    let upper = min(row(of: last.cost, in: range), max(0, rows - 3))
    write("cost", column: columns - 6, row: upper)
    // The two never share a row.
    write("bound", column: columns - 6, row: max(upper + 1, row(of: last.bound, in: range)), .dim)
    write(PlanStatus.seconds(points[0].seconds), column: left, row: rows - 1, .dim)
    writeRight(PlanStatus.seconds(last.seconds), end: columns - 7, row: rows - 1, .dim)
  }

  /// What the later part of the solve spans: the first answers are so far off that all others
  /// would lie on one line.
  private static func range(of points: [PlanPoint]) -> ClosedRange<Double> {
    let shown = points.suffix(max(2, points.count * 2 / 3))
    let low = shown.lazy.map(\.bound).filter(\.isFinite).min() ?? 0
    let high = shown.lazy.map(\.cost).filter(\.isFinite).max() ?? 1
    return low < high ? low...high : (low - 0.5)...(low + 0.5)
  }

  private func row(of value: Double, in range: ClosedRange<Double>) -> Int {
    let height = Double(rows - 2)
    let share = (range.upperBound - value) / (range.upperBound - range.lowerBound)
    return Int((min(1, max(0, share)) * height).rounded())
  }
}
