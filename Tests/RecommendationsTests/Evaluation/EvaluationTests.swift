import Foundation
import RetailData
import TestSupport
import Testing

@testable import Recommendations

@Suite struct EvaluationTests {
  private let purchases = Shops.random(seed: 77, customers: 80, items: 40, lines: 2_400)
  private let contenders =
    Contender.field(of: [.relatedItems, .similarCustomers])
    + [
      Contender(
        .relatedItems, parameters: RecommenderParameters(halfLifeDays: 20), name: "with decay")
    ]

  private func run(_ purchases: Purchases, threads: Int = 2, seed: UInt64 = 1) throws -> Evaluation
  {
    try Evaluation.run(
      on: purchases, contenders: contenders,
      options: EvaluationOptions(windows: 3, windowDays: 20, top: 4, seed: seed),
      work: WorkContext(threads: threads))
  }

  /// The definitions, word by word, for every contender, window, mode and customer.
  @Test func figuresAreTheDefinitions() throws {
    let evaluation = try run(purchases)
    #expect(evaluation.isComplete)
    let lines = Shops.lines(of: purchases)
    let latest = try #require(purchases.times.max())
    for (index, contender) in contenders.enumerated() {
      for mode in Mode.allCases {
        var hits: [Double] = []
        var recalls: [Double] = []
        var gains: [Double] = []
        for window in 0..<3 {
          let cutoff = latest.seconds - UInt32(3 - window) * 20 * Shops.day
          let known = lines.filter { $0.time.seconds <= cutoff }
          let later = lines.filter {
            $0.time.seconds > cutoff && $0.time.seconds <= cutoff + 20 * Shops.day
          }
          let past = Purchases(lines: known, customerCount: 80, itemCount: 40)
          let coPurchases = try CoPurchases(past, work: WorkContext(threads: 1))
          let recommender = try RecommenderFactory(
            purchases: past, coPurchases: coPurchases, lists: coPurchases,
            end: Timestamp(seconds: cutoff)
          ).make(contender.method, parameters: contender.parameters)
          for customer in 0..<80 where known.contains(where: { $0.customer == customer }) {
            let own = Set(known.filter { $0.customer == customer }.map(\.item))
            let bought = Set(later.filter { $0.customer == customer }.map(\.item))
              .filter { mode == .all || own.contains($0) == (mode == .again) }
            if bought.isEmpty { continue }
            let list = recommender.recommend(to: customer, limit: 4, mode: mode).map {
              bought.contains(Int($0.item))
            }
            let gain = list.enumerated().reduce(0) { $0 + ($1.1 ? 1 / log2(Double($1.0) + 2) : 0) }
            let best = (0..<min(4, bought.count)).reduce(0) { $0 + 1 / log2(Double($1) + 2) }
            hits.append(list.contains(true) ? 1 : 0)
            recalls.append(Double(list.count { $0 }) / Double(bought.count))
            gains.append(gain / best)
          }
        }
        #expect(hits.count > 50)
        for (metric, values) in zip(EvaluationMetric.allCases, [hits, recalls, gains]) {
          let estimate = try #require(evaluation.estimate(index, metric, mode))
          #expect(abs(estimate.value - values.reduce(0, +) / Double(values.count)) < 1e-12)
          #expect(estimate.interval?.contains(estimate.value) == true)
        }
      }
    }
  }

  @Test func threadsMakeNoDifferenceAndSeedsDo() throws {
    let one = try run(purchases, threads: 1)
    let three = try run(purchases, threads: 3)
    #expect(one.outcomes == three.outcomes)
    let figure = { (evaluation: Evaluation) in evaluation.estimate(2, .hit, .all) }
    #expect(figure(one) == figure(three))
    let other = try run(purchases, seed: 2)
    #expect(one.outcomes == other.outcomes)
    #expect(figure(one)?.interval != figure(other)?.interval)
  }

  /// No leak: what is recommended in a window stays the same whatever happens after its cut-off.
  @Test func whatHappensLaterChangesNoRecommendation() throws {
    let window = try EvaluationWindow.windows(of: purchases, count: 2, days: 20)[0]
    var generator = SeededGenerator(seed: 3)
    let shuffled = Purchases(
      lines: Shops.lines(of: purchases).map { line in
        var line = line
        if line.time > window.cutoff {
          line.item = Int.random(in: 0..<40, using: &generator)
          line.customer = Int.random(in: 0..<80, using: &generator)
          line.time = Timestamp(
            seconds: window.cutoff.seconds + UInt32.random(in: 1...999_999, using: &generator))
        }
        return line
      }, customerCount: 80, itemCount: 40)
    let fields = Contender.field(
      of: Recommendations.Method.allCases, parameters: RecommenderParameters().quick)
    let lists = try [purchases, shuffled].map { purchases in
      var ground = try WindowGround(
        window, truth: WindowTruth(window, in: purchases), purchases: purchases, for: fields,
        models: nil, work: WorkContext(threads: 2))
      return try fields.map { contender in
        let recommender = try ground.recommender(
          for: contender, work: WorkContext(threads: 2))
        return (0..<80).flatMap { customer in
          Mode.allCases.map { recommender.recommend(to: customer, limit: 6, mode: $0) }
        }
      }
    }
    for (contender, (left, right)) in zip(fields, zip(lists[0], lists[1])) {
      #expect(left == right, "\(contender.name) knows the future")
    }
  }

  @Test func resultsComeOneByOne() throws {
    var finished: [Int] = []
    _ = try Evaluation.run(
      on: purchases, contenders: Array(contenders.prefix(2)),
      options: EvaluationOptions(windows: 2, windowDays: 20), work: WorkContext(threads: 1)
    ) { evaluation in
      finished.append(evaluation.outcomes.joined().count { $0 != nil })
    }
    #expect(finished == [0, 1, 2, 3, 4])
  }

  @Test func itCanBeStopped() {
    let cancellation = Cancellation()
    #expect(throws: CancellationError.self) {
      try Evaluation.run(
        on: purchases, contenders: contenders,
        options: EvaluationOptions(windows: 2, windowDays: 20),
        work: WorkContext(threads: 2, cancellation: cancellation)
      ) { evaluation in
        if evaluation.outcomes[0][0] != nil { cancellation.cancel() }
      }
    }
  }

  @Test func baselinesAlwaysRun() {
    #expect(
      Contender.field(of: [.relatedItems, .bestsellers, .relatedItems]).map(\.method)
        == [.bestsellers, .ownFavourites, .relatedItems])
  }
}
