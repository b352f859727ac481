import InventoryPlanning
import Recommendations
import RetailData

extension Dataset {
  /// For the items first sold within eight weeks of a moment, the items that their buyers bought
  /// too: where a forecast looks for the level of what has hardly been sold.
  ///
  /// Nothing after that moment is looked at. Nil where there is no such item.
  ///
  /// - Parameter counted: Who bought what together in all purchases, where that is known already
  ///   and the moment is their end.
  package func relatedItemsOfNewcomers(
    at moment: Timestamp, counted: CoPurchases? = nil, work: WorkContext
  ) throws -> RelatedItems? {
    let newest = Double(8 * 7)
    var isNew = [Bool](repeating: false, count: items.count)
    for item in 0..<items.count {
      guard let first = purchases.positions(ofItem: item).first else { continue }
      let days = moment.days(since: purchases.times[Int(purchases.linesByItem[first])])
      isNew[item] = days >= 0 && days < newest
    }
    guard isNew.contains(true) else { return nil }
    let counts = try counted ?? CoPurchases(upTo(moment), work: work)
    let relatedness = Relatedness()
    return RelatedItems(
      isNew.enumerated().map { item, isNew in
        guard isNew else { return [] }
        return counts.related(to: item, by: relatedness, limit: 20).lazy
          .filter { $0.score > 0 }.map { (item: $0.item, weight: Float($0.score)) }
      })
  }

  /// The purchases until a moment, for counting who bought what: without speeds and orders.
  private func upTo(_ moment: Timestamp) -> Purchases {
    guard let end, end > moment else { return purchases }
    var lines: [PurchaseLine] = []
    for customer in 0..<purchases.customerCount {
      for line in purchases.lines(ofCustomer: customer) where purchases.times[line] <= moment {
        lines.append(
          PurchaseLine(
            customer: customer, item: Int(purchases.items[line]), time: purchases.times[line]))
      }
    }
    return Purchases(
      lines: lines, customerCount: purchases.customerCount, itemCount: purchases.itemCount)
  }
}
