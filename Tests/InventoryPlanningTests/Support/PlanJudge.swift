import InventoryPlanning
import RetailData

/// Judges a plan by the oracle's program: a second opinion on feasibility and cost.
struct PlanJudge {
  let oracle: OracleProgram

  /// What the plan's quantities of today must cost at least, with the best that can still be done
  /// in every scenario; a plan that claims less is wrong.
  ///
  /// A plan's units are `Float`, exact to 6e-8: each quantity may move by 1e-6 of itself.
  ///
  /// - Throws: `ExternalSolver.Failure` where no recourse makes the quantities feasible, or where
  ///   the plan uses a lane that there is none of.
  func leastCost(of plan: Plan) throws -> Double {
    var units: [LaneName: Double] = [:]
    for order in plan.purchases {
      units[
        LaneName(item: order.item, supply: order.supply, transfers: order.onward.rows),
        default: 0] +=
        Double(order.units)
    }
    for order in plan.transfers {
      units[LaneName(item: order.item, supply: -1, transfers: [order.transfer]), default: 0] +=
        Double(order.units)
    }
    var program = oracle.program
    for (item, columns) in zip(oracle.items, oracle.laneColumns) {
      for (lane, column) in zip(item.lanes, columns) {
        let name = LaneName(
          item: Int32(item.number), supply: Int32(lane.supply),
          transfers: lane.transfers.map { Int32($0) })
        let value = units.removeValue(forKey: name) ?? 0
        program.limit(column: column, to: value * (1 - 1e-6)...value * (1 + 1e-6))
      }
    }
    if let (lane, _) = units.first {
      throw ExternalSolver.Failure(description: "the plan uses a lane that is none: \(lane)")
    }
    return try ExternalSolver.clp.solve(program).cost
  }

  private struct LaneName: Hashable {
    let item: Int32
    let supply: Int32
    let transfers: [Int32]
  }
}
