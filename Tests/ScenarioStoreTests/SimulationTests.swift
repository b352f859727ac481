import Foundation
import ScenarioStore
import Testing

@Suite("Kept simulations")
struct SimulationTests {
  @Test func theyComeBackWithWhatMadeThem() throws {
    let workspace = try Workspace()
    var simulation = StoredSimulation(
      simulated: Sample.moment, scenario: Sample.scenario(),
      parameters: ["days": "90", "replications": "32"],
      results: [
        .init(policy: "national", metric: "cost_per_order", value: 6.5, low: 6.4, high: 6.6),
        .init(policy: "plan", metric: "policy_gap", value: 0.2, low: nil, high: nil),
      ])
    try workspace.store.save(simulation)
    simulation.simulated += 1
    simulation.scenario.changes = []
    simulation.parameters = [:]
    try workspace.store.save(simulation)
    let kept = try workspace.store.simulations()
    #expect(kept.first == simulation)
    #expect(kept.map(\.scenario.changes.count) == [0, 1])
    #expect(kept.map(\.parameters.count) == [0, 2])
    let best: [Double] = try workspace.plainSQL(
      """
      SELECT value FROM simulation_results JOIN simulations ON simulations.id = simulation_id
      WHERE seed = '7' AND policy = 'national' AND metric = 'cost_per_order'
      """)
    #expect(best == [6.5, 6.5])
  }

  /// What an earlier Echelon has written is brought up to date by whoever opens it.
  @Test func aFileWithoutThemGetsThem() throws {
    let workspace = try Workspace()
    try workspace.store.save(Sample.scenario(), plan: Sample.plan(), as: "one")
    for table in ["results", "changes", "parameters"] {
      try workspace.change("DROP TABLE simulation_\(table)")
    }
    try workspace.change("DROP TABLE simulations")
    try workspace.change("DELETE FROM grdb_migrations WHERE identifier = '2 simulations'")
    #expect(try workspace.store.simulations().isEmpty)
    #expect(try workspace.store.scenarios().map(\.name) == ["one"])
    #expect(try workspace.plainSQL("SELECT count(*) FROM simulations") == [0])
  }
}
