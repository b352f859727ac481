import Foundation
import RetailData
import TestSupport
import Testing

@testable import Recommendations

@Suite struct EvaluationCacheTests {
  private let purchases = Shops.random(seed: 78, customers: 60, items: 30, lines: 1_500)
  /// What takes long to learn.
  private static let kept: [Recommendations.Method] = [
    .factorization, .autoencoder, .autoencoderReconstruct, .blend,
  ]

  /// Every figure, and how often anything reported that it learns.
  private func run(
    _ models: ModelCache?, skipped: Int = 0,
    _ parameters: RecommenderParameters = RecommenderParameters().quick
  ) throws -> (figures: [Estimate?], lessons: Int) {
    let lessons = Counter()
    let work = WorkContext(threads: 2) { progress in
      let stages = ["training", "rehearsing", "weighing", "fitting"]
      if stages.contains(where: { progress.stage.contains($0) }) { lessons.increment() }
    }
    let evaluation = try Evaluation.run(
      on: purchases, contenders: Contender.field(of: Self.kept, parameters: parameters),
      options: EvaluationOptions(windows: 2, windowDays: 20, skipped: skipped), models: models,
      work: work)
    #expect(evaluation.isComplete)
    let figures = evaluation.contenders.indices.flatMap { contender in
      Mode.allCases.map { evaluation.estimate(contender, .hit, $0) }
    }
    return (figures, lessons.count)
  }

  @Test func aSecondEvaluationLearnsNothingAnew() throws {
    try withTemporaryCache { cache, _ in
      let models = ModelCache(in: cache, fingerprint: 5)
      let first = try run(models)
      let second = try run(models)
      let without = try run(nil)
      #expect(first.lessons > 0 && second.lessons == 0)
      #expect(first.figures == without.figures && second.figures == first.figures)
      // Other data, other parameters.
      let other = try run(ModelCache(in: cache, fingerprint: 6))
      #expect(other.lessons == first.lessons)
      var parameters = RecommenderParameters().quick
      parameters.autoencoder.units = 6
      parameters.factorization.factors = 5
      #expect(try run(ModelCache(in: cache, fingerprint: 6), parameters).lessons > 0)
    }
  }

  /// A window further back has its own models, and is the one that was judged before.
  @Test func skippedWindowsAreLeftOut() throws {
    try withTemporaryCache { cache, _ in
      let models = ModelCache(in: cache, fingerprint: 5)
      let latest = try run(models)
      let earlier = try run(models, skipped: 1)
      #expect(earlier.lessons > 0 && earlier.lessons < latest.lessons)
      #expect(earlier.figures != latest.figures)
      let windows = try EvaluationWindow.windows(of: purchases, count: 2, days: 20, skipping: 1)
      let all = try EvaluationWindow.windows(of: purchases, count: 3, days: 20)
      #expect(windows == Array(all.prefix(2)))
    }
  }
}
