import Foundation
import RetailData
import Testing

@testable import Recommendations

@Suite struct RecommenderTests {
  private let purchases = Shops.random(seed: 21, customers: 120, items: 80, lines: 1_800)
  private let factory: RecommenderFactory
  private let coPurchases: CoPurchases

  init() throws {
    let work = WorkContext(threads: 2)
    coPurchases = try CoPurchases(purchases, work: work)
    factory = RecommenderFactory(
      purchases: purchases, coPurchases: coPurchases,
      lists: try RelatednessIndex.build(
        coPurchases, unit: .distinct, listLength: 20, work: work))
  }

  private func parameters(halfLife: Double? = nil) -> RecommenderParameters {
    RecommenderParameters(halfLifeDays: halfLife, listLength: 15).quick
  }

  @Test(arguments: [nil, 30.0], Mode.allCases)
  func explanationsAddUp(halfLife: Double?, mode: Mode) throws {
    let recommender = try factory.make(.relatedItems, parameters: parameters(halfLife: halfLife))
    var explained = 0
    for customer in 0..<120 {
      let recommendations = recommender.recommend(to: customer, limit: 10, mode: mode)
      for recommendation in recommendations where recommendation.reason == .related {
        let sum = recommendation.because.reduce(0) { $0 + $1.contribution }
        #expect(abs(sum - recommendation.score) < 1e-9)
        #expect(
          recommendation.because.allSatisfy {
            abs($0.weight * $0.relatedness - $0.contribution) < 1e-12 && $0.contribution > 0
          })
        explained += 1
      }
    }
    #expect(explained > 100)
  }

  /// Σ w·S by definition, over lists counted on demand.
  @Test func scoresAreTheDefinition() throws {
    let recommender = try factory.make(.relatedItems, parameters: parameters(halfLife: 40))
    let end = try #require(purchases.times.max())
    for customer in 0..<120 {
      var latest: [Int32: Timestamp] = [:]
      for line in purchases.lines(ofCustomer: customer) {
        latest[purchases.items[line]] = purchases.times[line]
      }
      var scores: [Int32: Double] = [:]
      for (bought, time) in latest {
        let list = coPurchases.related(to: Int(bought), by: Relatedness(), limit: 15)
        for other in list where other.score > 0 {
          scores[other.item, default: 0] += pow(2, -end.days(since: time) / 40) * other.score
        }
      }
      let got = recommender.recommend(to: customer, limit: 8, mode: .all)
      let related = got.filter { $0.reason == .related }
      #expect(related.count == min(8, scores.count))
      let best = scores.values.sorted(by: >)
      for (place, recommendation) in related.enumerated() {
        #expect(abs(recommendation.score - (scores[recommendation.item] ?? 0)) < 1e-9)
        #expect(abs(recommendation.score - best[place]) < 1e-9)
      }
      #expect(got.dropFirst(related.count).allSatisfy { $0.reason == .bestseller })
    }
  }

  @Test(arguments: Mode.allCases)
  func whyNotAgreesWithRecommendations(mode: Mode) {
    let recommender = factory.relatedItems(parameters(halfLife: 25))
    for customer in 0..<20 {
      let recommendations = recommender.recommend(to: customer, limit: 12, mode: mode)
      for (place, recommendation) in recommendations.enumerated() {
        let answer = recommender.whyNot(
          customer: customer, item: Int(recommendation.item), mode: mode)
        if recommendation.reason == .related {
          #expect(answer.rank == place + 1)
          #expect(answer.score == recommendation.score)
          let counted = answer.addends.filter { $0.contribution > 0 }.map(\.potential)
          #expect(
            counted.sorted { ($1.contribution, $0.item) < ($0.contribution, $1.item) }
              == recommendation.because)
        } else {
          #expect(answer.rank == nil && answer.score == 0)
        }
      }
    }
  }

  @Test func whyNotExplainsEveryItem() {
    let recommender = factory.relatedItems(parameters())
    for customer in 0..<4 {
      let own = Set(purchases.distinctItems(ofCustomer: customer))
      for item in 0..<80 {
        let answer = recommender.whyNot(customer: customer, item: item, mode: .new)
        let sum = answer.addends.reduce(0) { $0 + $1.contribution }
        #expect(abs(sum - answer.score) < 1e-9)
        #expect(answer.isExcluded == own.contains(Int32(item)))
        #expect(answer.addends.count == own.count)
        for addend in answer.addends {
          let pair = coPurchases.pair(
            Int(addend.potential.item), item, by: recommender.parameters.relatedness)
          #expect(addend.potential.relatedness == pair.score)
          #expect(addend.potential.count == pair.count)
          // What is not on a full list, though bought together, did not beat its last item.
          if addend.listRank == nil, pair.count > 0, let last = addend.lastOnList {
            #expect(pair.score <= last)
          }
        }
      }
    }
  }

  @Test func bestsellersAreACount() throws {
    let end = try #require(purchases.times.max())
    var counts = [Int](repeating: 0, count: 80)
    for line in 0..<purchases.count where end.days(since: purchases.times[line]) < 14 {
      counts[Int(purchases.items[line])] += 1
    }
    let list = try factory.make(.bestsellers, parameters: parameters())
      .recommend(to: 0, limit: 80, mode: .all)
    #expect(list.map { Int($0.score) } == counts.sorted(by: >).prefix(list.count).map { $0 })
    #expect(list.allSatisfy { Int($0.score) == counts[Int($0.item)] })
  }

  @Test func ownFavouritesAreTheMostBought() throws {
    let recommender = try factory.make(.ownFavourites, parameters: parameters())
    for customer in 0..<120 {
      var counts: [Int32: Int] = [:]
      for line in purchases.lines(ofCustomer: customer) {
        counts[purchases.items[line], default: 0] += 1
      }
      let list = recommender.recommend(to: customer, limit: 9, mode: .all)
      let own = list.prefix { $0.reason == .ownFavourite }
      #expect(own.map { Int($0.score) } == counts.values.sorted(by: >).prefix(9).map { $0 })
      #expect(own.allSatisfy { Int($0.score) == counts[$0.item] })
      #expect(list.count == 9)
      #expect(list.dropFirst(own.count).allSatisfy { $0.reason == .bestseller })
    }
  }

  @Test func similarCustomersAreThoseOfBruteForce() throws {
    let baskets = Literal(purchases).baskets
    let recommender = try #require(
      try factory.make(.similarCustomers, parameters: RecommenderParameters(neighbours: 7))
        as? SimilarCustomers)
    for customer in 0..<120 where !baskets[customer].isEmpty {
      let all = baskets.indices.filter {
        $0 != customer && !baskets[$0].isDisjoint(with: baskets[customer])
      }.map { other in
        (
          other: other,
          cosine: Double(baskets[other].intersection(baskets[customer]).count)
            / sqrt(Double(baskets[other].count * baskets[customer].count))
        )
      }
      let nearest = all.sorted { ($1.cosine, $0.other) < ($0.cosine, $1.other) }.prefix(7)
      #expect(recommender.neighbours(of: customer).map { Int($0.customer) } == nearest.map(\.other))
      var scores: [Int: Double] = [:]
      for (other, cosine) in nearest {
        for item in baskets[other] { scores[item, default: 0] += cosine }
      }
      let new = scores.filter { !baskets[customer].contains($0.key) }.values.sorted(by: >)
      let list = recommender.recommend(to: customer, limit: 6, mode: .new)
        .filter { $0.reason == .similarCustomers }
      #expect(list.count == min(6, new.count))
      for (recommendation, score) in zip(list, new) {
        #expect(abs(recommendation.score - score) < 1e-12)
      }
    }
  }

  @Test(arguments: Recommendations.Method.allCases, Mode.allCases)
  func allCustomersAtOnceAreOneByOne(method: Recommendations.Method, mode: Mode) throws {
    let recommender = try factory.make(method, parameters: parameters(halfLife: 20))
    let one = (5..<120).map { recommender.recommend(to: $0, limit: 6, mode: mode) }
    for threads in 1...3 {
      let all = try recommender.recommend(
        toAll: 5..<120, limit: 6, mode: mode, work: WorkContext(threads: threads))
      #expect(all == one)
    }
    if mode == .new {
      for (offset, list) in one.enumerated() {
        let own = Set(purchases.distinctItems(ofCustomer: offset + 5))
        #expect(list.allSatisfy { !own.contains($0.item) })
      }
    }
  }

  @Test func withoutHistoryThereAreBestsellers() throws {
    let lines = Shops.lines(of: purchases)
    let wider = Purchases(lines: lines, customerCount: 121, itemCount: 80)
    let coPurchases = try CoPurchases(wider, work: WorkContext(threads: 1))
    let factory = RecommenderFactory(
      purchases: wider, coPurchases: coPurchases, lists: coPurchases)
    let best = try factory.make(.bestsellers, parameters: parameters())
      .recommend(to: 120, limit: 6, mode: .all)
    for method in Recommendations.Method.allCases {
      let list = try factory.make(method, parameters: parameters())
        .recommend(to: 120, limit: 6, mode: .all)
      #expect(list == best)
      #expect(list.allSatisfy { $0.reason == .bestseller })
    }
  }
}
