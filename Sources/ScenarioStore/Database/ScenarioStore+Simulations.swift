import Foundation
import GRDB
import InventoryPlanning

extension ScenarioStore {
  /// Keeps a simulation, whole or not at all.
  public func save(_ simulation: StoredSimulation) throws {
    let basis = simulation.scenario.basis
    try write { db in
      try db.execute(
        sql: "INSERT INTO simulations VALUES (\(Self.marks(7)))",
        arguments: [
          nil, simulation.simulated.workspaceText, basis.dataName,
          basis.fingerprint.workspaceText, String(basis.seed), basis.mode.rawValue,
          basis.drawCount,
        ])
      let id = db.lastInsertedRowID
      try insert(
        parameters: simulation.parameters, into: "simulation_parameters", of: id, db)
      try insert(simulation.scenario.changes, into: "simulation_changes", of: id, db)
      try insert(simulation.results, into: "simulation_results", of: id, db) {
        [$0.policy, $0.metric, $0.value, $0.low, $0.high]
      }
    }
  }

  /// All simulations that are kept, the latest first.
  public func simulations() throws -> [StoredSimulation] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM simulations ORDER BY simulated DESC, id DESC")
        .map { try simulation($0, db) }
    } ?? []
  }

  private func simulation(_ row: Row, _ db: Database) throws -> StoredSimulation {
    let id: Int64 = try row.get("id")
    let results = try Row.fetchAll(
      db, sql: "SELECT * FROM simulation_results WHERE simulation_id = ? ORDER BY line",
      arguments: [id]
    ).map { row in
      try StoredSimulation.Result(
        policy: row.get("policy"), metric: row.get("metric"), value: row.getIfThere("value"),
        low: row.getIfThere("low"), high: row.getIfThere("high"))
    }
    return try StoredSimulation(
      simulated: row.get("simulated", Date.init(workspaceText:)),
      scenario: Scenario(
        changes: changes(in: "simulation_changes", of: "simulation_id", id, db),
        basis: basis(row)),
      parameters: parameters(in: "simulation_parameters", of: "simulation_id", id, db),
      results: results)
  }
}
