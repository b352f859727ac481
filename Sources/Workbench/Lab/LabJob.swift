import Foundation
import Recommendations
import RetailData
import ScenarioStore

/// An evaluation to be made.
struct LabJob: Sendable {
  let dataset: Dataset
  let contenders: [Contender]
  let options: EvaluationOptions

  /// Between two results on the way.
  private static let pause = Duration.milliseconds(400)

  /// Makes it, and keeps it.
  ///
  /// - Parameters:
  ///   - models: where what is learned on the way is kept; nil: nowhere.
  ///   - tell: called with what is known so far, after every method and window.
  /// - Throws: `EvaluationProblem`, `CancellationError`.
  func run(
    keepingIn store: ScenarioStore?, models: CacheDirectory? = nil, clock: () -> Date,
    _ work: WorkContext,
    tell: (LabResults) -> Void
  ) throws -> LabNews {
    let evaluation = try run(
      ModelCache(in: models, fingerprint: dataset.fingerprint), work, tell: tell)
    var news = LabNews(results: LabResults(evaluation))
    do {
      if let store {
        try store.save(stored(evaluation, at: clock()))
        news.isKept = true
      }
    } catch {
      // The figures are as good without a place in the file.
      news.problem = Failure(error).summary
    }
    return news
  }

  private func run(
    _ models: ModelCache?, _ work: WorkContext, tell: (LabResults) -> Void
  ) throws -> Evaluation {
    // Working out every view takes longer than a quick method: not after every one of those.
    var last: ContinuousClock.Instant?
    return try Evaluation.run(
      on: dataset.purchases, contenders: contenders, options: options, models: models,
      work: work
    ) { evaluation in
      let now = ContinuousClock.now
      if let last, last.duration(to: now) < Self.pause { return }
      tell(LabResults(evaluation))
      last = .now
    }
  }

  /// How it is kept in the file of scenarios.
  func stored(_ evaluation: Evaluation, at moment: Date) -> StoredEvaluation {
    var parameters = [
      "windows": "\(options.windows)", "window-days": "\(options.windowDays)",
      "top": "\(options.top)", "methods": contenders.map(\.name).joined(separator: ","),
    ]
    for contender in contenders {
      parameters["\(contender.name)"] = contender.parameters.summary
      for refusal in evaluation.refusals(of: contenders.firstIndex(of: contender) ?? 0) {
        parameters["\(contender.name) did not run"] = refusal.reason
      }
    }
    return StoredEvaluation(
      evaluated: moment, dataName: dataset.name, fingerprint: dataset.fingerprint,
      seed: options.seed, parameters: parameters,
      results: contenders.indices.flatMap { index in
        Mode.allCases.flatMap { mode in
          EvaluationMetric.allCases.map { metric in
            let estimate = evaluation.estimate(index, metric, mode)
            return StoredEvaluation.Result(
              method: contenders[index].name, mode: mode.rawValue,
              metric: metric.name(top: options.top), value: estimate?.value,
              low: estimate?.interval?.lowerBound, high: estimate?.interval?.upperBound,
              customers: estimate?.customers ?? 0)
          }
        }
      })
  }
}

/// What came of an evaluation, and whether it stands in the file of scenarios.
struct LabNews: Sendable {
  let results: LabResults
  var isKept = false
  /// Why it could not be kept.
  var problem: String?
}

extension RecommenderParameters {
  /// All of them, to get the same results again.
  fileprivate var summary: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "\(self)"
  }
}
