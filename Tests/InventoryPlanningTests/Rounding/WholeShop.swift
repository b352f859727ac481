import InventoryPlanning
import RetailData
import TestSupport
import Testing

/// A random planning problem whose vendors sell whole cases from a smallest order on.
struct WholeShop {
  var plan: RandomPlan

  init(seed: UInt64, _ options: RandomPlan.Options = RandomPlan.Options()) {
    plan = RandomPlan(seed: seed, options)
    var random = SeededGenerator(seed: seed &+ 1_000)
    // Targets are levels, not orders: no cases there.
    guard plan.input.settings.mode == .state else { return }
    for row in plan.input.network.supply.indices {
      let size = random.of([1.0, 1, 4, 6, 12])
      plan.input.network.supply[row].caseQuantity = size
      plan.input.network.supply[row].minimumOrder = random.of([0.0, 0, size, 2 * size, 10])
    }
  }

  func solved(gap: Double = 0.002, threads: Int = 1) throws -> PlanOutcome {
    let work = WorkContext(threads: threads)
    let planner = try Planner(input: plan.input, draws: plan.source, work: work)
    return try planner.solve(PlanGoal(gap: gap, iterationLimit: 4_000), work: work)
  }

  /// The same with every lane whole, and every supply row in cases from its smallest order on.
  func integerProgram(_ oracle: OracleProgram) -> LinearProgram {
    var program = oracle.program
    for (item, columns) in zip(oracle.items, oracle.laneColumns) {
      for (lane, column) in zip(item.lanes, columns) where lane.isOnHand {
        program.makeInteger(column: column)
      }
      for supply in Set(item.lanes.map(\.supply)).sorted() where supply >= 0 {
        let row = plan.input.network.supply[supply]
        let lanes = zip(item.lanes, columns).filter { $0.0.supply == supply }.map(\.1)
        // Σ lanes = case × cases; smallest × orders ≤ Σ lanes ≤ much × orders.
        let total = program.addRow("total_\(supply)", .equal, 0)
        let least = program.addRow("least_\(supply)", .atLeast, 0)
        let most = program.addRow("most_\(supply)", .atMost, 0)
        for column in lanes {
          program.makeInteger(column: column)
          for row in [total, least, most] { program.add(1, ofColumn: column, toRow: row) }
        }
        let cases = program.addColumn(
          "cases_\(supply)", cost: 0, entries: [(total, -row.caseQuantity)])
        program.makeInteger(column: cases)
        let order = program.addColumn(
          "order_\(supply)", cost: 0, upper: 1,
          entries: [(least, -max(row.minimumOrder, row.caseQuantity)), (most, -2_000)])
        program.makeInteger(column: order)
      }
    }
    return program
  }

  /// A fractional plan's quantities rounded to the nearest: units by lane, and what a supply row
  /// then lacks of the nearest number of cases, or has too much, on its largest lane.
  func nearest(_ plan: Plan) -> Plan {
    var result = plan
    for place in result.purchases.indices { result.purchases[place].units.round() }
    for place in result.transfers.indices { result.transfers[place].units.round() }
    let rows = Dictionary(grouping: plan.purchases.indices) { plan.purchases[$0].supply }
    for (supply, places) in rows.sorted(by: { $0.key < $1.key }) {
      let row = self.plan.input.network.supply[Int(supply)]
      let least = Float(max(row.minimumOrder, row.caseQuantity))
      let size = Float(row.caseQuantity)
      let wanted = places.reduce(Float(0)) { $0 + plan.purchases[$1].units }
      var total = (wanted / size).rounded() * size
      if total < least { total = wanted < least / 2 ? 0 : (least / size).rounded(.up) * size }
      var rest = total - places.reduce(Float(0)) { $0 + result.purchases[$1].units }
      for place in places.sorted(by: {
        (plan.purchases[$1].units, $0) < (plan.purchases[$0].units, $1)
      }) {
        let now = result.purchases[place].units
        result.purchases[place].units = max(0, now + rest)
        rest -= result.purchases[place].units - now
      }
    }
    result.purchases.removeAll { $0.units == 0 }
    result.transfers.removeAll { $0.units == 0 }
    return result
  }

  /// Whole units, whole cases, smallest orders, no more moved than there is; positions that add up.
  func expectRulesKept(_ plan: Plan) {
    for (supply, orders) in Dictionary(grouping: plan.purchases, by: \.supply) {
      let row = self.plan.input.network.supply[Int(supply)]
      let total = orders.reduce(0) { $0 + Double($1.units) }
      #expect(orders.allSatisfy { $0.units == $0.units.rounded() && $0.units > 0 })
      #expect(total.truncatingRemainder(dividingBy: row.caseQuantity) == 0)
      #expect(total >= row.minimumOrder)
    }
    var moved: [[Int32]: Double] = [:]
    for order in plan.transfers {
      #expect(order.units == order.units.rounded() && order.units > 0)
      let from = self.plan.input.network.transfers[Int(order.transfer)].from
      moved[[order.item, from], default: 0] += Double(order.units)
    }
    for (place, units) in moved {
      let onHand = self.plan.input.network.inventory.reduce(0) {
        $0 + ([$1.item, $1.facility] == place ? $1.onHand : 0)
      }
      #expect(units <= onHand)
    }
    for position in plan.positions {
      #expect(position.target == position.target.rounded())
      #expect(position.buy == position.buy.rounded())
      #expect(position.transferIn == position.transferIn.rounded())
      #expect(position.transferOut == position.transferOut.rounded())
      let net = position.buy + position.transferIn - position.transferOut
      #expect(position.target == position.onHand + position.inbound + net)
    }
  }

  func expectLoadsFit(_ plan: Plan) {
    for load in plan.loads {
      for resource in [load.storage, load.inbound, load.outbound] {
        // Sums of the same numbers in another order.
        #expect(resource.used <= resource.capacity * (1 + 1e-6))
      }
    }
  }
}
