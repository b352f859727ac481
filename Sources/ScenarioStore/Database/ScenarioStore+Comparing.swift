import GRDB

extension ScenarioStore {
  /// Two scenarios side by side, as one moment found them.
  ///
  /// - Parameter positionLimit: So many of the positions that differ are listed.
  /// - Throws: `ScenarioError.unknownName`.
  public func comparison(
    of left: String, with right: String, positionLimit: Int = 500
  ) throws -> ScenarioComparison {
    try found(left) { db, leftRow in
      guard let rightRow = try row(named: right, db) else { throw try unknown(right, db) }
      var comparison = ScenarioComparison(
        left: try saved(leftRow, db), right: try saved(rightRow, db))
      let plans = try [leftRow, rightRow].map { try planID(of: $0, db) }
      comparison.compare(
        prices: try plans[0].map { try prices(of: $0, db) } ?? [],
        try plans[1].map { try prices(of: $0, db) } ?? [])
      guard let first = plans[0], let second = plans[1] else { return comparison }
      let differing = """
        FROM (SELECT item_id, facility_id, target AS left_target, 0 AS right_target
              FROM plan_positions WHERE plan_id = :left
              UNION ALL SELECT item_id, facility_id, 0, target
              FROM plan_positions WHERE plan_id = :right)
        GROUP BY item_id, facility_id HAVING sum(left_target) <> sum(right_target)
        """
      let arguments: StatementArguments = ["left": first, "right": second]
      comparison.differingPositions =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM (SELECT 1 \(differing))", arguments: arguments) ?? 0
      comparison.positions = try Row.fetchAll(
        db,
        sql: """
          SELECT item_id, facility_id, sum(left_target) AS first, sum(right_target) AS second
          \(differing) ORDER BY abs(sum(right_target) - sum(left_target)) DESC, item_id, facility_id
          LIMIT \(positionLimit)
          """, arguments: arguments
      ).map { row in
        try .init(
          key: .init(itemID: row.get("item_id"), facilityID: row.get("facility_id")),
          left: row.get("first"), right: row.get("second"))
      }
      return comparison
    }
  }

  private func planID(of scenario: Row, _ db: Database) throws -> Int64? {
    let id: Int64 = try scenario.get("id")
    return try Int64.fetchOne(
      db, sql: "SELECT id FROM plans WHERE scenario_id = ?", arguments: [id])
  }
}
