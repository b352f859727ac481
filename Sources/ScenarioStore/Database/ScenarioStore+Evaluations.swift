import Foundation
import GRDB

extension ScenarioStore {
  /// Keeps an evaluation, whole or not at all. Returns the number that `deleteEvaluation` takes.
  @discardableResult
  public func save(_ evaluation: StoredEvaluation) throws -> Int64 {
    try write { db in
      try db.execute(
        sql: "INSERT INTO evaluations VALUES (\(Self.marks(5)))",
        arguments: [
          nil, evaluation.evaluated.workspaceText, evaluation.dataName,
          evaluation.fingerprint.workspaceText, String(evaluation.seed),
        ])
      let id = db.lastInsertedRowID
      try insert(
        parameters: evaluation.parameters, into: "evaluation_parameters", of: id, db)
      try insert(evaluation.results, into: "evaluation_results", of: id, db) {
        [$0.method, $0.mode, $0.metric, $0.value, $0.low, $0.high, $0.customers]
      }
      return id
    }
  }

  /// All evaluations with their numbers, the latest first.
  public func evaluations() throws -> [(id: Int64, evaluation: StoredEvaluation)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM evaluations ORDER BY evaluated DESC, id DESC")
        .map { row in (try row.get("id"), try evaluation(row, db)) }
    } ?? []
  }

  /// Takes one away; nothing happens where it is gone already.
  public func deleteEvaluation(_ id: Int64) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM evaluations WHERE id = ?", arguments: [id])
    }
  }

  private func evaluation(_ row: Row, _ db: Database) throws -> StoredEvaluation {
    let id: Int64 = try row.get("id")
    let results = try Row.fetchAll(
      db, sql: "SELECT * FROM evaluation_results WHERE evaluation_id = ? ORDER BY line",
      arguments: [id]
    ).map { row in
      try StoredEvaluation.Result(
        method: row.get("method"), mode: row.get("mode"), metric: row.get("metric"),
        value: row.getIfThere("value"),
        low: row.getIfThere("low"), high: row.getIfThere("high"), customers: row.get("customers"))
    }
    return try StoredEvaluation(
      evaluated: row.get("evaluated", Date.init(workspaceText:)), dataName: row.get("data_name"),
      fingerprint: row.get("data_fingerprint", UInt64.init(workspaceText:)),
      seed: row.get("seed") { UInt64($0) },
      parameters: parameters(in: "evaluation_parameters", of: "evaluation_id", id, db),
      results: results)
  }
}
