import ArgumentParser
import Foundation
import InventoryPlanning
import RetailData

/// Times the planner on one shop in one mode: cold, after changes, priced anew, in whole cases.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "plan")

  @OptionGroup var data: DataOptions
  @Option(help: "target or state.") var mode = "target"
  @Option(help: "Scenarios.") var scenarios = 16
  @Option(help: "Seconds for the cold solve.") var limit = 30.0
  @Option(help: "Seconds for each solve after a change.") var warmLimit = 5.0
  @Option(help: "A figure to change, path=value, in place of the usual ones; may be repeated.")
  var change: [String] = []
  @Option(help: "File for the extensive form, as MPS; then only the cold solve is timed.")
  var export: String?

  func validate() throws {
    if PlanMode(rawValue: mode) == nil { throw ValidationError("--mode: target or state") }
  }

  func run() throws {
    let dataset = try data.open()
    var notices: [Notice] = []
    var input = PlanInput(dataset: dataset, notices: &notices)
    input.settings.mode = PlanMode(rawValue: mode) ?? .target
    input.settings.scenarios = scenarios
    let watch = Stopwatch()
    let forecast = try DemandForecast.fit(dataset: dataset, work: data.work)
    emit([
      ("forecast_seconds", watch.seconds), ("items", Double(input.items.count)),
      ("facilities", Double(input.network.facilities.count)),
      ("regions", Double(input.network.regions.count)),
      ("speeds", Double(input.network.speeds.count)),
    ])
    if let export { try write(input, forecast, to: export) }
    let timing = PlanTiming(forecast: forecast, work: data.work)
    let outcome = try timing.cold(input, limit: limit)
    guard export == nil else { return }
    let names = PlanNames(dataset)
    let changes =
      try change.isEmpty
      ? PlanChange.usual(input, plan: outcome.answer.plan, names)
      : change.map { try PlanChange.one($0, input, names) }
    for (number, change) in changes.enumerated() {
      try timing.warm(change, number: number, from: outcome, limit: warmLimit)
    }
    try timing.reprice(input, outcome, names)
    try timing.whole(input, from: outcome, limit: 3 * warmLimit)
    emit([("finished", 1), ("peak_bytes", peakResidentBytes())])
  }

  private func write(_ input: PlanInput, _ forecast: DemandForecast, to path: String) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    let draws = ScenarioDraws(input: input, forecast: forecast)
    try ExtensiveForm(input: input, draws: draws).write(work: data.work) { bytes in
      try file.write(contentsOf: Data(bytes))
    }
  }
}
