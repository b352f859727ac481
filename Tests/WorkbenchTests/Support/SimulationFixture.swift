import RetailData

@testable import InventoryPlanning
@testable import Workbench

/// A simulation that stands for itself: its policies and gaps are written down, so that a better
/// solver or calibration changes none of it; only the days are simulated.
enum SimulationFixture {
  static func drawnUp(_ job: SimulationJob) throws -> Simulated {
    var settings = job.study.settings
    settings.days = 28
    settings.replications = 4
    settings.warmUpDays = 14
    let simulator = try Simulator(
      input: job.study.input, forecast: job.study.forecast, settings: settings)
    let local = simulator.localPolicy()
    var less = local
    for place in less.levels.indices { less.levels[place] = less.levels[place] * 3 / 4 }
    let policies: [(SimulatedPolicy, StockPolicy)] = [
      (.national, simulator.nationalPolicy()), (.local, local), (.uncalibrated, less),
      (.nearest, local), (.priced, simulator.priced(local)),
    ]
    let comparison = try simulator.compare(
      policies.map { ($0.0.rawValue, $0.1) }, work: WorkContext(threads: 1))
    let facilities = job.study.input.network.facilities.count
    let result = SimulationStudy.Result(
      entries: policies.map { kind, policy in
        SimulationStudy.Entry(
          kind: kind, policy: policy,
          calibration: kind == .uncalibrated
            ? nil
            : CalibratedPolicy(
              policy: policy, promisedCost: Interval([2.4, 2.5]), multipliers: [1, 1.25],
              prices: SharedPrices(facilities: facilities), excess: 0))
      }, comparison: comparison,
      gaps: PlanGaps(bound: 99, cost: 100, freshCost: 104.2, simulatedCost: 118),
      simulator: simulator,
      plan: Plan())
    return Simulated(id: job.id, changes: job.changes, result: result, dataset: job.dataset)
  }
}
