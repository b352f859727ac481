import InventoryPlanning
import RetailData

/// Starting, stopping and taking in a simulation.
extension Model {
  /// Whether there is something to simulate, and nothing runs yet.
  var canSimulate: Bool { planning.ground != nil && planning.input != nil && simulation.run == nil }

  /// Whether the figures on screen are those of the present changes.
  var isSimulationCurrent: Bool { simulation.result?.changes == planning.changes }

  /// Whether the quantities of the plan on screen are those that days on end would call for. What
  /// the solver makes foresees the demand of its cycle; levels that do not come of a simulation.
  var calibrationText: String {
    let isCalibrated = simulation.result?.result.entries.contains {
      $0.kind.isMultiEchelon && $0.calibration != nil
    }
    return isSimulationCurrent && isCalibrated == true ? "as planned, calibrated: 7" : "as planned"
  }

  /// Plans, calibrates and compares with the figures as they are now.
  mutating func simulate() -> [Effect] {
    guard let workspace, let ground = planning.ground, let input = planning.input,
      simulation.run == nil
    else { return [] }
    let id = begin(.simulate)
    simulation.run = SimulationDesk.Run(id: id, changes: planning.changes)
    simulation.failure = nil
    var settings = SimulationSettings()
    settings.seed = input.settings.seed
    let study = SimulationStudy(input: input, forecast: ground.forecast, settings: settings)
    let job = SimulationJob(
      id: id, changes: planning.changes, study: study, dataset: workspace.dataset)
    return [.start(id, .simulate(job))]
  }

  mutating func stopSimulation() -> [Effect] {
    guard let run = simulation.run else { return [] }
    simulation.run = nil
    running[run.id] = nil
    say("simulation stopped; r runs it again")
    return [.cancel(run.id)]
  }

  mutating func simulated(_ result: Simulated) {
    simulation.run = nil
    simulation.result = result
    // The last policy is the one that the others lead up to.
    simulation.policy = max(0, result.result.entries.count - 1)
    simulation.replication = 0
    if let problem = result.problem { complain(problem) }
  }

  mutating func simulationFailed(_ failure: Failure) {
    simulation.run = nil
    simulation.failure = failure
  }

  /// How far the simulation is; nil while none runs.
  var simulationProgress: WorkProgress? {
    simulation.run.flatMap { running[$0.id]?.progress }
  }

  mutating func showPolicy(after step: Int) {
    guard let count = simulation.result?.result.entries.count, count > 0 else { return }
    simulation.policy = (simulation.policy + step + count) % count
  }

  mutating func showReplication(after step: Int) {
    guard let count = simulation.result?.result.comparison.settings.replications, count > 0 else {
      return
    }
    simulation.replication = (simulation.replication + step + count) % count
  }
}
