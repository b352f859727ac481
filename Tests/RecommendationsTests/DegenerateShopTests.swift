import RetailData
import Testing

@testable import Recommendations

/// Shops so small or so even that a formula could divide by zero: every result is a number.
@Suite struct DegenerateShopTests {
  static let shops: [[[Int]]] = [
    [], [[]], [[0]], [[0], [0], [0]], [[0, 1]], [[0, 1, 2, 3]],
    // Everyone bought everything.
    [[0, 1, 2], [0, 1, 2], [0, 1, 2]],
    // Nobody bought two things.
    [[0], [1], [2], []],
  ]

  @Test(arguments: shops.indices)
  func nothingIsNaN(shop: Int) throws {
    let work = WorkContext(threads: 2)
    for itemCount in [4, 6] {
      let purchases = Shops.fromBaskets(DegenerateShopTests.shops[shop], itemCount: itemCount)
      let coPurchases = try CoPurchases(purchases, work: work)
      for unit in PurchaseUnit.allCases {
        let index = try RelatednessIndex.build(
          coPurchases, unit: unit, listLength: 3, work: work)
        for relatedness in allRelatedness(units: [unit]) {
          for x in 0..<itemCount {
            for y in 0..<itemCount {
              let pair = coPurchases.pair(x, y, by: relatedness)
              #expect(pair.score.isFinite)
              #expect(pair.expected.isNaN != relatedness.metric.comparesWithChance)
            }
            let list = index.related(to: x, by: relatedness, limit: 3)
            #expect(list.allSatisfy { $0.score.isFinite })
            #expect(list == coPurchases.related(to: x, by: relatedness, limit: 3))
          }
        }
      }
    }
  }

  @Test(arguments: shops.indices, Method.allCases)
  func everyMethodAnswers(shop: Int, method: Recommendations.Method) throws {
    let baskets = DegenerateShopTests.shops[shop]
    let purchases = Shops.fromBaskets(baskets, itemCount: 5)
    let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 1))
    let sold = Set(baskets.joined())
    let factory = RecommenderFactory(
      purchases: purchases, coPurchases: coPurchases, lists: coPurchases)
    if sold.isEmpty, Training(method, parameters: RecommenderParameters()) != nil {
      #expect(throws: TrainingProblem.noPurchases(method)) {
        try factory.make(method, parameters: RecommenderParameters())
      }
      return
    }
    if [.autoencoder, .autoencoderReconstruct, .blend].contains(method) {
      // Nobody comes back after two weeks.
      #expect(throws: TrainingProblem.tooShort(method)) {
        try factory.make(method, parameters: RecommenderParameters().quick)
      }
      return
    }
    let recommender = try factory.make(method, parameters: RecommenderParameters().quick)
    for customer in baskets.indices {
      let all = recommender.recommend(to: customer, limit: 10, mode: .all).map { Int($0.item) }
      let new = recommender.recommend(to: customer, limit: 10, mode: .new).map { Int($0.item) }
      #expect(Set(all) == sold && all.count == sold.count)
      #expect(Set(new) == sold.subtracting(baskets[customer]) && Set(new).count == new.count)
      #expect(recommender.recommend(to: customer, limit: 0, mode: .all).isEmpty)
    }
  }
}
