import InventoryPlanning
import RetailData
import TerminalUI

extension Canvas {
  /// The plan at a glance: headline, chart of the solve, cost by component, service by speed.
  mutating func drawPlan(_ model: Model) {
    drawPlanHeadline(model)
    guard model.planning.obstacle == nil else { return }
    let figures = model.planning.figures
    let services = figures?.value.plan.service.count ?? 0
    // The chart takes what the figures leave.
    let needed = 8 + services + 1
    let chart = rows - 4 - needed
    var row = 4
    if chart >= 4 {
      inside(Rect(column: area.column, row: area.row + row, columns: columns, rows: chart)) {
        $0.drawSolve(model.planning.points)
      }
      row += chart
    }
    guard let figures else { return }
    let style: Style = figures.isCurrent ? .normal : Style(.stale)
    let baseline = model.planning.baseline.flatMap {
      $0 == figures.value ? nil : figures.value.comparable(of: $0)
    }
    row = drawCosts(figures.value, baseline, style, row: row)
    drawService(figures.value, baseline, style, row: row + (row + services + 1 < rows ? 1 : 0))
  }

  private mutating func drawCosts(
    _ figures: PlanFigures, _ baseline: PlanFigures?, _ style: Style, row: Int
  ) -> Int {
    write("Cost per day", column: 1, row: row, Style(.heading))
    if baseline != nil { writeRight("against baseline", end: columns - 1, row: row, .dim) }
    let before = baseline?.plan.costs.components
    for (index, part) in figures.plan.costs.components.enumerated() {
      let line = row + 1 + index
      write(part.name, column: 1, row: line, width: 16, style)
      writeRight(NumberText.money(part.cost), end: 30, row: line, style)
      let width = barWidth(baseline)
      if width >= 6, figures.cost > 0 {
        write(
          bar(fraction: max(0, part.cost / figures.cost), width: width, glyphs: glyphs),
          column: 32, row: line, style.role == .stale ? style : Style(.graph))
      }
      if let before {
        writeRight(difference(part.cost, before[index].cost), end: columns - 1, row: line, style)
      }
    }
    return row + 7
  }

  private mutating func drawService(
    _ figures: PlanFigures, _ baseline: PlanFigures?, _ style: Style, row: Int
  ) {
    write("In time", column: 1, row: row, Style(.heading))
    writeRight("target", end: 30, row: row, .dim)
    for (speed, service) in figures.plan.service.enumerated() {
      let line = row + 1 + speed
      let info = figures.input.network.speeds[speed]
      write(info.title, column: 1, row: line, width: 14, style)
      let target = info.serviceTarget.isNaN ? "" : share(info.serviceTarget)
      writeRight(share(service.fillRate), end: 22, row: line, style)
      writeRight(target, end: 30, row: line, .dim)
      let isMissed = !info.serviceTarget.isNaN && service.fillRate < info.serviceTarget - 0.0005
      let width = barWidth(baseline)
      if width >= 6 {
        write(
          bar(fraction: service.fillRate, width: width, glyphs: glyphs), column: 32, row: line,
          style.role == .stale ? style : Style(.graph))
      }
      var note = isMissed ? "missed" : ""
      if let before = baseline?.plan.service[speed].fillRate {
        let points = (service.fillRate - before) * 100
        let isSame = abs(points) < 0.05
        note =
          isSame ? "" : NumberText.signed(points) { NumberText.short($0, places: 1) } + " points"
        if isMissed { note = "missed " + note }
      }
      writeRight(
        note, end: columns - 1, row: line,
        isMissed && style.role != .stale ? Style(.wrong) : style)
    }
  }

  /// What notes at the right leave; differences are longer than other notes.
  private func barWidth(_ baseline: PlanFigures?) -> Int {
    columns - 32 - (baseline == nil ? 10 : 24)
  }

  private func share(_ value: Double) -> String {
    NumberText.decimal(value * 100, places: 1) + " %"
  }

  /// `+18.20  +2.1 %`; nothing where nothing changed.
  private func difference(_ now: Double, _ before: Double) -> String {
    if abs(now - before) < 0.005 { return "" }
    let amount = NumberText.signed(now - before, NumberText.money)
    guard abs(before) > 0.005 else { return amount }
    let share = NumberText.signed((now - before) / abs(before) * 100) {
      NumberText.decimal($0, places: $0 < 100 ? 1 : 0)
    }
    return "\(amount)  \(share) %"
  }
}

extension PlanCosts {
  /// The addends of the total, as a person calls them.
  var components: [(name: String, cost: Double)] {
    [
      ("procurement", procurement), ("transfers", transfers), ("delivery", delivery),
      ("holding", holding), ("lost sales", lostSales), ("missed targets", missedTargets),
    ]
  }
}
