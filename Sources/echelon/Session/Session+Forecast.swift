import InventoryPlanning
import Recommendations
import RetailData

extension Session {
  /// What customers will ask for, as their purchases say. Items that are new take after those that
  /// their first buyers buy.
  func demandForecast(of dataset: Dataset) throws -> DemandForecast {
    var notices: [Notice] = []
    let forecast = try DemandForecast.fit(
      dataset: dataset, related: try relatedItems(ofNewItemsIn: dataset), notices: &notices,
      work: work)
    for notice in notices { note("\(notice.file): \(notice.message)") }
    return forecast
  }

  /// Counted for new items only; nil where there are none, as in most shops on most days.
  private func relatedItems(ofNewItemsIn dataset: Dataset) throws -> RelatedItems? {
    let purchases = dataset.purchases
    guard let end = dataset.end else { return nil }
    let isNew = (0..<dataset.items.count).map { item -> Bool in
      guard let first = purchases.positions(ofItem: item).first else { return false }
      return end.day - purchases.times[Int(purchases.linesByItem[first])].day < Self.newItemDays
    }
    guard isNew.contains(true) else { return nil }
    let counts = try CoPurchases(purchases, work: work)
    let lists = isNew.enumerated().map { item, isNew -> [(item: Int32, weight: Float)] in
      guard isNew else { return [] }
      return counts.related(to: item, by: Relatedness(), limit: Self.relatedLimit)
        .filter { $0.score > 0 }.map { ($0.item, Float($0.score)) }
    }
    return RelatedItems(lists)
  }

  /// A little more than the weeks of history that a forecast of an item's own takes.
  private static let newItemDays = 9 * 7
  private static let relatedLimit = 20
}
