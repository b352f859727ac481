import RetailData
import TerminalUI

extension Canvas {
  /// Weekly sales with their figures: a chart with numbers at its axes where there is room, a
  /// sparkline where there is little. Returns the rows used.
  mutating func drawWeeklySales(_ facts: ItemFacts, until end: Timestamp?) -> Int {
    write("Weekly sales", column: 1, row: 0, Style(.heading))
    writeRight(counted(facts.weekly.count, "week"), end: columns - 1, row: 0, .dim)
    var row = 1
    if rows >= 18, facts.weekly.count > 3 {
      row += drawSalesChart(facts.weekly, height: min(7, rows / 5), until: end, from: row)
    } else {
      let width = min(facts.weekly.count, columns - 2)
      write(
        sparkline(facts.weekly, width: width, glyphs: glyphs), column: 1, row: row, Style(.graph))
      row += 1
    }
    let mean = facts.weekly.reduce(0, +) / Double(max(1, facts.weekly.count))
    row += writeFacts(
      [
        "last \(NumberText.short(facts.weekly.last ?? 0, places: 1))",
        "mean \(NumberText.short(mean, places: mean < 100 ? 1 : 0))",
        "peak \(NumberText.short(facts.weekly.max() ?? 0, places: 1))",
      ], row: row, .normal)
    var totals = [
      "\(NumberText.short(facts.units, places: 1)) units", counted(facts.buyers, "buyer"),
    ]
    if let last = facts.lastSold { totals.append("sold last \(NumberText.date(last))") }
    return row + writeFacts(totals, row: row, .dim)
  }

  /// The chart, zero and the peak beside it, the first and the last day under it.
  private mutating func drawSalesChart(
    _ weekly: [Double], height: Int, until end: Timestamp?, from row: Int
  ) -> Int {
    let peak = max(0, weekly.max() ?? 0)
    let top = NumberText.short(peak, places: 0)
    let left = TextWidth.width(of: top) + 2
    writeRight(top, end: left - 1, row: row, .dim)
    writeRight("0", end: left - 1, row: row + height - 1, .dim)
    let chart = LineChart(
      series: [LineChart.Series(values: weekly, style: Style(.graph))],
      yRange: 0...max(1, peak))
    chart.draw(
      on: &grid,
      in: Rect(
        column: area.column + left, row: area.row + row, columns: columns - left - 1, rows: height),
      glyphs: glyphs)
    guard let end else { return height }
    let start = CalendarDate(day: Int(end.seconds) / 86_400 - weekly.count * 7 + 1)
    write(
      "\(start.day) \(NumberText.month(start.month)) \(start.year)", column: left,
      row: row + height, .dim)
    writeRight(NumberText.date(end), end: columns - 1, row: row + height, .dim)
    return height + 1
  }

  /// Facts in a row, each of them whole, going on below where they do not fit. Returns the rows.
  private mutating func writeFacts(_ facts: [String], row: Int, _ style: Style) -> Int {
    var lines: [String] = []
    for fact in facts {
      let longer = lines.last.map { "\($0) · \(fact)" } ?? fact
      if lines.isEmpty || TextWidth.width(of: longer) > columns - 2 {
        lines.append(fact)
      } else {
        lines[lines.count - 1] = longer
      }
    }
    for (index, line) in lines.enumerated() { write(line, column: 1, row: row + index, style) }
    return lines.count
  }
}
