import InventoryPlanning
import RetailData

/// One item at every facility where it may stand: stock, target, what is bought and moved, and what
/// one more unit is worth.
struct ItemStockTable {
  let rows: [EchelonTree.Row]
  let network: Network
  let key: PlanKey
  /// Of the item.
  let stock: [Stock]
  /// Nil without a plan.
  let positions: [Plan.Position]?
  /// By row; nil until a solve has ended.
  let worth: [MarginalExplanation?]?

  func source(_ name: String, _ basis: AnyQuestion, isTree: Bool) -> TableSource {
    let titles = rows.map { $0.title(in: network, isTree: isTree) }
    return TableSource(
      key: TableKey(name: name, basis: basis), rowCount: rows.count,
      columns: [
        TableColumn(
          "facility", "Facility", .strings(StringColumn(titles)), .text, width: 16...28,
          priority: 0),
        TableColumn("on_hand", "On hand", held(\.onHand), .count, priority: 2),
        TableColumn("inbound", "Inbound", held(\.inbound), .count, priority: 6),
        planned("target", "Target", priority: 1, \.target),
        planned("buy", "Buy", priority: 4, \.buy),
        planned("transfer_in", "In", priority: 7, \.transferIn),
        planned("transfer_out", "Out", priority: 8, \.transferOut),
        money("worth", "Worth", priority: 5) { $0.worth },
        money("charged", "Charged", priority: 9) { $0.cost },
        money("net", "Net", priority: 3) { $0.net },
      ], subjects: Column(rows.map(\.facility)), noun: "facility")
  }

  private func held(_ part: KeyPath<Stock, Double>) -> ColumnValues {
    .doubles(
      Column(
        rows.map { row in
          stock.reduce(0) { $1.facility == row.facility ? $0 + $1[keyPath: part] : $0 }
        }))
  }

  private func planned(
    _ id: String, _ title: String, priority: Int, _ part: KeyPath<Plan.Position, Float>
  ) -> TableColumn {
    let values = positions.map { positions in
      rows.map { row in
        positions.first { $0.facility == row.facility }.map { Double($0[keyPath: part]) } ?? 0
      }
    }
    return TableColumn(
      id, title, key.values(rows.count, values), .count, width: values == nil ? 5...5 : nil,
      priority: priority)
  }

  private func money(
    _ id: String, _ title: String, priority: Int, _ part: (MarginalExplanation) -> Double
  ) -> TableColumn {
    let values = worth.map { $0.map { $0.map(part) ?? .nan } }
    return TableColumn(
      id, title, key.values(rows.count, values), .decimal(2), width: values == nil ? 6...6 : nil,
      priority: priority)
  }
}
