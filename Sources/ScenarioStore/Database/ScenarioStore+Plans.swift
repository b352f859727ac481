import Foundation
import GRDB

extension ScenarioStore {
  /// The plan that was kept of the scenario; nil where none was.
  public func plan(ofScenario name: String) throws -> StoredPlan? {
    try found(name) { db, row in try plan(of: row.get("id"), db) }
  }

  func summary(of scenario: Int64, _ db: Database) throws -> StoredPlan.Summary? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM plans WHERE scenario_id = ?", arguments: [scenario])
    else { return nil }
    let id: Int64 = try row.get("id")
    var summary = try StoredPlan.Summary(
      planned: row.get("planned", Date.init(workspaceText:)), cost: row.get("cost"),
      bound: row.get("bound"),
      gap: row.get("gap"), iterations: row.get("iterations"), seconds: row.get("seconds"))
    // In the order of the network's speeds and of a plan's components: as they were written.
    summary.costs = try rows("plan_costs", of: id, db) {
      try StoredPlan.Cost(component: $0.get("component"), cost: $0.get("cost"))
    }
    summary.service = try rows("plan_service", of: id, db) {
      try StoredPlan.Service(
        speed: $0.get("speed"), fillRate: $0.get("fill_rate"), target: $0.getIfThere("target"),
        demand: $0.get("demand"), served: $0.get("served"))
    }
    return summary
  }

  func plan(of scenario: Int64, _ db: Database) throws -> StoredPlan? {
    guard let summary = try summary(of: scenario, db),
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM plans WHERE scenario_id = ?", arguments: [scenario])
    else { return nil }
    var plan = StoredPlan(summary: summary)
    plan.prices = try prices(of: id, db)
    plan.positions = try rows("plan_positions", of: id, db) {
      try StoredPlan.Position(
        itemID: $0.get("item_id"), facilityID: $0.get("facility_id"), onHand: $0.get("on_hand"),
        inbound: $0.get("inbound"), target: $0.get("target"), buy: $0.get("buy"),
        transferIn: $0.get("transfer_in"), transferOut: $0.get("transfer_out"))
    }
    plan.purchases = try rows("plan_purchases", of: id, db) {
      try StoredPlan.Purchase(
        itemID: $0.get("item_id"), vendorID: $0.get("vendor_id"), facilityID: $0.get("facility_id"),
        onwardFacilityID: $0.getIfThere("onward_facility_id"), units: $0.get("units"),
        unitCost: $0.get("unit_cost"))
    }
    plan.transfers = try rows("plan_transfers", of: id, db) {
      try StoredPlan.Transfer(
        itemID: $0.get("item_id"), fromFacilityID: $0.get("from_facility_id"),
        toFacilityID: $0.get("to_facility_id"), units: $0.get("units"))
    }
    return plan
  }

  func prices(of plan: Int64, _ db: Database) throws -> [StoredPlan.Price] {
    try rows("plan_prices", of: plan, db) {
      try StoredPlan.Price(
        facilityID: $0.get("facility_id"), resource: $0.get("resource"), price: $0.get("price"),
        used: $0.get("used"), capacity: $0.getIfThere("capacity"))
    }
  }

  private func rows<Value>(
    _ table: String, of plan: Int64, _ db: Database, _ read: (Row) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT * FROM \(table) WHERE plan_id = ? ORDER BY line", arguments: [plan])
    while let row = try cursor.next() { values.append(try read(row)) }
    return values
  }
}
