import InventoryPlanning
import RetailData

/// One item at every facility where it may stand: stock, target, what is bought and moved, and what
/// one more unit is worth.
struct ItemStockTable {
  let rows: [EchelonTree.Row]
  let network: Network
  /// Of the item.
  let stock: [Stock]
  let plan: PlanColumns

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
        plan.units("target", "Target", priority: 1, \.target),
        plan.units("buy", "Buy", priority: 4, \.buy),
        plan.units("transfer_in", "In", priority: 7, \.transferIn),
        plan.units("transfer_out", "Out", priority: 8, \.transferOut),
        plan.money("worth", "Worth", priority: 5) { $0.worth },
        plan.charge("charged", "Charged", priority: 9) { $0.cost },
        plan.charge("net", "Net", priority: 3) { $0.net },
      ], subjects: Column(rows.map(\.facility)), noun: "facility")
  }

  private func held(_ part: KeyPath<Stock, Double>) -> ColumnValues {
    .doubles(
      Column(
        rows.map { row in
          stock.reduce(0) { $1.facility == row.facility ? $0 + $1[keyPath: part] : $0 }
        }))
  }
}
