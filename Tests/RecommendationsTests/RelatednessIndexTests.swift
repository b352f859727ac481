import RetailData
import Testing

@testable import Recommendations

@Suite struct RelatednessIndexTests {
  /// Every list of the index is the head of the list made by scoring the whole row.
  @Test(arguments: [PurchaseUnit.distinct, .lines])
  func listsAreThoseOfWholeRows(unit: PurchaseUnit) throws {
    let shops = [
      Shops.random(seed: 1, customers: 60, items: 40, lines: 500),
      Shops.random(seed: 2, customers: 300, items: 150, lines: 3_000),
      Shops.random(seed: 3, customers: 20, items: 100, lines: 900),
    ]
    for purchases in shops {
      let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 2))
      for length in [1, 3, 10] {
        let index = try RelatednessIndex.build(
          coPurchases, unit: unit, listLength: length, work: WorkContext(threads: 2))
        for relatedness in allRelatedness(units: [unit]) {
          for item in 0..<purchases.itemCount {
            let whole = coPurchases.related(to: item, by: relatedness, limit: .max)
            let list = index.related(to: item, by: relatedness, limit: length)
            #expect(list == Array(whole.prefix(length)), "\(relatedness), item \(item)")
          }
        }
      }
    }
  }
}
