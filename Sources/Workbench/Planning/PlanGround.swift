import InventoryPlanning
import RetailData

/// What planning stands on, made once from the data: its figures before anyone changes them, and
/// what customers will ask for.
struct PlanGround: Sendable {
  /// The data's own figures.
  let base: PlanInput
  let names: PlanNames
  let catalogue: ParameterCatalogue
  /// All of the catalogue, unchanged.
  let form: PlanForm
  let forecast: DemandForecast
  /// What the data leaves out, and what is wrong with the network without making a plan
  /// impossible.
  let notices: [Notice]

  /// - Throws: `PlanObstacle` where the data cannot be planned with, `CancellationError`.
  init(of workspace: Workspace, work: WorkContext) throws {
    let dataset = workspace.dataset
    var notices: [Notice] = []
    var base = PlanInput(dataset: dataset, notices: &notices)
    // The one that `echelon plan` takes: both make the same plan.
    base.settings.seed = SampleShop.Options.defaultSeed
    let check = NetworkCheck(dataset, input: base)
    if let obstacle = PlanObstacle(check) { throw obstacle }
    work.report(WorkProgress(stage: "forecasting", done: 0, total: nil, unit: "items"))
    let newcomers = try dataset.end.flatMap {
      try dataset.relatedItemsOfNewcomers(
        at: $0, counted: workspace.analysis?.coPurchases, work: work)
    }
    forecast = try DemandForecast.fit(
      dataset: dataset, related: newcomers, notices: &notices, work: work)
    self.base = base
    names = PlanNames(dataset)
    catalogue = ParameterCatalogue(base, names: names)
    form = try PlanForm(catalogue, items: dataset.items, work: work)
    self.notices = notices + check.notices
  }
}

/// Why there can be no plan for the data: what is missing, and what to do.
struct PlanObstacle: Error, Sendable, Equatable {
  /// A few words for the status line.
  let summary: String
  let findings: [Failure]

  init(summary: String, findings: [Failure]) {
    self.summary = summary
    self.findings = findings
  }

  /// Nil where the network can be planned with.
  init?(_ check: NetworkCheck) {
    if !check.hasNetwork {
      self.init(
        summary: "the data has no network",
        findings: [
          Failure(
            "found no facilities.csv and no deliveries.csv, expected the network that a plan is for",
            advice:
              "take one along with echelon import --network, which also has a template "
              + "(uk-europe), or make a shop that has one with echelon sample")
        ])
      return
    }
    let errors = check.errors
    guard let first = errors.first else { return nil }
    let count = errors.count == 1 ? "" : " and \(errors.count - 1) more"
    self.init(
      summary: "\(first.file): \(first.found)\(count)",
      findings: errors.map {
        Failure("found \($0.found), expected \($0.expected)", place: $0.file, advice: $0.advice)
      })
  }
}
