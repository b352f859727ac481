import InventoryPlanning
import Recommendations
import RetailData

/// How soon the stock of today can be with customers, for all items and regions.
struct StockReach: Sendable {
  let table: ReachTable
  private let promptness: Column<Float>
  /// By customer.
  private let regions: Column<Int32>

  /// Nil where the data does not say who delivers where.
  init?(of dataset: Dataset) {
    // What planning assumes of items is said where there is a plan.
    var notices: [Notice] = []
    guard let table = ReachTable(today: PlanInput(dataset: dataset, notices: &notices)) else {
      return nil
    }
    self.table = table
    promptness = table.promptness()
    regions = dataset.customers.regions
  }

  /// What re-ranks recommendations by it; nil for a weight of 0.
  func term(weight: Double) -> ScoreTerm? {
    guard weight > 0 else { return nil }
    return ScoreTerm(
      weight: weight, values: promptness, itemCount: table.items.count, groups: regions)
  }
}
