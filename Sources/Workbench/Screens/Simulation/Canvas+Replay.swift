import InventoryPlanning
import RetailData
import TerminalUI

extension Canvas {
  /// Stock and what is on its way, with the chosen day marked.
  mutating func drawReplay(_ days: [ReplayDay], day: Int, isCurrent: Bool, title: String) {
    let today = days[day]
    var line = "\(title) · on hand \(NumberText.count(today.onHand))"
    line += ", on the way \(NumberText.count(today.onOrder))"
    write(line, column: 1, row: 0, isCurrent ? Style(.normal, bold: true) : Style(.stale))
    let most = days.map { max($0.onHand, $0.onOrder) }.max() ?? 0
    let label = NumberText.count(most)
    let left = max(6, TextWidth.width(of: label) + 2)
    let height = rows - 3
    guard height > 1, columns > left + 12 else { return }
    writeRight(label, end: left - 1, row: 1, .dim)
    writeRight("0", end: left - 1, row: height, .dim)
    let width = columns - left - 10
    let chart = LineChart(
      series: [
        LineChart.Series(values: days.map { Double($0.onOrder) }, style: Style(.dim)),
        LineChart.Series(
          values: days.map { Double($0.onHand) }, style: isCurrent ? Style(.graph) : Style(.stale)),
      ], yRange: 0...Double(max(1, most)))
    chart.draw(
      on: &grid,
      in: Rect(column: area.column + left, row: area.row + 1, columns: width, rows: height),
      glyphs: glyphs)
    // Beyond the lines, each on a row of its own.
    write("on hand", column: columns - 9, row: 1, Style(.graph))
    write("on order", column: columns - 9, row: 2, .dim)
    let place = days.count > 1 ? day * (width - 1) / (days.count - 1) : 0
    write("^", column: left + place, row: height + 1, Style(.accent, bold: true))
    let text = "day \(day + 1)"
    let column = min(left + place + 2, columns - TextWidth.width(of: text) - 1)
    write(text, column: column, row: height + 1, Style(.accent))
  }

  /// Units of an item at every facility, one evening.
  mutating func drawPlaces(_ day: ReplayDay, network: Network) {
    let most = max(1, day.onHandByFacility.max() ?? 1)
    let stands = network.facilities.indices.filter {
      day.onHandByFacility.indices.contains($0) && day.onHandByFacility[$0] > 0
    }
    if stands.isEmpty { write("nowhere", column: 1, row: 0, .dim) }
    for (row, facility) in stands.prefix(rows).enumerated() {
      let units = Int(day.onHandByFacility[facility])
      write(network.facilities[facility].title, column: 1, row: row, width: 16)
      write(
        bar(
          fraction: Double(units) / Double(most), width: max(4, columns - 28), glyphs: glyphs),
        column: 18, row: row, Style(.graph))
      writeRight(NumberText.count(units), end: columns - 1, row: row)
    }
  }
}
