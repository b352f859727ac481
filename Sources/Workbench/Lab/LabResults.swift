import Recommendations
import RetailData

/// What an evaluation has shown so far, worked out for every view: drawing looks it up.
struct LabResults: Sendable {
  let options: EvaluationOptions
  let contenders: [Contender]
  let windows: [EvaluationWindow]
  /// By contender.
  let progress: [Progress]
  private let standings: [LabView: LabStanding]

  /// How far a contender is.
  struct Progress: Sendable, Equatable {
    var scored = 0
    var refused = 0
    /// Why it did not run, where it did not.
    var reason: String?
  }

  init(_ evaluation: Evaluation) {
    options = evaluation.options
    contenders = evaluation.contenders
    windows = evaluation.windows
    progress = evaluation.contenders.indices.map { contender in
      let refusals = evaluation.refusals(of: contender)
      return Progress(
        scored: evaluation.scoredWindows(contender).count,
        refused: refusals.reduce(0) { $0 + $1.windows.count }, reason: refusals.first?.reason)
    }
    var standings: [LabView: LabStanding] = [:]
    for view in Self.views(windows: evaluation.windows.count) {
      standings[view] = LabStanding(evaluation, view)
    }
    self.standings = standings
  }

  var isComplete: Bool { progress.allSatisfy { $0.scored + $0.refused == windows.count } }

  func standing(_ view: LabView) -> LabStanding? { standings[view] }

  /// A contender beside the best one, with the interval of the difference; nil for the best one
  /// itself, and where they have nothing in common.
  func comparison(_ contender: Int, _ view: LabView) -> String? {
    guard let standing = standing(view), let best = standing.best,
      let difference = standing.figures[contender]?.fromBest, let interval = difference.interval
    else { return nil }
    let conclusion = difference.verdict == .worse ? "" : "; no difference shown"
    return "\(contenders[contender].name) against \(contenders[best].name): "
      + "\(NumberText.decimal(difference.value, places: 3)) (\(NumberText.interval(interval))), "
      + "paired\(conclusion)"
  }

  /// A contender's place by method; nil where it did not take part.
  func contender(_ method: Method) -> Int? { contenders.firstIndex { $0.method == method } }

  private static func views(windows: Int) -> [LabView] {
    ([nil] + (0..<windows).map { $0 }).flatMap { window in
      Mode.allCases.flatMap { mode in
        EvaluationMetric.allCases.map { LabView(mode: mode, metric: $0, window: window) }
      }
    }
  }
}
