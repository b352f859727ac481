import ArgumentParser
import InventoryPlanning
import RetailData
import ScenarioStore

extension Session {
  /// What to plan: the figures of the data, changed as a scenario says, then as the options do.
  /// Says what of the scenario does not fit the data.
  ///
  /// - Throws: `Failure` where nothing can be planned with the data, `ValidationError` for a `--set`
  ///   that fits nothing.
  func planBasis(
    of dataset: Dataset, _ planning: PlanOptions, scenario: SavedScenario? = nil
  ) throws -> PlanBasis {
    var notices: [Notice] = []
    var input = PlanInput(dataset: dataset, notices: &notices)
    input.settings.seed = options.seed
    let check = NetworkCheck(dataset, input: input)
    try requirePlannable(check, dataset)
    for notice in notices + check.notices { note("\(notice.file): \(notice.message)") }
    let names = PlanNames(dataset)
    var basis = PlanBasis(dataset, input: input)
    if let scenario {
      let applied = scenario.scenario.applied(to: input, names: names)
      basis.input = applied.input
      basis.changes = applied.changes
      let warning = scenario.warning(
        dataName: dataset.name, fingerprint: dataset.fingerprint, misfits: applied.misfits)
      if let warning { note(warning) }
    }
    if let mode = planning.mode { basis.set(mode) }
    if let seed = options.namedSeed { basis.set(seed: seed) }
    for change in planning.changes {
      do throws(ParameterError) {
        try basis.set(change, names)
      } catch {
        throw ValidationError("--set \(change.path)=\(change.value): \(error)".printable)
      }
    }
    return basis
  }

  private func requirePlannable(_ check: NetworkCheck, _ dataset: Dataset) throws {
    guard check.hasNetwork else {
      throw Failure(
        "\(dataset.name.printable): found no facilities.csv and no deliveries.csv, expected the "
          + "network that a plan is for; take one along with echelon import --network, which also "
          + "has a template (uk-europe), or make a shop that has one with echelon sample")
    }
    guard !check.errors.isEmpty else { return }
    let problems = try check.problems(
      .error, in: DataLocation.resolve(option: options.data), limit: Self.problemLimit, work: work)
    let more = check.errors.count - problems.count
    throw Failure(
      (problems.map(\.description) + (more > 0 ? ["and \(more) more, see echelon check"] : []))
        .map(\.printable).joined(separator: "\n"))
  }

  private static let problemLimit = 20

  /// Shows how good the best plan is by now.
  func show(_ answer: PlanAnswer) {
    let cost = FixedPoint.text(answer.cost, decimals: 2)
    let bound = FixedPoint.text(answer.bound, decimals: 2)
    let gap = FixedPoint.text(100 * answer.gap, decimals: 2)
    progress.show(
      WorkProgress(
        stage: "planning, cost \(cost), bound \(bound), gap \(gap) %", done: answer.iterations,
        total: nil, unit: "iterations"))
  }
}
