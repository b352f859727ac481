import Recommendations
import TerminalUI

extension Canvas {
  /// The parameters: a column beside the body, or, on narrow screens, lines under it.
  mutating func drawPanel(_ model: Model) {
    fill(.normal)
    if rows > ParameterName.allCases.count { drawSidePanel(model) } else { drawBottomPanel(model) }
  }

  private mutating func drawSidePanel(_ model: Model) {
    grid.verticalLine(
      at: Point(column: area.column, row: area.row), length: rows, glyphs: glyphs)
    write("Parameters", column: 2, row: 0, Style(.heading, bold: true))
    for (index, name) in ParameterName.allCases.enumerated() {
      let isChosen = name == model.parameter
      let style: Style = isChosen ? .selected : model.parameters.matters(name) ? .normal : .dim
      let row = index + 2
      if isChosen {
        restyle(row: row, column: 1, style)
        write(String(glyphs.selection), column: 1, row: row, style)
      }
      write(name.title, column: 2, row: row, style)
      let value = model.parameters.text(name)
      let field = isChosen ? "\(glyphs.fieldLeft)\(value)\(glyphs.fieldRight)" : "\(value) "
      writeRight(field, end: columns - 1, row: row, style)
    }
    let about = model.parameter.explanation
    let first = ParameterName.allCases.count + 3
    for (index, line) in wrapped(about, to: columns - 4).enumerated() {
      write(line, column: 2, row: first + index, .dim)
    }
    let hints = ["+ - step (hold)", "= type a value", "u undo  ^R redo", "Esc close"]
    for (index, hint) in hints.enumerated() {
      write(hint, column: 2, row: first + 4 + index, .dim)
    }
  }

  private mutating func drawBottomPanel(_ model: Model) {
    grid.horizontalLine(
      at: Point(column: area.column, row: area.row), length: columns, glyphs: glyphs)
    var row = 1
    var column = 1
    for name in ParameterName.allCases {
      let value = signs(model.parameters.text(name))
      let text = "\(signs(name.title)) \(glyphs.fieldLeft)\(value)\(glyphs.fieldRight)"
      let width = TextWidth.width(of: text)
      if column + width > columns {
        row += 1
        column = 1
      }
      let style: Style =
        name == model.parameter
        ? .selected : model.parameters.matters(name) ? .normal : .dim
      column += write(text, column: column, row: row, style) + 2
    }
  }
}

extension Parameters {
  /// Whether a parameter changes anything, given the others.
  func matters(_ name: ParameterName) -> Bool {
    switch name {
    case .metric, .support, .within, .listHalfLife, .listLength, .mode, .method, .reach, .brand,
      .category, .price, .persona:
      true
    case .score: relatedness.metric.comparesWithChance
    case .kappa: relatedness.metric.comparesWithChance && relatedness.score == .shrunk
    case .unit: relatedness.metric == .corrected
    case .halfLife: method == .relatedItems || method == .linearAutoencoder
    case .neighbours: method == .similarCustomers
    }
  }
}

extension Relatedness {
  /// `corrected · shrunk κ10`: what a related list was made with.
  var summary: String {
    let damping = score == .shrunk ? " κ\(NumberText.short(kappa))" : ""
    return metric.rawValue + (metric.comparesWithChance ? " · \(score.rawValue)\(damping)" : "")
      + (support > 1 ? " · N ≥ \(support)" : "")
      + (sequence.withinDays.map { " · within \(NumberText.short($0)) d" } ?? "")
      + (sequence.halfLifeDays.map { " · lists' half-life \(NumberText.short($0)) d" } ?? "")
  }
}

extension Model {
  /// All parameters on one line, for the status line.
  var parameterSummary: String {
    let age = parameters.halfLife.map { " · half-life \(NumberText.short($0)) d" } ?? ""
    return "\(parameters.relatedness.summary) · \(parameters.relatedness.unit.rawValue)\(age)"
  }
}
