import InventoryPlanning
import RetailData
import ScenarioStore
import Testing

@testable import Workbench

/// What a simulation came to stands in the workspace file, with what it takes to run it again.
struct KeptSimulationTests {
  private let file = ScenarioFile()

  @Test func comesBackWithWhatMadeIt() throws {
    var bench = Bench.planning(byHand: true, scenarios: file.store)
    bench.run("plan.set", "demand_factor 1.5")
    bench.holdsWork = true
    bench.run("screen.simulation")
    bench.run("simulation.run")
    let jobs = bench.waiting.compactMap { _, work -> SimulationJob? in
      if case .simulate(let job) = work { job } else { nil }
    }
    let job = try #require(jobs.first)
    let result = try SimulationFixture.drawnUp(job).result
    try file.store.save(job.stored(result, at: Bench.moment))
    let kept = try #require(try file.store.simulations().first)
    #expect(kept.scenario.changes == [ScenarioChange(path: "demand_factor", value: "1.5")])
    #expect(kept.scenario.basis.fingerprint == job.dataset.fingerprint)
    #expect(kept.scenario.basis.seed == job.study.input.settings.seed)
    #expect(kept.parameters["days"] == "\(job.study.settings.days)")
    #expect(kept.results.count == result.rows.count)
    for (number, entry) in result.entries.enumerated() {
      let cost = kept.results.first {
        $0.policy == entry.kind.rawValue && $0.metric == "cost_per_order"
      }
      #expect(cost?.value == result.comparison.interval(.costPerOrder, of: number).mean)
    }
  }
}
