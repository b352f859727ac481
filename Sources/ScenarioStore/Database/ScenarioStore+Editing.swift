import Foundation
import GRDB

extension ScenarioStore {
  /// - Throws: `ScenarioError` where there is none called `name`, or another one called `newName`.
  public func rename(_ name: String, to newName: String, at moment: Date = .now) throws {
    let new = try ScenarioName(newName)
    try write { db in
      guard let row = try row(named: name, db) else { throw try unknown(name, db) }
      let id: Int64 = try row.get("id")
      if let other = try self.row(named: new.text, db), try other.get("id") != id {
        throw try ScenarioError.nameTaken(by: other.get("name"))
      }
      try db.execute(
        sql: "UPDATE scenarios SET name = ?, key = ?, changed = ?, revision = revision + 1 "
          + "WHERE id = ?",
        arguments: [new.text, new.key, moment.workspaceText, id])
    }
  }

  /// Takes the scenario away, and its plan. Returns what it was, so that it can be saved again.
  @discardableResult
  public func delete(_ name: String) throws -> (scenario: SavedScenario, plan: StoredPlan?) {
    try write { db in
      guard let row = try row(named: name, db) else { throw try unknown(name, db) }
      let id: Int64 = try row.get("id")
      let deleted = (try saved(row, db), try plan(of: id, db))
      try db.execute(sql: "DELETE FROM scenarios WHERE id = ?", arguments: [id])
      return deleted
    }
  }

  /// Makes a second one of it, with its plan, under another name.
  @discardableResult
  public func duplicate(
    _ name: String, as newName: String, at moment: Date = .now
  ) throws -> SavedScenario {
    let new = try ScenarioName(newName)
    return try write { db in
      guard let row = try row(named: name, db) else { throw try unknown(name, db) }
      if let other = try self.row(named: new.text, db) {
        throw try ScenarioError.nameTaken(by: other.get("name"))
      }
      let id: Int64 = try row.get("id")
      try db.execute(
        sql: """
          INSERT INTO scenarios (name, key, created, changed, revision, data_name,
            data_fingerprint, seed, mode, scenarios)
          SELECT ?, ?, ?, ?, 1, data_name, data_fingerprint, seed, mode, scenarios
          FROM scenarios WHERE id = ?
          """,
        arguments: [
          new.text, new.key, moment.workspaceText, moment.workspaceText, id,
        ])
      let copy = db.lastInsertedRowID
      let original = try saved(row, db)
      try insert(original.scenario.changes, into: "scenario_changes", of: copy, db)
      if let plan = try plan(of: id, db) { try insert(plan, of: copy, db) }
      guard let made = try self.row(named: new.text, db) else { throw unknown(new.text, []) }
      return try saved(made, db)
    }
  }
}
