import InventoryPlanning
import RetailData
import TerminalUI

extension Canvas {
  /// Weekly sales with their figures: a chart with numbers at its axes where there is room, a
  /// sparkline where there is little; the weeks ahead go on from them. Returns the rows used.
  mutating func drawWeeklySales(
    _ facts: ItemFacts, until end: Timestamp?, outlook: [DemandForecast.WeekOutlook] = []
  ) -> Int {
    write("Weekly sales", column: 1, row: 0, Style(.heading))
    writeRight(counted(facts.weekly.count, "week"), end: columns - 1, row: 0, .dim)
    var row = 1
    if rows >= 18, facts.weekly.count > 3 {
      row += drawSalesChart(
        facts.weekly, outlook, height: min(7, rows / 5), until: end, from: row)
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
    row += writeFacts(totals, row: row, .dim)
    if let next = outlook.first, let low = next.quantiles.first, let high = next.quantiles.last {
      let range = "\(NumberText.short(low, places: 0))–\(NumberText.short(high, places: 0))"
      row += writeFacts(
        ["next week \(NumberText.short(next.mean, places: 1))", "\(range) in 8 of 10 cases"],
        row: row, .dim)
    }
    return row
  }

  /// The chart, zero and the peak beside it, the first and the last day under it.
  private mutating func drawSalesChart(
    _ weekly: [Double], _ outlook: [DemandForecast.WeekOutlook], height: Int, until end: Timestamp?,
    from row: Int
  ) -> Int {
    let ahead = outlook.compactMap(\.quantiles.last).max() ?? 0
    let peak = max(0, weekly.max() ?? 0, ahead)
    let top = NumberText.short(peak, places: 0)
    let left = TextWidth.width(of: top) + 2
    writeRight(top, end: left - 1, row: row, .dim)
    writeRight("0", end: left - 1, row: row + height - 1, .dim)
    let chart = LineChart(
      series: Self.quantileLines(outlook, after: weekly.count)
        + [LineChart.Series(values: weekly, style: Style(.graph))],
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
    let more = outlook.isEmpty ? "" : ", +\(outlook.count) w"
    writeRight(NumberText.date(end) + more, end: columns - 1, row: row + height, .dim)
    return height + 1
  }

  /// One line for each quantile, from the week after the last one sold in.
  private static func quantileLines(
    _ outlook: [DemandForecast.WeekOutlook], after weeks: Int
  ) -> [LineChart.Series] {
    let count = outlook.first?.quantiles.count ?? 0
    return (0..<count).map { quantile in
      let points = outlook.enumerated().map { week, units in
        (x: Double(weeks + week), y: units.quantiles[quantile])
      }
      return LineChart.Series(
        points: points, style: quantile == count / 2 ? Style(.accent) : .dim, isStepped: true)
    }
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
