import Foundation
import RetailData
import TestSupport
import Testing

@testable import Recommendations

@Suite struct ResampleTests {
  private func scores(_ hits: [Double], customers: [Int32]? = nil) -> WindowScores {
    WindowScores(
      customers: customers ?? hits.indices.map { Int32($0) },
      scores: hits.map { hit in
        ForetellingScore(recommended: hit > 0 ? [1] : [2], bought: [1], top: 1)
      })
  }

  private func evaluation(_ windows: [[WindowScores]]) throws -> Evaluation {
    let customers = Set(windows.joined().flatMap(\.customers)).sorted()
    let resamples = try Resamples(of: customers, seed: 4, work: WorkContext(threads: 2))
    var evaluation = Evaluation(
      options: EvaluationOptions(), contenders: windows[0].map { _ in Contender(.bestsellers) },
      windows: windows.map { _ in
        EvaluationWindow(cutoff: Timestamp(seconds: 0), end: Timestamp(seconds: 1))
      })
    for (window, contenders) in windows.enumerated() {
      for (contender, scores) in contenders.enumerated() {
        evaluation.record(
          .scored([.all: scores]), contender: contender, window: window, resamples: resamples)
      }
    }
    return evaluation
  }

  /// For the mean of n independent hits the interval is known: p ± 1.96 √(p(1 − p)/n). The
  /// bootstrap's ends are themselves random; with 1,000 draws they lie within 12 % of that width.
  @Test(arguments: [0.3, 0.5, 0.8])
  func intervalsOfIndependentHitsAreBinomial(share: Double) throws {
    let hits = (0..<2_000).map { Double($0) < share * 2_000 ? 1.0 : 0.0 }
    let estimate = try #require(try evaluation([[scores(hits)]]).estimate(0, .hit, .all))
    let interval = try #require(estimate.interval)
    let half = 1.96 * (share * (1 - share) / 2_000).squareRoot()
    #expect(estimate.value == share && estimate.customers == 2_000)
    #expect(abs(interval.lowerBound - (share - half)) < 0.12 * half)
    #expect(abs(interval.upperBound - (share + half)) < 0.12 * half)
  }

  /// The same customers in four windows are no more customers: the interval stays as wide.
  @Test func aCustomersWindowsStandTogether() throws {
    let hits = (0..<500).map { Double($0 % 2) }
    let once = try #require(try evaluation([[scores(hits)]]).estimate(0, .hit, .all)?.interval)
    let often = try #require(
      try evaluation(Array(repeating: [scores(hits)], count: 4)).estimate(0, .hit, .all)?.interval)
    #expect(abs(once.lowerBound - often.lowerBound) < 1e-12)
    #expect(abs(once.upperBound - often.upperBound) < 1e-12)
  }

  @Test func pairedIntervalsSeeWhatSeparateOnesDoNot() throws {
    var generator = SeededGenerator(seed: 8)
    let first = (0..<1_000).map { _ in Double.random(in: 0..<1, using: &generator) < 0.5 ? 1.0 : 0 }
    // Better for 20 customers, worse for none.
    var second = first
    for customer in first.indices.filter({ first[$0] == 0 }).prefix(20) { second[customer] = 1 }
    let compared = try evaluation([[scores(first), scores(second)]])
    let difference = try #require(compared.difference(of: 1, from: 0, .hit, .all))
    #expect(difference.verdict == .better && abs(difference.value - 0.02) < 1e-12)
    let separate = try (0...1).map { try #require(compared.estimate($0, .hit, .all)?.interval) }
    #expect(separate[0].overlaps(separate[1]))
    #expect(compared.difference(of: 0, from: 1, .hit, .all)?.verdict == .worse)
    #expect(compared.leaders(.hit, .all) == Evaluation.Leaders(best: 1, level: []))
  }

  @Test func equalsAreNotCalledBetter() throws {
    let hits = (0..<300).map { Double($0 % 3 == 0 ? 1 : 0) }
    let compared = try evaluation([[scores(hits), scores(hits), scores(hits.reversed())]])
    let difference = try #require(compared.difference(of: 0, from: 1, .hit, .all))
    #expect(difference.interval == 0...0 && difference.verdict == .noDifferenceShown)
    #expect(compared.leaders(.hit, .all) == Evaluation.Leaders(best: 0, level: [1, 2]))
  }

  @Test func aHandfulOfCustomersHasNoInterval() throws {
    let few = try evaluation([[scores([1, 1, 0]), scores([0, 0, 0])]])
    #expect(few.estimate(0, .hit, .all)?.interval == nil)
    #expect(few.difference(of: 0, from: 1, .hit, .all)?.verdict == .noDifferenceShown)
    #expect(few.estimate(0, .hit, .new) == nil)
  }

  @Test func placesCountAsInTheDefinition() {
    let score = ForetellingScore(recommended: [9, 3, 7, 5], bought: [3, 4, 5], top: 4)
    #expect(score.hit == 1 && abs(score.recall - 2.0 / 3) < 1e-15)
    let gain = 1 / log2(3.0) + 1 / log2(5.0)
    #expect(abs(score.ndcg - gain / (1 + 1 / log2(3.0) + 1 / log2(4.0))) < 1e-15)
    #expect(ForetellingScore(recommended: [4, 3, 5], bought: [3, 4, 5], top: 6).ndcg == 1)
    #expect(ForetellingScore(recommended: [], bought: [1], top: 6).ndcg == 0)
  }
}
