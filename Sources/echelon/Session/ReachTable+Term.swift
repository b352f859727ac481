import InventoryPlanning
import Recommendations
import RetailData

extension ReachTable {
  /// What counts how soon each customer can have an item; nil for a weight of 0.
  func term(weight: Double, in dataset: Dataset) -> ScoreTerm? {
    guard weight > 0 else { return nil }
    return ScoreTerm(
      weight: weight, values: promptness(), itemCount: items.count,
      groups: dataset.customers.regions)
  }
}
