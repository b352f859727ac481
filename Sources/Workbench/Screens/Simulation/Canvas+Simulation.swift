import InventoryPlanning
import RetailData
import TerminalUI

extension Canvas {
  /// What is simulated, how far it is, what the calibration promised and the three gaps.
  mutating func drawSimulationHead(_ model: Model, focus: Int) {
    if let run = model.simulation.run {
      drawRun(model, run)
    } else if model.simulation.result == nil {
      let text = model.simulation.failure.map { "the simulation failed: \($0.summary)" }
      write(
        text ?? "National, local and multi-echelon stock, on the same customers and vendors.",
        column: 1, row: 0, text == nil ? .normal : Style(.wrong))
    }
    guard let simulated = model.simulation.result else { return }
    let style = model.isSimulationCurrent ? Style.normal : Style(.stale)
    let settings = simulated.result.comparison.settings
    if model.simulation.run == nil {
      var text =
        "\(settings.replications) runs of \(settings.days) days after "
        + "\(simulated.result.simulator.warmUpDays) of warm-up · seed \(settings.seed)"
      if !model.isSimulationCurrent { text += " · of other figures: r runs it anew" }
      write(text, column: 1, row: 0, style)
    }
    write(Self.gaps(simulated.result.gaps), column: 1, row: 1, style)
    write(Self.calibration(simulated.result), column: 1, row: 2, style)
    let policy = simulated.result.entries[model.simulation.policy].kind.heading
    write("looking at \(policy), run \(model.simulation.replication + 1)", column: 1, row: 3, .dim)
    if columns < 104 || rows < 5 {
      let names = ["policies", "differences", "day by day"]
      writeRight("\(names[focus]) · → the next", end: columns - 1, row: 3, .dim)
    }
  }

  private mutating func drawRun(_ model: Model, _ run: SimulationDesk.Run) {
    guard let progress = model.simulationProgress else {
      write("starting…", column: 1, row: 0)
      return
    }
    let used = write(progressText(progress), column: 1, row: 0)
    if let total = progress.total, total > 0, used + 24 < columns {
      write(
        bar(fraction: Double(progress.done) / Double(total), width: 20, glyphs: glyphs),
        column: used + 3, row: 0, Style(.graph))
    }
  }

  private static func gaps(_ gaps: PlanGaps) -> String {
    func percent(_ share: Double) -> String { NumberText.decimal(100 * share, places: 1) + " %" }
    var parts = ["gaps  solver \(percent(gaps.solver))"]
    parts.append("sampling \(gaps.sampling.map(percent) ?? "not checked")")
    parts.append("policy \(gaps.policy.map(percent) ?? "not simulated")")
    return parts.joined(separator: " · ")
  }

  /// Whether the plan on screen is calibrated, and what it promised.
  private static func calibration(_ result: SimulationStudy.Result) -> String {
    guard let entry = result.entries.last(where: { $0.kind.isMultiEchelon }) else { return "" }
    guard let calibration = entry.calibration,
      let number = result.entries.lastIndex(where: { $0.kind == entry.kind })
    else { return "the plan is not calibrated: it foresees what nobody can" }
    if calibration.isAsGiven { return "the plan stays as it was: calibration found nothing better" }
    let promised = NumberText.decimal(calibration.promisedCost.mean, places: 3)
    let found = result.comparison.interval(.costPerOrder, of: number).mean
    let more = NumberText.signed(100 * (found / calibration.promisedCost.mean - 1)) {
      NumberText.decimal($0, places: 1)
    }
    return "the plan is calibrated: promised \(promised) per order, simulated \(more) %"
  }
}
