import Foundation
import InventoryPlanning
import ScenarioStore

extension SimulationJob {
  /// How it is kept in the file of scenarios.
  func stored(_ result: SimulationStudy.Result, at moment: Date) -> StoredSimulation {
    let settings = study.settings
    var parameters = [
      "days": "\(settings.days)", "replications": "\(settings.replications)",
      "warm-up-days": "\(result.simulator.warmUpDays)",
      "unserved": settings.unserved.rawValue,
      "takes-slower-promise": "\(settings.takesSlowerPromise)",
      "queues-flows": "\(settings.queuesFlows)",
      "policies": study.policies.map(\.rawValue).joined(separator: ","),
      "gap": "\(study.goal.gap)", "calibrated": "\(study.effort != nil)",
    ]
    if let days = settings.transferReviewDays { parameters["transfer-review-days"] = "\(days)" }
    let draft = ScenarioDraft(changes: changes, input: study.input, plan: nil, dataset: dataset)
    return StoredSimulation(
      simulated: moment, scenario: draft.scenario, parameters: parameters,
      results: result.rows.map { row in
        func known(_ value: Double) -> Double? { value.isFinite ? value : nil }
        return StoredSimulation.Result(
          policy: row.policy, metric: row.metric, value: known(row.value), low: known(row.low),
          high: known(row.high))
      })
  }
}
