import RetailData
import TestSupport
import Testing

@testable import Recommendations

/// Re-ranking by a term beside the method's own evidence, and who is likely to buy next.
@Suite struct ScoreTermTests {
  private static let customers = 24
  private static let items = 60
  private let purchases = Shops.random(
    seed: 5, customers: Self.customers, items: Self.items, lines: 400)
  private let factory: RecommenderFactory
  private let values: [Float]
  private let groups: [Int32]

  init() throws {
    let work = WorkContext(threads: 2)
    let coPurchases = try CoPurchases(purchases, work: work)
    factory = RecommenderFactory(
      purchases: purchases, coPurchases: coPurchases,
      lists: try RelatednessIndex.build(
        coPurchases, unit: .distinct, listLength: 20, work: work))
    var random = SeededGenerator(seed: 9)
    // Many equal values, as of promises.
    values = (0..<3 * Self.items).map { _ in
      [0, 0, 0.25, 0.5, 1].randomElement(using: &random) ?? 0
    }
    groups = (0..<Self.customers).map { Int32($0 % 4) - 1 }
  }

  private func term(_ weight: Double) -> ScoreTerm {
    ScoreTerm(
      weight: weight, values: Column(values), itemCount: Self.items, groups: Column(groups))
  }

  private func recommender(_ method: Method) throws -> any Recommender {
    try factory.make(
      method, parameters: RecommenderParameters(halfLifeDays: 60, listLength: 12).quick)
  }

  /// The whole list of candidates, sorted anew: reasons stay in their order, since their scores are
  /// not comparable, and a weight counts times how far the scores of one reason lie apart.
  @Test(arguments: Method.allCases, [0.1, 1, 20])
  func sortsAllCandidatesAnew(method: Method, weight: Double) throws {
    let recommender = try recommender(method)
    var risen = 0
    for customer in 0..<Self.customers {
      for mode in Mode.allCases {
        let all = recommender.recommend(to: customer, limit: 1_000, mode: mode)
        let group = Int(groups[customer])
        let spreads = Dictionary(grouping: all, by: \.reason).mapValues { part in
          let apart = (part.map(\.score).max() ?? 0) - (part.map(\.score).min() ?? 0)
          return apart > 0 ? apart : 1
        }
        let scores = all.map { old in
          let value = group < 0 ? 0 : values[group * Self.items + Int(old.item)]
          return old.score + weight * (spreads[old.reason] ?? .nan) * Double(value)
        }
        let best = recommender.recommend(
          to: customer, limit: 5, mode: mode, adding: term(weight))
        let reasons = Array(all.prefix(5).map(\.reason))
        #expect(best.map(\.reason) == reasons)
        // Each reason's part of the list is the best of all its candidates.
        for reason in Set(reasons) {
          let wanted = zip(all, scores).filter { $0.0.reason == reason }.map(\.1).sorted(by: >)
          let part = best.filter { $0.reason == reason }
          #expect(zip(part, wanted).allSatisfy { abs($0.score - $1) < 1e-9 })
          for new in part {
            guard let place = all.firstIndex(where: { $0.item == new.item }) else {
              Issue.record("\(new.item) is no candidate")
              continue
            }
            #expect(abs(scores[place] - new.score) < 1e-9)
            if place >= 5 { risen += 1 }
          }
        }
      }
    }
    #expect(risen > 0)
  }

  @Test func contributionsAndTheTermAddUp() {
    let recommender = factory.relatedItems(RecommenderParameters(listLength: 12))
    for customer in 0..<Self.customers {
      let list = recommender.recommend(to: customer, limit: 8, mode: .new, adding: term(3))
      for (place, recommendation) in list.enumerated() where recommendation.reason == .related {
        let sum = recommendation.because.reduce(recommendation.added) { $0 + $1.contribution }
        #expect(abs(sum - recommendation.score) < 1e-9)
        let whyNot = recommender.whyNot(
          customer: customer, item: Int(recommendation.item), mode: .new, adding: term(3))
        #expect(whyNot.rank == place + 1)
        #expect(abs(whyNot.score - recommendation.score) < 1e-9)
        #expect(whyNot.amounts == recommendation.amounts)
      }
    }
  }

  /// Of candidates that a method tells nothing apart of, the soonest comes first.
  @Test func decidesAmongEquals() {
    let shop = Shops.fromBaskets([[0, 1, 2], [3]])
    let end = Timestamp(seconds: 103 * Shops.day)
    let term = ScoreTerm(
      weight: 0.1, values: Column([0, 1, 0.5, 0]), itemCount: 4, groups: Column([0, 0]))
    let favourites = OwnFavourites(
      shop, end: end, bestsellers: Bestsellers(shop, end: end, days: 14))
    let list = favourites.recommend(to: 0, limit: 3, mode: .again, adding: term)
    #expect(list.map(\.item) == [1, 2, 0])
    #expect(list.map(\.added) == [0.1, 0.05, 0])
  }

  @Test func noWeightChangesNothing() throws {
    for method in Method.allCases {
      let recommender = try recommender(method)
      for customer in 0..<Self.customers {
        let plain = recommender.recommend(to: customer, limit: 9, mode: .all)
        #expect(
          recommender.recommend(to: customer, limit: 9, mode: .all, adding: term(0)) == plain)
        #expect(plain.allSatisfy { $0.added == 0 })
      }
    }
  }
}
