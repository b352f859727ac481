import InventoryPlanning
import RetailData
import TerminalUI

extension Canvas {
  /// The chosen figure: what it is, what it may be, and what the data says.
  mutating func drawFigure(_ model: Model) {
    guard let row = model.chosenFigure, let form = model.planning.form,
      let parameter = form.parameter(row)
    else { return }
    grid.horizontalLine(
      at: Point(column: area.column, row: area.row), length: columns, glyphs: glyphs)
    let place = form.section(ofRow: row)?.group.title ?? ""
    let label = write(parameter.label, column: 1, row: 1, Style(.heading, bold: true))
    writeRight(place, end: columns - 1, row: 1, .dim)
    // Whoever searched for a name sees here that it was found.
    if let subject = form.subjects[row] {
      let room = columns - label - TextWidth.width(of: place) - 6
      write(beginning(of: subject, in: room), column: label + 3, row: 1, width: room)
    }
    let takes =
      switch parameter.domain {
      case .number(let numbers): "\(numbers), step \(NumberText.figure(parameter.step))"
      case .choice(let words): words.joined(separator: ", ")
      }
    let data = parameter.defaultValue.word ?? NumberText.figure(parameter.defaultValue.number)
    var lines = wrapped(takes, to: columns - 2)
    lines.insert("in the data \(data)", at: 0)
    if let warning = model.overfullText(parameter) { lines.insert(warning, at: 1) }
    for (index, line) in lines.prefix(rows - 2).enumerated() {
      write(line, column: 1, row: 2 + index, index == 0 ? .normal : .dim)
    }
  }

  /// Why there is no plan, and what to do.
  mutating func drawObstacle(_ obstacle: PlanObstacle) {
    write("There is no plan for this data", column: 1, row: 0, Style(.wrong, bold: true))
    // Beside a form that says it, once is enough.
    guard rows > 4 else { return }
    var row = 2
    for finding in obstacle.findings {
      for (index, line) in wrapped(finding.summary, to: columns - 4).enumerated() {
        write(line, column: index == 0 ? 1 : 3, row: row)
        row += 1
      }
    }
  }
}

extension Model {
  /// Why a building's storage changes nothing where more stands there today than fits; nil where it
  /// does.
  fileprivate func overfullText(_ parameter: Parameter) -> String? {
    guard parameter.group == .facility, parameter.path.hasSuffix(".storage_l"),
      let figures = planning.newest, let input = planning.input
    else { return nil }
    let standing = figures.plan.loads[parameter.row].storage.capacity
    guard figures.isOverfull(parameter.row),
      standing > input.network.facilities[parameter.row].storage + 0.5
    else { return nil }
    return "\(NumberText.short(standing, places: 0)) l stand there today: planned with as much"
  }
}
