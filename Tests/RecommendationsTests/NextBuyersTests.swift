import RetailData
import Testing

@testable import Recommendations

@Suite struct NextBuyersTests {
  private static let customers = 150
  private static let items = 50
  private let recommender: RelatedItemsRecommender
  private let purchases = Shops.random(
    seed: 77, customers: Self.customers, items: Self.items, lines: 900)

  init() throws {
    let work = WorkContext(threads: 2)
    let coPurchases = try CoPurchases(purchases, work: work)
    let lists = try RelatednessIndex.build(
      coPurchases, unit: .distinct, listLength: 10, work: work
    ).scored(by: Relatedness(), length: 10, work: work)
    recommender = RecommenderFactory(
      purchases: purchases, coPurchases: coPurchases, lists: lists
    ).relatedItems(RecommenderParameters(halfLifeDays: 50, listLength: 10))
  }

  /// By asking every customer for their list.
  @Test(arguments: Mode.allCases)
  func areThoseWhoFindItOnTheirList(mode: Mode) throws {
    for item in 0..<Self.items {
      var wanted: [NextBuyers.Buyer] = []
      for customer in 0..<Self.customers {
        let list = recommender.recommend(to: customer, limit: 6, mode: mode)
          .filter { $0.reason == .related }
        guard let place = list.firstIndex(where: { $0.item == Int32(item) }) else { continue }
        wanted.append(
          NextBuyers.Buyer(
            customer: Int32(customer), rank: place + 1,
            chance: list[place].score / list.reduce(0) { $0 + $1.score }))
      }
      let found = try recommender.nextBuyers(
        of: item, top: 6, mode: mode, work: WorkContext(threads: 2))
      #expect(found.buyers == wanted)
      #expect(!found.isSample && found.candidates >= wanted.count)
    }
  }

  @Test func everyCustomersChancesAddUpToOne() throws {
    var sums = [Double](repeating: 0, count: Self.customers)
    for item in 0..<Self.items {
      let found = try recommender.nextBuyers(of: item, mode: .all, work: WorkContext(threads: 1))
      for buyer in found.buyers { sums[Int(buyer.customer)] += buyer.chance }
    }
    #expect(sums.allSatisfy { $0 == 0 || abs($0 - 1) < 1e-9 })
    #expect(sums.contains { $0 > 0 })
  }

  @Test func aSampleIsSpreadOverTheCandidates() throws {
    let all = try recommender.nextBuyers(of: 1, mode: .all, work: WorkContext(threads: 1))
    let some = try recommender.nextBuyers(
      of: 1, mode: .all, limit: all.candidates / 3, work: WorkContext(threads: 2))
    #expect(some.isSample && some.asked == all.candidates / 3)
    #expect(some.candidates == all.candidates)
    #expect(Set(some.buyers.map(\.customer)).isSubset(of: all.buyers.map(\.customer)))
    #expect(Set(some.buyers.map(\.customer)).count == some.buyers.count)
    let none = try recommender.nextBuyers(
      of: 1, mode: .all, limit: 0, work: WorkContext(threads: 1))
    #expect(none.buyers.isEmpty && none.asked == 0)
  }

  @Test func sharesAreOfThoseWhoseGroupIsKnown() {
    let found = NextBuyers(
      top: 10,
      buyers: [
        NextBuyers.Buyer(customer: 0, rank: 1, chance: 0.5),
        NextBuyers.Buyer(customer: 1, rank: 2, chance: 0.3),
        NextBuyers.Buyer(customer: 3, rank: 9, chance: 0.1),
      ], candidates: 3, asked: 3)
    let shares = found.shares(by: Column([1, -1, 0, 0]), count: 3)
    #expect(abs(shares[1] - 5.0 / 6) < 1e-12 && abs(shares[0] - 1.0 / 6) < 1e-12)
    #expect(shares[2] == 0)
    #expect(found.shares(by: Column([-1, -1, -1, -1]), count: 2) == [0, 0])
  }

  @Test func canBeStopped() {
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: CancellationError.self) {
      try recommender.nextBuyers(
        of: 0, mode: .all, work: WorkContext(threads: 1, cancellation: cancellation))
    }
  }
}
