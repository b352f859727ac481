import GRDB

extension ScenarioStore {
  /// Two scenarios side by side, as one moment found them.
  ///
  /// - Parameter positionLimit: So many of the positions that differ are listed.
  /// - Throws: `ScenarioError.unknownName`.
  public func comparison(
    of left: String, with right: String, positionLimit: Int = ScenarioComparison.mostPositions
  ) throws -> ScenarioComparison {
    try found(left) { db, leftRow in
      guard let rightRow = try row(named: right, db) else { throw try unknown(right, db) }
      return ScenarioComparison(
        left: try saved(leftRow, db), try plan(of: leftRow.get("id"), db),
        right: try saved(rightRow, db), try plan(of: rightRow.get("id"), db),
        positionLimit: positionLimit)
    }
  }

  /// A scenario with its whole plan, to be compared with what is not in the file.
  ///
  /// - Throws: `ScenarioError.unknownName`.
  public func scenarioWithPlan(named name: String) throws -> (SavedScenario, StoredPlan?) {
    try found(name) { db, row in (try saved(row, db), try plan(of: row.get("id"), db)) }
  }
}
