import Foundation
import RetailData
import Testing

@testable import Recommendations

@Suite struct PreferenceTests {
  /// Six lamps and three mugs: two brands of lamps, prices from cheap to dear.
  private static let items = ItemTable(
    ids: Identifiers((0..<9).map { "I\($0)" }), titles: StringColumn((0..<9).map { "Item \($0)" }),
    categories: CodedColumn((0..<9).map { $0 < 6 ? "Lamps" : $0 < 8 ? "Mugs" : "" }),
    brands: CodedColumn((0..<9).map { ["Acme", "Nord"][$0 % 2] }),
    prices: Column((0..<9).map { $0 == 7 ? .nan : Float($0 + 1) }),
    unitCosts: Column([Float](repeating: .nan, count: 9)),
    volumes: Column([Float](repeating: .nan, count: 9)),
    weights: Column([Float](repeating: .nan, count: 9)),
    handling: Column([UInt8](repeating: 0, count: 9)))

  private func purchases(_ baskets: [[Int]]) -> Purchases {
    Shops.fromBaskets(baskets, itemCount: 9)
  }

  @Test func traitsAreThoseOfTheTable() {
    let traits = ItemTraits(Self.items)
    #expect(Array(traits.categories) == [0, 0, 0, 0, 0, 0, 1, 1, -1])
    // Brands are counted within their category; without a category there is none.
    #expect(Array(traits.brands) == [0, 1, 0, 1, 0, 1, 2, 3, -1])
    #expect(traits.categoryOfBrand == [0, 0, 1, 1])
    // Thirds of the lamps; two mugs of which one has no price, and one item, are too few.
    #expect(Array(traits.priceBands) == [0, 0, 1, 1, 2, 2, -1, -1, -1])
  }

  /// ln((n + κq)/(N + κ)/q), by hand.
  @Test func affinitiesAreTheDefinition() {
    let model = PreferenceModel(
      purchases([[0, 2, 4, 6], [1, 3, 5], [1, 6, 7]]), traits: ItemTraits(Self.items), shrinkage: 2)
    let affinities = model.affinities(of: 0)
    // Lamps: 7 lines, 3 of them Acme; the first customer bought 3 of 3.
    let brand = log((3 + 2 * 3.0 / 7) / (3 + 2) / (3.0 / 7))
    #expect(abs(affinities.brand(of: 0) - brand) < 1e-12)
    #expect(affinities.brand(of: 1) < 0)
    // 3 of 4 lines are lamps, of all customers' 10 lines 7.
    let category = log((3 + 2 * 0.7) / (4 + 2) / 0.7)
    #expect(abs(affinities.category(of: 5) - category) < 1e-12)
    // One line in each price band; of all customers' seven, 3, 2 and 2.
    let band = log((1 + 2 * 3.0 / 7) / (3 + 2) / (3.0 / 7))
    #expect(abs(affinities.priceBand(of: 1) - band) < 1e-12)
    #expect(affinities.brand(of: 8) == 0 && affinities.priceBand(of: 7) == 0)
  }

  @Test func nothingKnownIsNoPreference() {
    let model = PreferenceModel(purchases([[], [0]]), traits: ItemTraits(Self.items))
    for item in 0..<9 as Range<Int32> {
      for customer in 0...1 {
        let affinities = model.affinities(of: customer)
        for value in [
          affinities.brand(of: item), affinities.category(of: item), affinities.priceBand(of: item),
        ] {
          #expect(value.isFinite)
          if customer == 0 { #expect(value == 0) }
        }
      }
    }
  }

  /// The parts that are shown are what was added, to the last bit but rounding; and the list is the
  /// best of all candidates by the sum.
  @Test func amountsAddUpAndDecide() throws {
    let purchases = Shops.random(seed: 4, customers: 60, items: 9, lines: 500)
    let coPurchases = try CoPurchases(purchases, work: WorkContext(threads: 1))
    let recommender = RecommenderFactory(
      purchases: purchases, coPurchases: coPurchases, lists: coPurchases
    ).relatedItems(RecommenderParameters())
    let term = ScoreTerm(
      PreferenceModel(purchases, traits: ItemTraits(Self.items)),
      weights: PreferenceWeights(brand: 3, category: 1.5, price: 0.5))
    var moved = 0
    for customer in 0..<60 {
      let plain = recommender.recommend(to: customer, limit: 9, mode: .all)
      let list = recommender.recommend(to: customer, limit: 9, mode: .all, adding: term)
      for one in list {
        #expect(one.amounts.map(\.kind) == [.brand, .category, .price])
        let before = plain.first { $0.item == one.item }
        #expect(abs((before?.score ?? .nan) + one.added - one.score) < 1e-9)
      }
      if list.map(\.item) != plain.map(\.item) { moved += 1 }
    }
    #expect(moved > 20)
    #expect(
      ScoreTerm(sumOf: [
        nil,
        ScoreTerm(
          PreferenceModel(purchases, traits: ItemTraits(Self.items)), weights: PreferenceWeights()),
      ])
        == nil)
  }
}
