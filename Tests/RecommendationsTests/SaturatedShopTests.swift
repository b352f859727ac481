import RetailData
import TestSupport
import Testing

@testable import Recommendations

/// Heavy buyers who bought nearly everything, and items so popular that each of them was bound to
/// buy these: E of a popular item is then all but the number of buyers, and which of two is larger
/// is a matter of rounding.
@Suite struct SaturatedShopTests {
  private func shop(seed: UInt64) -> Purchases {
    var generator = SeededGenerator(seed: seed)
    let popular = 12
    let others = 180
    var baskets: [[Int]] = []
    for _ in 0..<25 {
      // Popular items have different numbers of buyers, and often the same N with a rare item.
      baskets.append(
        (0..<popular + others).filter { _ in Int.random(in: 0..<12, using: &generator) > 0 })
    }
    for item in 0..<popular {
      let buyers = 400 + Int.random(in: 0..<60, using: &generator)
      for _ in 0..<buyers { baskets.append([item]) }
    }
    return Shops.fromBaskets(baskets)
  }

  @Test(arguments: [PurchaseUnit.distinct, .lines])
  func listsAreThoseOfWholeRows(unit: PurchaseUnit) throws {
    let work = WorkContext(threads: 2)
    for seed in 1...6 as ClosedRange<UInt64> {
      let purchases = shop(seed: seed)
      let coPurchases = try CoPurchases(purchases, work: work)
      for length in [1, 4, 30, 186, 189] {
        let index = try RelatednessIndex.build(
          coPurchases, unit: unit, listLength: length, work: work)
        for relatedness in allRelatedness(units: [unit]) {
          for item in stride(from: 0, to: purchases.itemCount, by: 5) {
            let whole = coPurchases.related(to: item, by: relatedness, limit: length)
            let list = index.related(to: item, by: relatedness, limit: length)
            #expect(list == whole, "seed \(seed), \(relatedness), item \(item), \(length)")
          }
        }
      }
    }
  }

  /// Everybody buys everything so often that E is the number of buyers to the last digits, for more
  /// numbers of purchases than are summed directly: all that is left to order the list by is how E
  /// was rounded, and dropping an item on the ground of its popularity would change it.
  @Test func whatOnlyRoundingOrdersIsNotDropped() throws {
    let work = WorkContext(threads: 2)
    let customers = 12
    let items = 80
    var baskets = [[Int]](repeating: [], count: customers)
    for item in 0..<items {
      for customer in 0..<customers {
        // Different numbers of lines for every item, and enough of them for every customer.
        let lines = 40 + (customer == 0 ? item : 0)
        baskets[customer] += [Int](repeating: item, count: lines)
      }
    }
    let coPurchases = try CoPurchases(Shops.fromBaskets(baskets), work: work)
    let index = try RelatednessIndex.build(
      coPurchases, unit: .lines, listLength: 5, work: work)
    for score in Score.allCases {
      let relatedness = Relatedness(metric: .corrected, score: score, unit: .lines)
      for item in 0..<items {
        #expect(
          index.related(to: item, by: relatedness, limit: 5)
            == coPurchases.related(to: item, by: relatedness, limit: 5), "\(score), item \(item)")
      }
    }
  }
}
