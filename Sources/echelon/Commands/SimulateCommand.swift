import ArgumentParser
import InventoryPlanning
import RetailData
import ScenarioStore

extension SimulatedPolicy: ExpressibleByArgument {}
extension UnservedOrders: ExpressibleByArgument {}

/// Where a simulation's orders come from.
enum DemandOrigin: String, CaseIterable, ExpressibleByArgument {
  case forecast, history
}

/// `echelon simulate`: does the plan pay, day by day?
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Run the plan and simpler policies through the same days, and compare.",
    discussion: """
      Orders come in one after the other and are served at once, without knowledge of the next; \
      stock is ordered up to levels, arrives late or early, and waits at doors that take only so \
      much a day. Every policy meets the same customers and the same vendors, and each is \
      calibrated in the same way beforehand, on days of its own: levels of whole echelons, then \
      item by item, with prices that keep capacities; what is no better on days of yet another \
      kind is not taken. Demand is that of the coming cycle, held, or with --demand history what \
      customers really bought.

      POLICIES
        national                    one pool, spread over the buildings by size
        local                       every facility a newsvendor of its own
        local-priced                the same; delivery and the loss of a unit
        multi-echelon-uncalibrated  the plan as it is: it foresees demand
        multi-echelon-nearest       calibrated; the cheapest delivery
        multi-echelon-priced        calibrated; delivery and the loss of a unit

      Less stock is no aim: a litre costs its holding cost and the price of scarce room, and more \
      of them stand where that costs less than the orders that would be missed.

      Money is per unit ordered. Values are means over replications with 95 % intervals; \
      differences are paired, replication by replication.

      EXAMPLES
        echelon simulate --data shop
        echelon simulate --policies national,multi-echelon-priced --days 180
        echelon simulate --set 'facility.*.storage_l=-20%' --format json
        echelon simulate --demand history --days 60
        echelon simulate --no-calibration --replications 8
      """)

  @Option(
    help: ArgumentHelp(
      "The policies to compare, separated by commas. (default: all)", valueName: "names"),
    transform: SimulateCommand.policies)
  var policies: [SimulatedPolicy] = SimulatedPolicy.allCases

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Runs of the same days with other random numbers.", valueName: "count"))
  var replications = SimulationSettings().replications

  @Option(parsing: .unconditional, help: "Days that are measured, after those of a warm-up.")
  var days = SimulationSettings().days

  @Option(
    help: """
      Where orders come from: drawn from the forecast of the coming cycle, or the last days of the \
      purchases as they came (history), of which the forecast then knows nothing.
      """)
  var demand = DemandOrigin.forecast

  @Option(help: "What becomes of an order that stock cannot serve: lost or backordered.")
  var unserved = SimulationSettings().unserved

  @Flag(help: "Customers whose promise nobody can keep take the next slower one.")
  var slowerPromise = false

  @Flag(help: "Compare the policies as their rules have them, without calibration.")
  var noCalibration = false

  @OptionGroup
  var planning: PlanOptions

  @Option(
    help: ArgumentHelp(
      "Simulate with the changes of a saved scenario; --set and --seed act on top of them.",
      valueName: "name"))
  var scenario: String?

  @OptionGroup
  var location: WorkspaceOptions

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    try Self.require(replications, in: 2...10_000, "--replications", "an interval needs two")
    try Self.require(days, in: 1...3_650, "--days", "ten years at most")
    if location.workspace != nil, scenario == nil {
      throw ValidationError("--workspace needs --scenario: nothing is read there otherwise.")
    }
    if planning.mode == .state {
      throw ValidationError(
        "--mode is state, but levels are planned from nothing: leave it out, or say target.")
    }
  }

  private static func require(
    _ value: Int, in range: ClosedRange<Int>, _ name: String, _ reason: String
  ) throws {
    guard range.contains(value) else {
      throw ValidationError(
        "\(name) is \(value), but must be \(range.lowerBound) to \(range.upperBound): \(reason).")
    }
  }

  private static func policies(_ text: String) throws -> [SimulatedPolicy] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let policy = SimulatedPolicy(rawValue: String(name)) else {
        throw ValidationError(
          "found '\(name)', expected "
            + SimulatedPolicy.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return policy
    }
  }

  func run() throws { try Session.untilInterrupted(global, simulate) }

  /// Known before anything is planned, which takes a while.
  private func origin(_ input: PlanInput, _ dataset: Dataset, _ settings: SimulationSettings) throws
    -> Timestamp
  {
    do {
      return try Simulator.origin(input: input, history: dataset, settings: settings)
    } catch let problem as HistoryTooShort {
      throw Failure(
        "found \(problem.days) days of purchases, expected \(problem.needed), warm-up included; ask "
          + "for fewer with --days, or leave --demand history out")
    }
  }

  private func simulate(_ session: Session) throws {
    let scenario = try location.scenario(named: scenario)
    let dataset = try session.openDataset()
    let basis = try session.planBasis(of: dataset, planning, scenario: scenario)
    var settings = SimulationSettings()
    settings.seed = basis.input.settings.seed
    settings.days = days
    settings.replications = replications
    settings.unserved = unserved
    settings.takesSlowerPromise = slowerPromise
    let end =
      demand == .history
      ? try origin(basis.input, dataset, settings) : nil
    let forecast = try session.demandForecast(of: dataset, end: end)
    var study = SimulationStudy(
      input: basis.input, forecast: forecast, settings: settings, policies: policies,
      effort: noCalibration ? nil : Calibrator.Effort(), goal: planning.goal)
    if demand == .history { study.history = dataset }
    let result = try study.run(work: session.work, onAnswer: session.show)
    session.progress.clear()
    try SimulationReport(result: result, name: dataset.name, format: global.resultFormat).write()
  }
}
