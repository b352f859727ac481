import Recommendations
import RetailData
import TerminalUI

extension Canvas {
  /// The methods as bars with their intervals, the best first; under them the windows of the
  /// selected one.
  mutating func drawLab(_ model: Model) {
    let lab = model.lab
    drawLabTitle(lab, model)
    guard let results = lab.results else {
      for (index, line) in wrapped(lab.invitation(model), to: columns - 2).enumerated() {
        write(line, column: 1, row: 2 + index, lab.problem == nil ? .normal : Style(.wrong))
      }
      return
    }
    guard let standing = results.standing(lab.view) else { return }
    let ranked = standing.figures.indices.filter { standing.figures[$0] != nil }.sorted {
      (standing.figures[$1]?.estimate.value ?? 0, $0)
        < (standing.figures[$0]?.estimate.value ?? 0, $1)
    }
    if ranked.isEmpty {
      write("nothing to measure in this view yet", column: 1, row: 2, .dim)
    }
    let top = ranked.map { standing.figures[$0]?.estimate.top ?? 0 }.max() ?? 0
    let selected = model.selectedMethod.flatMap(results.contender)
    var row = 2
    for contender in ranked {
      guard let figure = standing.figures[contender] else { continue }
      drawLabBar(
        results.contenders[contender].name, figure.estimate, most: max(top, 1e-9), row: row,
        contender == selected ? Style(.accent, bold: true) : .normal)
      row += 1
    }
    if rows > 14, let selected { drawLabWindows(results, selected, lab.view, row: row + 1) }
  }

  private mutating func drawLabTitle(_ lab: Lab, _ model: Model) {
    let windows =
      lab.view.window.map { "window \($0 + 1) of \(lab.results?.windows.count ?? 0)" }
      ?? counted(lab.options.windows, "window")
    let parts = [
      lab.view.metric.name(top: lab.options.top), lab.view.mode.rawValue, windows,
      counted(lab.options.windowDays, "day"),
    ]
    write(parts.joined(separator: " · "), column: 1, row: 0, .init(.heading))
    if let parameters = lab.parameters, parameters != model.parameters, lab.results != nil {
      writeRight("older parameters", end: columns - 1, row: 0, Style(.stale))
    } else if lab.isStopped {
      writeRight("stopped", end: columns - 1, row: 0, Style(.stale))
    }
  }

  /// `name ████████├──┤  0.706`
  private mutating func drawLabBar(
    _ name: String, _ estimate: Estimate, most: Double, row: Int, _ style: Style
  ) {
    let label = min(18, columns / 3)
    write(name, column: 1, row: row, width: label, style)
    let number = NumberText.decimal(estimate.value, places: 3)
    writeRight(number, end: columns - 1, row: row, style)
    let width = columns - label - number.count - 5
    guard width > 6 else { return }
    let start = label + 2
    write(
      bar(fraction: estimate.value / most, width: width, glyphs: glyphs), column: start, row: row,
      Style(.graph))
    guard let interval = estimate.interval else { return }
    let cells = [interval.lowerBound, interval.upperBound].map {
      min(width - 1, max(0, Int($0 / most * Double(width))))
    }
    let (left, line, right) = glyphs.hasBraille ? ("├", "─", "┤") : ("[", "-", "]")
    // An interval within one cell is that cell.
    let mark =
      cells[1] == cells[0]
      ? (glyphs.hasBraille ? "┼" : "|")
      : left + String(repeating: line, count: cells[1] - cells[0] - 1) + right
    write(mark, column: start + cells[0], row: row, Style(.accent))
  }

  /// How the selected method stands beside the best one, and window by window.
  private mutating func drawLabWindows(
    _ results: LabResults, _ contender: Int, _ view: LabView, row first: Int
  ) {
    var row = first
    if let comparison = results.comparison(contender, view) {
      for line in wrapped(comparison, to: columns - 2).prefix(3) {
        write(line, column: 1, row: row)
        row += 1
      }
      row += 1
    }
    write(
      "\(results.contenders[contender].name), by last day of the window", column: 1, row: row, .dim)
    row += 1
    if let reason = results.progress[contender].reason {
      for line in wrapped("did not run: \(reason)", to: columns - 2).prefix(4) {
        write(line, column: 1, row: row, Style(.wrong))
        row += 1
      }
      if results.progress[contender].scored == 0 { return }
    }
    for (number, window) in results.windows.enumerated() where row < rows {
      var view = view
      view.window = number
      let standing = results.standing(view)
      let figure = standing?.figures[contender]
      var text = (number < 9 ? " " : "") + "\(number + 1)  \(NumberText.day(window.end))"
      if let estimate = figure?.estimate {
        text += "  " + NumberText.decimal(estimate.value, places: 3)
        if let interval = estimate.interval { text += " (\(NumberText.interval(interval)))" }
        text += "  \(standing?.verdict(contender, inShort: columns < 56) ?? "")"
      }
      write(text, column: 1, row: row, figure == nil ? .dim : .normal)
      row += 1
    }
  }
}

extension Estimate {
  fileprivate var top: Double { max(value, interval?.upperBound ?? value) }
}

extension Lab {
  /// What stands where there are no results yet.
  fileprivate func invitation(_ model: Model) -> String {
    if let problem { return problem }
    if model.isJudging { return "learning from what was known before the first window…" }
    let count = Set(chosen).union(Contender.baselines).count
    return "r has \(count) methods foretell what customers bought in "
      + "\(counted(options.windows, "window")) of \(counted(options.windowDays, "day")), each from "
      + "what was known before it. Space takes a method in or leaves it out, + and - change the "
      + "windows."
  }
}
