import GRDB

/// From a plan to rows.
extension ScenarioStore {
  func insert(_ plan: StoredPlan, of scenario: Int64, _ db: Database) throws {
    let summary = plan.summary
    try db.execute(
      sql: "INSERT INTO plans VALUES (\(Self.marks(8)))",
      arguments: [
        nil, scenario, summary.planned.workspaceText, summary.cost, summary.bound, summary.gap,
        summary.iterations, summary.seconds,
      ])
    let id = db.lastInsertedRowID
    try insert(summary.costs, into: "plan_costs", of: id, db) { [$0.component, $0.cost] }
    try insert(summary.service, into: "plan_service", of: id, db) {
      [$0.speed, $0.fillRate, $0.target, $0.demand, $0.served]
    }
    try insert(plan.prices, into: "plan_prices", of: id, db) {
      [$0.facilityID, $0.resource, $0.price, $0.used, $0.capacity]
    }
    try insert(plan.positions, into: "plan_positions", of: id, db) {
      [
        $0.itemID, $0.facilityID, $0.onHand, $0.inbound, $0.target, $0.buy, $0.transferIn,
        $0.transferOut,
      ]
    }
    try insert(plan.purchases, into: "plan_purchases", of: id, db) {
      [$0.itemID, $0.vendorID, $0.facilityID, $0.onwardFacilityID, $0.units, $0.unitCost]
    }
    try insert(plan.transfers, into: "plan_transfers", of: id, db) {
      [$0.itemID, $0.fromFacilityID, $0.toFacilityID, $0.units]
    }
  }
}
