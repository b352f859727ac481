import InventoryPlanning
import RetailData
import TerminalUI

extension Canvas {
  /// Cost, bound and gap; where they belong to older figures, what can be said of the new ones.
  /// Four rows, whatever there is to say.
  mutating func drawPlanHeadline(_ model: Model) {
    let planning = model.planning
    if let obstacle = planning.obstacle {
      drawObstacle(obstacle)
      return
    }
    guard let shown = planning.figures else {
      write(planning.waitingText, column: 1, row: 0, Style(.stale))
      drawRunningSolve(planning, row: 1)
      return
    }
    if shown.isCurrent {
      drawCurrent(shown.value, model)
    } else {
      drawOld(shown.value, model)
    }
    drawRunningSolve(planning, row: 3)
  }

  /// The plan of the present changes: against the baseline, by what changes, what whole cases cost.
  private mutating func drawCurrent(_ figures: PlanFigures, _ model: Model) {
    let planning = model.planning
    var parts = figures.headline
    // No number is cut: the bound goes first, as the gap says it too.
    if parts.reduce(1, { $0 + TextWidth.width(of: $1.label + $1.text) + 3 }) > columns + 1 {
      parts.remove(at: 1)
    }
    let end = drawFigures(parts, Style(.normal, bold: true))
    let state =
      planning.isSolving
      ? "improving" : planning.isStopped && !figures.isFinal ? "stopped" : "current"
    if end + TextWidth.width(of: state) < columns { write(state, column: end, row: 0) }
    let width = columns - 2
    if let baseline = planning.baseline, baseline != figures {
      write(comparison(figures, baseline, width: width), column: 1, row: 1, width: width, .dim)
    }
    write(
      planning.changesText(after: model.calibrationText, width: width), column: 1, row: 2,
      width: width, .dim)
    if !planning.isSolving, let texts = figures.wholeCasesTexts {
      let text = texts.first { TextWidth.width(of: $0) <= width } ?? ""
      write(text, column: 1, row: 3, width: width)
    }
  }

  /// The plan of before the last change, and what can be said of it at once.
  private mutating func drawOld(_ figures: PlanFigures, _ model: Model) {
    // That they are old figures is said in full; what is least asked of such goes for it.
    let old = "before the change"
    var parts = figures.headline
    func width() -> Int { parts.reduce(1) { $0 + TextWidth.width(of: $1.0 + $1.1) + 3 } }
    while parts.count > 1, width() + TextWidth.width(of: old) > columns { parts.remove(at: 1) }
    let end = drawFigures(parts, Style(.stale))
    write(old, column: end, row: 0, width: columns - end, Style(.wrong))
    for (index, line) in wrapped(model.previewText, to: columns - 2).prefix(2).enumerated() {
      write(line, column: 1, row: 1 + index)
    }
  }

  /// Returns the cell after them.
  private mutating func drawFigures(
    _ parts: [(label: String, text: String)], _ style: Style
  ) -> Int {
    var column = 1
    for (label, text) in parts {
      column += write(label + " ", column: column, row: 0, .dim)
      column += write(text, column: column, row: 0, style) + 2
    }
    return column
  }

  private mutating func drawRunningSolve(_ planning: Planning, row: Int) {
    guard planning.isSolving, let solve = planning.solve else { return }
    let doing =
      planning.isFillingCases ? "filling cases" : solve.isWarm ? "re-solving" : "solving"
    var parts = ["\(doing) \(PlanStatus.seconds(solve.seconds))"]
    if let point = solve.latest {
      parts += [
        "cost \(NumberText.money(point.cost))", "bound \(NumberText.money(point.bound))",
        "gap \(PlanStatus.percent(point.gap))",
      ]
    }
    // No number is cut: the bound goes first, then the cost; the gap says both in one.
    while parts.count > 2, TextWidth.width(of: parts.joined(separator: "  ")) > columns - 2 {
      parts.remove(at: parts.count - 2)
    }
    write(parts.joined(separator: "  "), column: 1, row: row, width: columns - 2)
  }

  /// What the plan costs more or less than the baseline; what the baseline costs where that fits.
  private func comparison(
    _ figures: PlanFigures, _ baseline: PlanFigures, width: Int
  ) -> String {
    let before = figures.comparable(of: baseline).cost
    let difference = NumberText.signed(figures.cost - before, NumberText.money)
    let kind = before == baseline.cost ? "" : "fractional "
    let rounding = figures.differenceOfRounding(from: baseline).map {
      "; \(NumberText.signed($0, NumberText.money)) before whole cases"
    }
    let full = "\(difference) against the baseline's \(kind)\(NumberText.money(before))"
    let texts = [
      full + (rounding ?? ""), "\(difference) against the \(kind)baseline" + (rounding ?? ""),
    ]
    return texts.first { TextWidth.width(of: $0) <= width } ?? full
  }
}

extension PlanFigures {
  fileprivate var headline: [(label: String, text: String)] {
    [("cost", NumberText.money(cost)), ("bound", NumberText.money(bound)), ("gap", gapText)]
  }

  /// What quantities in whole cases cost over those of the solver, and how good those were. Nil
  /// where that is nothing. The longest first.
  fileprivate var wholeCasesTexts: [String]? {
    guard let fractional = fractionalCost, certificate.cases != nil else { return nil }
    let added = "whole cases add \(NumberText.money(cost - fractional))"
    return [
      "certified \(PlanStatus.percent(certificate.gap)) at \(NumberText.money(fractional)); "
        + added, added,
    ]
  }
}

extension Model {
  /// What can be said at once of the plan on screen where figures changed since.
  var previewText: String {
    guard let preview = planPreview, let figures = planning.newest else { return "pricing anew…" }
    switch preview {
    case .repriced(let costs):
      let difference = NumberText.signed((costs.total - figures.cost) / abs(figures.cost) * 100) {
        NumberText.short($0, places: $0 < 10 ? 1 : 0)
      }
      return "priced anew, this plan costs \(NumberText.money(costs.total)) (\(difference) %): "
        + "the best costs no more"
    case .needsNewPlan(.capacity(let facility, let used, let capacity)):
      return "this plan no longer fits: it uses \(NumberText.figure(used)) "
        + "\(place(facility, used: used, figures)), now \(NumberText.figure(capacity))"
    case .needsNewPlan(let obstacle):
      return "this plan says nothing of the new figures: \(obstacle)"
    }
  }

  /// Which capacity of a facility it is of which so much is used.
  private func place(_ facility: Int32, used: Double, _ figures: PlanFigures) -> String {
    let load = figures.plan.loads[Int(facility)]
    let what =
      used == load.storage.used
      ? "litres of storage"
      : used == load.inbound.used
        ? "units a day inbound" : "units a day outbound"
    return "\(what) at \(figures.input.network.facilities[Int(facility)].shownName)"
  }
}

extension Facility {
  /// Its name; its id where it has none.
  var shownName: String { name.isEmpty ? id : name }
}
