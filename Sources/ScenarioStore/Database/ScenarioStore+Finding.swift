import Foundation
import GRDB
import InventoryPlanning
import RetailData

/// From rows to values.
extension ScenarioStore {
  /// What `body` makes of the scenario of that name.
  func found<Result>(_ name: String, _ body: (Database, Row) throws -> Result) throws -> Result {
    let result = try read { db in
      guard let row = try row(named: name, db) else { throw try unknown(name, db) }
      return try body(db, row)
    }
    guard let result else { throw unknown(name, []) }
    return result
  }

  func row(named name: String, _ db: Database) throws -> Row? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM scenarios WHERE key = ?", arguments: [ScenarioName.key(of: name)])
  }

  func unknown(_ name: String, _ db: Database) throws -> ScenarioError {
    unknown(name, try String.fetchAll(db, sql: "SELECT name FROM scenarios ORDER BY key"))
  }

  func unknown(_ name: String, _ known: [String]) -> ScenarioError {
    let near = Identifiers(known).nearest(to: name, limit: 3)
    // Of a handful, all may be told.
    return .unknownName(
      name, near: near.isEmpty && known.count <= 5 ? known : near, count: known.count, file: file)
  }

  func saved(_ row: Row, _ db: Database) throws -> SavedScenario {
    let id: Int64 = try row.get("id")
    let changes = try changes(in: "scenario_changes", of: "scenario_id", id, db)
    let basis = try basis(row)
    return try SavedScenario(
      name: row.get("name"), created: row.get("created", Date.init(workspaceText:)),
      changed: row.get("changed", Date.init(workspaceText:)), revision: row.get("revision"),
      scenario: Scenario(changes: changes, basis: basis), plan: summary(of: id, db))
  }

  func changes(
    in table: String, of owner: String, _ id: Int64, _ db: Database
  ) throws -> [ScenarioChange] {
    try Row.fetchAll(
      db, sql: "SELECT path, value FROM \(table) WHERE \(owner) = ? ORDER BY position",
      arguments: [id]
    ).map { try ScenarioChange(path: $0.get("path"), value: $0.get("value")) }
  }

  func basis(_ row: Row) throws -> ScenarioBasis {
    try ScenarioBasis(
      dataName: row.get("data_name"),
      fingerprint: row.get("data_fingerprint", UInt64.init(workspaceText:)),
      seed: row.get("seed") { UInt64($0) },
      mode: row.get("mode", PlanMode.init(rawValue:)), drawCount: row.get("scenarios"))
  }

  func parameters(
    in table: String, of owner: String, _ id: Int64, _ db: Database
  ) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, value FROM \(table) WHERE \(owner) = ?", arguments: [id])
    return try rows.reduce(into: [:]) { $0[try $1.get("name")] = try $1.get("value") as String }
  }
}
