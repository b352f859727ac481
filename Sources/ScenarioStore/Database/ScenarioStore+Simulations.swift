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
      for (name, value) in simulation.parameters {
        try db.execute(
          sql: "INSERT INTO simulation_parameters VALUES (\(Self.marks(3)))",
          arguments: [id, name, value])
      }
      try insert(simulation.scenario.changes, into: "simulation_changes", of: id, db)
      let statement = try db.makeStatement(
        sql: "INSERT INTO simulation_results VALUES (\(Self.marks(7)))")
      for (line, result) in simulation.results.enumerated() {
        try statement.execute(arguments: [
          id, line + 1, result.policy, result.metric, result.value, result.low, result.high,
        ])
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
