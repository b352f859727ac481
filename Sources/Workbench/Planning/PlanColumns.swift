import InventoryPlanning
import RetailData

/// Columns of what a plan does at the places of a table's rows, and of what one more unit is worth
/// there.
struct PlanColumns: Sendable {
  let key: PlanKey
  let rowCount: Int
  /// By row, nil where nothing stands and nothing moves; nil without a plan.
  let positions: [Plan.Position?]?
  /// By row; nil without a plan that can be explained.
  let worth: [MarginalExplanation?]?
  /// Where room has no price that means anything: see `PlanFigures`.
  let overfull: Set<Int32>
  /// The solve goes on, and worths with it.
  let isPreliminary: Bool

  func units(
    _ id: String, _ title: String, priority: Int, _ part: KeyPath<Plan.Position, Float>
  ) -> TableColumn {
    let values = positions.map { $0.map { $0.map { Double($0[keyPath: part]) } ?? 0 } }
    return TableColumn(
      id, title, key.values(rowCount, values), .count, width: values == nil ? 5...5 : nil,
      priority: priority)
  }

  /// Money per unit; unknown where the plan has nothing to say of a row.
  func money(
    _ id: String, _ title: String, priority: Int, _ part: (MarginalExplanation) -> Double
  ) -> TableColumn {
    let values = worth.map { $0.map { $0.map(part) ?? .nan } }
    var column = TableColumn(
      id, title, key.values(rowCount, values), .decimal(2), width: values == nil ? 6...6 : nil,
      priority: priority)
    column.isStale = isPreliminary
    return column
  }

  /// The same of what depends on the price of room: unknown where that is.
  func charge(
    _ id: String, _ title: String, priority: Int, _ part: (MarginalExplanation) -> Double
  ) -> TableColumn {
    money(id, title, priority: priority) { overfull.contains($0.facility) ? .nan : part($0) }
  }
}
