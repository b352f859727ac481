import InventoryPlanning
import RetailData
import TerminalUI

extension Canvas {
  /// What the plan comes to: cost, bound and gap, and service by speed; or why there is none.
  /// Returns the rows used; all of them where there is no plan.
  @discardableResult
  mutating func drawNetworkHeadline(_ model: Model) -> Int {
    guard let shown = model.planning.figures else {
      drawNoPlan(model)
      return rows
    }
    let figures = shown.value
    let style: Style = shown.isCurrent ? .normal : Style(.stale)
    var spans: [Span] = [
      ("plan ", Style(.heading)),
      ("\(NumberText.decimal(figures.cost, places: 2)) a day", style),
      (" · bound \(NumberText.decimal(figures.bound, places: 2))", style),
      (" · gap \(figures.gapText)", style),
    ]
    if !shown.isCurrent { spans.append((" · of older figures", style)) }
    // No number is cut: the bound goes first, as the gap says it too.
    if spans.reduce(1, { $0 + TextWidth.width(of: $1.text) }) > columns { spans.remove(at: 2) }
    write(spans, column: 1, row: 0)
    return drawService(figures, style, row: 1)
  }

  /// Promises kept, by speed, as a share of the units asked for, against the target.
  private mutating func drawService(_ figures: PlanFigures, _ style: Style, row: Int) -> Int {
    write("in time ", column: 1, row: row, Style(.heading))
    let lines = PromiseFigures.lines(of: figures, columns: columns)
    for (line, promises) in lines.enumerated() {
      var column = PromiseFigures.indent
      for promise in promises {
        let missed = promise.isMissed && style.role != .stale
        let style = missed ? Style(.wrong) : style
        column += write(promise.text, column: column, row: row + line, style) + PromiseFigures.gap
      }
    }
    return row + lines.count
  }

  private mutating func drawNoPlan(_ model: Model) {
    guard let obstacle = model.planning.obstacle else {
      write(model.planProgress, column: 1, row: 0, Style(.stale))
      return
    }
    write(
      [("no plan ", Style(.wrong, bold: true)), (obstacle.summary, .normal)], column: 1, row: 0)
    // A table without buildings says the rest.
    guard let first = obstacle.findings.first,
      model.workspace?.dataset.network.facilities.isEmpty == false
    else { return }
    for (row, line) in wrapped(first.summary, to: columns - 2).prefix(rows - 1).enumerated() {
      write(line, column: 1, row: 1 + row, .dim)
    }
  }
}

extension Model {
  /// What is said in place of a plan, with how far it is.
  var planProgress: String {
    if planning.isSolving, let solve = planning.solve {
      return "planning… \(PlanStatus.seconds(solve.seconds)), no plan yet"
    }
    return planning.waitingText
  }
}

/// How well the promise of one speed is kept.
struct PromiseFigures: Hashable, Sendable {
  let speed: Int
  let title: String
  /// Of the target among the figures to plan with; the penalty stands beside it.
  let targetPath: String
  /// Units per day.
  let demand: Double
  /// 0...1, of the demand.
  let fillRate: Double
  /// For all items; nil without one.
  let target: Double?

  /// Half a tenth of a per cent is not told apart.
  var isMissed: Bool { target.map { fillRate < $0 - 0.0005 } ?? false }

  var text: String {
    let share = Self.percent(fillRate)
    guard let target else { return "\(title) \(share)" }
    return "\(title) \(share) of \(Self.percent(target))\(isMissed ? "!" : "")"
  }

  /// Cells before the promises of a line, and between them.
  static let indent = 9
  static let gap = 3

  /// As they stand below each other where there are so many columns.
  static func lines(of figures: PlanFigures, columns: Int) -> [[PromiseFigures]] {
    var lines: [[PromiseFigures]] = [[]]
    var column = indent
    for promise in all(of: figures) {
      let width = TextWidth.width(of: promise.text)
      if column + width >= columns, column > indent {
        lines.append([])
        column = indent
      }
      lines[lines.count - 1].append(promise)
      column += width + gap
    }
    return lines
  }

  static func percent(_ share: Double) -> String {
    NumberText.short(share * 100, places: 1) + " %"
  }

  static func all(of figures: PlanFigures) -> [PromiseFigures] {
    zip(figures.plan.service, figures.input.network.speeds).enumerated().map { number, pair in
      let target = figures.plan.targets.first { $0.category < 0 && Int($0.speed) == number }
      return PromiseFigures(
        speed: number, title: pair.1.title,
        targetPath: "speed.\(pair.1.id).service_target", demand: pair.0.demand,
        fillRate: pair.0.fillRate,
        target: target?.share)
    }
  }
}
