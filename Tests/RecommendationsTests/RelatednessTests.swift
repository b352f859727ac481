import Foundation
import RetailData
import TestSupport
import Testing

@testable import Recommendations

@Suite struct RelatednessTests {
  private let single = WorkContext(threads: 1)

  @Test(arguments: [PurchaseUnit.distinct, .lines], [1, 2] as [UInt64])
  func countsAndExpectationsAreTheLiteralSums(unit: PurchaseUnit, seed: UInt64) throws {
    let purchases = Shops.random(seed: seed, customers: 120, items: 70, lines: 1_500)
    let coPurchases = try CoPurchases(purchases, work: single)
    let literal = Literal(purchases)
    for x in 0..<70 {
      for y in 0..<70 where y != x {
        let corrected = coPurchases.pair(x, y, by: Relatedness(unit: unit))
        let naive = coPurchases.pair(x, y, by: Relatedness(metric: .naive, unit: unit))
        #expect(Int(corrected.count) == literal.both(x, y))
        #expect(abs(corrected.expected - literal.corrected(x, y, unit)) < 1e-10)
        #expect(abs(naive.expected - literal.naive(x, y)) < 1e-10)
      }
    }
  }

  /// Enough levels of purchases that the expectation is interpolated.
  @Test(arguments: [PurchaseUnit.distinct, .lines])
  func interpolatedExpectationsAreTheLiteralSums(unit: PurchaseUnit) throws {
    let baskets = (0..<400).map { customer in
      (0..<160).filter { (customer &* 7919 &+ $0 &* $0 &* 31) % 401 < 2 * $0 + 3 }
    }
    var lines: [PurchaseLine] = []
    for (customer, basket) in baskets.enumerated() {
      for item in basket {
        for _ in 0...(item % 3) {
          lines.append(
            PurchaseLine(customer: customer, item: item, time: Timestamp(seconds: 1_000)))
        }
      }
    }
    let purchases = Purchases(lines: lines, customerCount: 400, itemCount: 160)
    let coPurchases = try CoPurchases(purchases, work: single)
    let literal = Literal(purchases)
    try #require(Set((0..<160).map { literal.purchases($0, unit) }).count > 64)
    for x in stride(from: 0, to: 160, by: 31) {
      for y in stride(from: 1, to: 160, by: 3) where y != x {
        let expected = coPurchases.pair(x, y, by: Relatedness(unit: unit)).expected
        let exact = literal.corrected(x, y, unit)
        #expect(abs(expected - exact) <= 1e-10 * max(1, exact))
      }
    }
  }

  /// Σ_k (−1)^(k+1) C(m, k) P^k, the series that must not be used, agrees where m is small.
  @Test func expectationIsTheSeriesForSmallBaskets() throws {
    let coPurchases = try CoPurchases(Shops.workedExample, work: single)
    let literal = Literal(Shops.workedExample)
    for x in 0..<6 {
      for y in 0..<6 where y != x {
        let share = Double(literal.buyers(y).count) / 20
        let series = literal.buyers(x).reduce(0.0) { sum, customer in
          let m = literal.baskets[customer].count - 1
          var binomial = 1.0
          var value = 0.0
          for k in stride(from: 1, through: m, by: 1) {
            binomial *= Double(m - k + 1) / Double(k)
            value += (k.isMultiple(of: 2) ? -1 : 1) * binomial * pow(share, Double(k))
          }
          return sum + value
        }
        #expect(abs(coPurchases.pair(x, y, by: Relatedness()).expected - series) < 1e-13)
      }
    }
  }

  @Test func metricsAreTheirTextbookDefinitions() throws {
    let purchases = Shops.random(seed: 9, customers: 90, items: 40, lines: 700)
    let coPurchases = try CoPurchases(purchases, work: single)
    let literal = Literal(purchases)
    let all = Double(literal.customers)
    for x in 0..<40 {
      for y in 0..<40 where y != x {
        let both = Double(literal.both(x, y))
        let first = Double(literal.buyers(x).count)
        let second = Double(literal.buyers(y).count)
        func score(_ metric: Metric) -> Double {
          coPurchases.pair(x, y, by: Relatedness(metric: metric)).score
        }
        #expect(score(.cooccurrence) == both)
        if first * second == 0 {
          #expect(Metric.allCases.allSatisfy { score($0) == 0 })
          continue
        }
        #expect(abs(score(.cosine) - both / sqrt(first * second)) < 1e-14)
        #expect(abs(score(.jaccard) - both / (first + second - both)) < 1e-14)
        #expect(abs(score(.lift) - (both / all) / ((first / all) * (second / all))) < 1e-11)
        // G² = 2 (H(cells) − H(rows) − H(columns)) with H = Σ k ln k, as Dunning writes it.
        func h(_ counts: Double...) -> Double {
          counts.reduce(0) { $0 + ($1 > 0 ? $1 * log($1) : 0) }
        }
        let ratio =
          2
          * (h(both, first - both, second - both, all - first - second + both)
            - h(first, all - first) - h(second, all - second) + h(all))
        let sign = both * all < first * second ? -1.0 : 1.0
        #expect(abs(score(.llr) - sign * ratio) < 1e-9)
      }
    }
  }

  @Test(arguments: [Metric.naive, .corrected])
  func scoresCompareCountWithChance(metric: Metric) throws {
    let purchases = Shops.random(seed: 4, customers: 50, items: 20, lines: 300)
    let coPurchases = try CoPurchases(purchases, work: single)
    for x in 0..<20 {
      for y in 0..<20 where y != x {
        func pair(_ score: Score, _ kappa: Double = 10) -> RelatedItem {
          coPurchases.pair(x, y, by: Relatedness(metric: metric, score: score, kappa: kappa))
        }
        let line = pair(.difference)
        let excess = Double(line.count) - line.expected
        #expect(line.score == excess)
        #expect(pair(.shrunk, 3).score == excess / sqrt(line.expected + 3))
        #expect(pair(.shrunk, 0).score == pair(.normalized).score)
        if line.expected > 0 {
          #expect(pair(.normalized).score == excess / sqrt(line.expected))
          #expect(pair(.ratio).score == excess / line.expected)
        }
      }
    }
  }

  @Test func countsAreSymmetric() throws {
    let coPurchases = try CoPurchases(
      Shops.random(seed: 5, customers: 80, items: 50, lines: 900), work: single)
    for x in 0..<50 {
      for line in coPurchases.related(to: x, by: Relatedness(metric: .cooccurrence), limit: .max) {
        let back = coPurchases.pair(Int(line.item), x, by: Relatedness(metric: .cooccurrence))
        #expect(back.count == line.count)
      }
    }
  }

  @Test func orderOfCustomersDoesNotMatter() throws {
    let purchases = Shops.random(seed: 6, customers: 70, items: 40, lines: 700)
    let literal = Literal(purchases)
    var generator = SeededGenerator(seed: 60)
    let places = Array(0..<70).shuffled(using: &generator)
    let shuffled = Purchases(
      lines: Shops.lines(of: purchases).map { line in
        var line = line
        line.customer = places[line.customer]
        return line
      }, customerCount: 70, itemCount: 40)
    #expect(Literal(shuffled).baskets[places[0]] == literal.baskets[0])
    let before = try CoPurchases(purchases, work: single)
    let after = try CoPurchases(shuffled, work: single)
    for relatedness in allRelatedness(units: [.distinct, .lines]) {
      for item in 0..<40 {
        #expect(
          before.related(to: item, by: relatedness, limit: .max)
            == after.related(to: item, by: relatedness, limit: .max))
      }
    }
  }

  @Test func duplicatingCustomersDoublesCountsAndChance() throws {
    let purchases = Shops.random(seed: 7, customers: 60, items: 30, lines: 500)
    let lines = Shops.lines(of: purchases)
    let doubled = Purchases(
      lines: lines
        + lines.map { line in
          var line = line
          line.customer += 60
          return line
        }, customerCount: 120, itemCount: 30)
    let once = try CoPurchases(purchases, work: single)
    let twice = try CoPurchases(doubled, work: single)
    for unit in PurchaseUnit.allCases {
      for metric in [Metric.naive, .corrected] {
        for x in 0..<30 {
          for y in 0..<30 where y != x {
            let first = once.pair(x, y, by: Relatedness(metric: metric, unit: unit))
            let second = twice.pair(x, y, by: Relatedness(metric: metric, unit: unit))
            #expect(second.count == 2 * first.count)
            #expect(abs(second.expected - 2 * first.expected) < 1e-11)
          }
        }
      }
    }
  }
}
