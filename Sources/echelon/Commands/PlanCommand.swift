import ArgumentParser
import InventoryPlanning
import RetailData

/// `echelon plan`: what to buy, what to move, and what that leaves to gain.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan buying and placement across all facilities, with a proof of how good it is.",
    discussion: """
      One plan for all items and facilities: what to buy from which vendor, where it goes, what to \
      move between facilities, under random demand and lead times, shared storage and flows, and \
      every delivery speed. Money is per day. The bound is a cost that no plan can go below, so \
      the gap between cost and bound is all that could still be saved. A price is what one more \
      litre, or unit a day, of a capacity would save.

      Progress goes to standard error. Ctrl-C ends the search with the best plan so far, and exit \
      status 130.

      EXAMPLES
        echelon plan --data shop
        echelon plan --data shop --output plan
        echelon plan --set facility.FC01.storage_l=20000 --set scenarios=32
        echelon plan --set speed.same_day.lost_sale_penalty=9 --gap 0.1%
        echelon plan --time-limit 60 --export-lp plan.mps
        echelon plan --mode target --format json
        echelon plan --set 'facility.*.storage_l=-10%' --save-scenario "less room"
        echelon plan --scenario "less room" --set scenarios=64
        echelon plan --explain I0001:FC01 --explain-facility FC01

      PATHS OF --set
      \(PlanPaths.help)
      A path names ids of the data, or * for all of them. A value is a number, a change \
      of what is there (*1.1, +5, -10%), inf for no limit, none for no cut-off or \
      target, or a word (state).
      """)

  @OptionGroup
  var planning: PlanOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      """
      Directory to write the plan to: positions.csv, buy.csv, transfers.csv, prices.csv, \
      service.csv, costs.csv.
      """, valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(help: "Replace the plan that stands in the directory, and the scenario of that name.")
  var overwrite = false

  @Option(
    name: .customLong("export-lp"),
    help: ArgumentHelp(
      "Write the problem as a linear program (free MPS), for any solver to check the bound.",
      valueName: "file"),
    completion: .file())
  var exportLP: String?

  @OptionGroup
  var scenarios: ScenarioOptions

  @OptionGroup
  var explaining: ExplainOptions

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    try DataLocation.requireName(output, of: "--output")
    try DataLocation.requireName(exportLP, of: "--export-lp")
    try explaining.validate(global)
    if overwrite, output == nil, scenarios.saveScenario == nil {
      throw ValidationError(
        "--overwrite needs --output or --save-scenario: nothing is written otherwise.")
    }
  }

  func run() throws { try Session.untilInterrupted(global, plan) }

  private func plan(_ session: Session) throws {
    // What is not there, or cannot be written, is better known before the work than after it.
    let scenario = try scenarios.saved()
    let dataset = try session.openDataset()
    let basis = try session.planBasis(of: dataset, planning, scenario: scenario)
    let input = basis.input
    let requests = try explaining.requests(dataset, input)
    let files = try output.map { try PlanFiles(directory: $0, overwriting: overwrite) }
    try scenarios.prepareToSave(overwriting: overwrite)
    let forecast = try session.demandForecast(of: dataset)
    let draws = ScenarioDraws(input: input, forecast: forecast)
    if let exportLP { try export(input, draws, to: exportLP, session) }
    let planner = try Planner(input: input, draws: draws, work: session.work)
    let outcome = try planner.solve(planning.goal, work: session.work, onAnswer: session.show)
    session.progress.clear()
    let answer = outcome.answer
    var result = PlanResult(
      items: dataset.items, input: input, goal: planning.goal, plan: answer.plan,
      cost: answer.cost, bound: answer.bound, gap: answer.gap,
      fractionalCost: outcome.fractionalCost, iterations: answer.iterations,
      seconds: answer.seconds, ending: outcome.ending)
    result.explanations = try requests.map {
      try PlanExplanation($0, of: outcome, items: dataset.items, network: input.network)
    }
    if let files { try files.write(result) }
    let kept = try scenarios.save(basis, result, overwriting: overwrite)
    try write(result, name: dataset.name)
    if let kept { session.note(kept) }
    if let shortfall = PlanHeadline(result: result, name: dataset.name).shortfall {
      session.note(shortfall)
    }
    if outcome.ending == .cancelled { throw ExitCode(Interruption.status) }
  }

  private func export(
    _ input: PlanInput, _ draws: ScenarioDraws, to file: String, _ session: Session
  ) throws {
    try Destination.file(file).write { stream in
      try ExtensiveForm(input: input, draws: draws).write(work: session.work) { bytes in
        stream.bytes.append(contentsOf: bytes)
        try stream.flushIfLarge()
      }
    }
    session.progress.clear()
  }

  /// Prints the plan: where it is also written to files, a summary unless asked otherwise.
  private func write(_ result: PlanResult, name: String) throws {
    switch output == nil && explaining.isEmpty ? global.resultFormat : global.reportFormat {
    case .table:
      try Destination.standardOutput.write { stream in
        try PlanReport(result: result, name: name).write(to: &stream)
        stream.append("\n" + whereTheRestIs(of: result) + "\n")
      }
    case .csv:
      let positions = result.positions
      try ResultTable(columns: positions.columns, format: .csv).write { row in
        try positions.rows(row)
      }
    case .json:
      try Destination.standardOutput.write { try PlanJSON.write(result, to: &$0) }
    }
  }

  private func whereTheRestIs(of result: PlanResult) -> String {
    guard let output else {
      return
        "--output DIR writes all positions, orders and prices as CSV; --format json prints them."
    }
    let names = result.tables.map { $0.name + ".csv" }
    return "Written to \(output.printable): \(names.joined(separator: ", "))"
  }
}
