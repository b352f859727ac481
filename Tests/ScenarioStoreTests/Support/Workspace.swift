import Foundation
import GRDB
import InventoryPlanning
import RetailData
import ScenarioStore
import Testing

/// A workspace of a test's own, in a directory of its own, gone with the test.
final class Workspace {
  let directory: URL
  let store: ScenarioStore

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appending(path: "echelon-workspace-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    store = ScenarioStore(file: directory.appending(path: "w.sqlite").path)
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  var file: String { store.file }

  func path(_ name: String) -> String { directory.appending(path: name).path }

  /// The file as any program sees it.
  func plainSQL<Value: DatabaseValueConvertible>(_ sql: String) throws -> [Value] {
    try DatabaseQueue(path: file).read { try Value.fetchAll($0, sql: sql) }
  }

  func change(_ sql: String) throws {
    try DatabaseQueue(path: file).write { try $0.execute(sql: sql) }
  }
}

/// Things to save.
enum Sample {
  static let moment = Date(timeIntervalSince1970: 1_750_000_000)

  static func basis(seed: UInt64 = 7) -> ScenarioBasis {
    ScenarioBasis(
      dataName: "shop", fingerprint: 0xfedc_ba98_7654_3210, seed: seed, mode: .state,
      drawCount: 16)
  }

  static func scenario(_ changes: [(String, String)] = [("facility.LDN.storage_l", "-10%")])
    -> Scenario
  {
    Scenario(changes: changes.map { ScenarioChange(path: $0, value: $1) }, basis: basis())
  }

  /// - Parameter shift: Added to every target.
  static func plan(cost: Double = 100, shift: Double = 0) -> StoredPlan {
    var plan = StoredPlan(
      summary: StoredPlan.Summary(
        planned: moment, cost: cost, bound: cost - 1, gap: 1 / cost, iterations: 12, seconds: 0.5))
    plan.summary.costs = [
      .init(component: "delivery", cost: cost - 10), .init(component: "holding", cost: 10),
    ]
    plan.summary.service = [
      .init(speed: "same_day", fillRate: 0.9, target: 0.95, demand: 10, served: 9),
      .init(speed: "express", fillRate: 1, target: nil, demand: 0, served: 0),
    ]
    plan.prices = [
      .init(facilityID: "LDN", resource: "storage", price: 1.5, used: 9, capacity: 9),
      .init(facilityID: "LDN", resource: "inbound", price: 0, used: 3, capacity: nil),
    ]
    plan.positions = (0..<6).map { row in
      .init(
        itemID: "Ünï “\(row / 2)”; DROP TABLE plans", facilityID: row % 2 == 0 ? "LDN" : "BHM",
        onHand: 1, inbound: 2, target: Double(row) + shift, buy: 3.5, transferIn: 0,
        transferOut: 1)
    }
    plan.purchases = [
      .init(
        itemID: "tea", vendorID: "acme", facilityID: "LDN", onwardFacilityID: "BHM", units: 12,
        unitCost: 0.1),
      .init(
        itemID: "tea", vendorID: "acme", facilityID: "LDN", onwardFacilityID: nil, units: 3,
        unitCost: 0.1),
    ]
    plan.transfers = [
      .init(itemID: "mug", fromFacilityID: "LDN", toFacilityID: "BHM", units: 1)
    ]
    return plan
  }
}
