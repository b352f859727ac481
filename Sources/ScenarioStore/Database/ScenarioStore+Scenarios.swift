import Foundation
import GRDB
import InventoryPlanning
import RetailData

extension ScenarioStore {
  /// What `save` may put aside.
  public enum Replacement: Sendable, Equatable {
    /// Nothing: the name must be new.
    case nothing
    /// The scenario of that name, if nobody has saved it since it had this revision.
    case revision(Int)
    /// Whatever has that name.
    case anything
  }

  /// All scenarios with what their plans come to, the last changed first; none where nothing was
  /// ever saved.
  public func scenarios() throws -> [SavedScenario] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM scenarios ORDER BY changed DESC, key")
        .map { try saved($0, db) }
    } ?? []
  }

  /// - Parameter name: In any case.
  /// - Throws: `ScenarioError.unknownName` with those that may have been meant.
  public func scenario(named name: String) throws -> SavedScenario {
    try found(name) { db, row in try saved(row, db) }
  }

  /// Keeps a scenario with its plan, all of it or nothing, durably.
  ///
  /// Without `plan`, a plan that is kept of exactly these changes stays; that of others goes, so
  /// that no plan ever stands beside changes that it was not made of.
  ///
  /// - Throws: `ScenarioError` for a name that cannot be or is taken, `DataProblem` where the file
  ///   cannot be written.
  @discardableResult
  public func save(
    _ scenario: Scenario, plan: StoredPlan? = nil, as name: String,
    replacing: Replacement = .nothing, at moment: Date = .now
  ) throws -> SavedScenario {
    let name = try ScenarioName(name)
    return try write { db in
      let old = try row(named: name.text, db)
      try require(replacing, of: old, name)
      let basis = scenario.basis
      let kept = try old.map { try saved($0, db) }
      let values: [(any DatabaseValueConvertible)?] = [
        name.text, name.key, kept?.created.workspaceText ?? moment.workspaceText,
        moment.workspaceText, (kept?.revision ?? 0) + 1, basis.dataName,
        basis.fingerprint.workspaceText, String(basis.seed), basis.mode.rawValue, basis.drawCount,
      ]
      let id: Int64
      if let old {
        id = try old.get("id")
        try db.execute(
          sql: """
            UPDATE scenarios SET (name, key, created, changed, revision, data_name,
              data_fingerprint, seed, mode, scenarios) = (\(Self.marks(10))) WHERE id = ?
            """, arguments: StatementArguments(values + [id]))
        try db.execute(sql: "DELETE FROM scenario_changes WHERE scenario_id = ?", arguments: [id])
      } else {
        try db.execute(
          sql: """
            INSERT INTO scenarios (name, key, created, changed, revision, data_name,
              data_fingerprint, seed, mode, scenarios) VALUES (\(Self.marks(10)))
            """, arguments: StatementArguments(values))
        id = db.lastInsertedRowID
      }
      try insert(scenario.changes, into: "scenario_changes", of: id, db)
      if plan != nil || kept?.scenario != scenario {
        try db.execute(sql: "DELETE FROM plans WHERE scenario_id = ?", arguments: [id])
      }
      if let plan { try insert(plan, of: id, db) }
      guard let row = try row(named: name.text, db) else { throw unknown(name.text, []) }
      return try saved(row, db)
    }
  }

  /// Finds out whether `save` would work, before anything is computed that shall be saved. Makes
  /// the file where there is none.
  public func prepare(toSaveAs name: String, replacing: Replacement = .nothing) throws {
    let name = try ScenarioName(name)
    try write { db in try require(replacing, of: try row(named: name.text, db), name) }
  }

  private func require(_ replacing: Replacement, of old: Row?, _ name: ScenarioName) throws {
    switch replacing {
    case .anything: return
    case .nothing:
      if let old { throw try ScenarioError.nameTaken(by: old.get("name")) }
    case .revision(let revision):
      guard let old, try old.get("revision") == revision else {
        throw ScenarioError.savedMeanwhile(name: name.text)
      }
    }
  }

  func insert(
    _ changes: [ScenarioChange], into table: String, of owner: Int64, _ db: Database
  ) throws {
    try insert(changes, into: table, of: owner, db) { [$0.path, $0.value] }
  }
}
