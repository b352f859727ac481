import RetailData
import TestSupport
import Testing

@testable import Recommendations

/// Random purchases in which nothing is related, but some customers buy 25 times as much as
/// others: the mean normalized score should be 0, and the naive expectation makes it large.
@Suite struct HeavyBuyerNullTests {
  private func meanScore(_ metric: Metric, seed: UInt64) throws -> Double {
    var generator = SeededGenerator(seed: seed)
    let lines = (0..<1_000).flatMap { customer in
      (0..<(customer < 900 ? 2 : 50)).map { _ in
        PurchaseLine(
          customer: customer, item: Int.random(in: 0..<100, using: &generator),
          time: Timestamp(seconds: 0))
      }
    }
    let coPurchases = try CoPurchases(
      Purchases(lines: lines, customerCount: 1_000, itemCount: 100), work: WorkContext(threads: 1))
    let relatedness = Relatedness(metric: metric, score: .normalized, unit: .lines)
    var sum = 0.0
    for x in 0..<100 {
      for y in 0..<100 where y != x { sum += coPurchases.pair(x, y, by: relatedness).score }
    }
    return sum / 9_900
  }

  @Test(arguments: [11, 12] as [UInt64])
  func onlyTheCorrectedExpectationFindsNothing(seed: UInt64) throws {
    #expect(abs(try meanScore(.naive, seed: seed) - 6.8) < 0.4)
    #expect(abs(try meanScore(.corrected, seed: seed)) < 0.1)
  }
}
