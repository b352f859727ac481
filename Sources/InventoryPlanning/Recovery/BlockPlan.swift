import RetailData

/// What a plan does with one block's items, means over scenarios, units per cycle: enough to show
/// the plan, and to price it anew when money changes.
///
/// Unchecked, because the one worker that has the block writes it, and nobody reads it before the
/// pass is over.
final class BlockPlan: @unchecked Sendable {
  /// Quantities decided now, by lane.
  let lanes: FlatBuffer<Float>
  /// Inventory position, and what is left at the end of a cycle, by item and local facility.
  let position: FlatBuffer<Float>
  let leftover: FlatBuffer<Float>
  /// Units served, by item and speed.
  let served: FlatBuffer<Float>
  /// Transfers decided later, by item and local transfer.
  let later: FlatBuffer<Float>
  /// Units and kilograms per day, by row of `network.deliveries`.
  let deliveredUnits: FlatBuffer<Double>
  let deliveredKilograms: FlatBuffer<Double>

  init(_ block: ItemBlock, problem: PlanningProblem) {
    lanes = FlatBuffer(repeating: 0, count: block.lanes.count)
    position = FlatBuffer(repeating: 0, count: block.holding.count)
    leftover = FlatBuffer(repeating: 0, count: block.holding.count)
    served = FlatBuffer(repeating: 0, count: block.worth.count)
    later = FlatBuffer(
      repeating: 0, count: block.transferCount / problem.stride / (problem.epochs - 1))
    let rows = problem.input.network.deliveries.count
    deliveredUnits = FlatBuffer(repeating: 0, count: rows)
    deliveredKilograms = FlatBuffer(repeating: 0, count: rows)
  }

  func note(_ units: Double, deliveryRow row: Int, weight: Double) {
    deliveredUnits.pointer[row] += units
    deliveredKilograms.pointer[row] += units * weight
  }
}
