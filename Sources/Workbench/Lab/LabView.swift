import Recommendations

/// Which of an evaluation's figures are shown.
struct LabView: Hashable, Sendable {
  var mode = Mode.all
  var metric = EvaluationMetric.hit
  /// One window by its number, or all of them together.
  var window: Int?
}

/// How the contenders compare in one view.
struct LabStanding: Sendable, Equatable {
  /// By contender; nil where there is nothing to measure.
  let figures: [Figure?]
  /// The contender with the highest figure.
  let best: Int?

  struct Figure: Sendable, Equatable {
    let estimate: Estimate
    /// This one minus the best one, with the paired interval; nil for the best one itself.
    let fromBest: Estimate?
  }

  init(_ evaluation: Evaluation, _ view: LabView) {
    let windows = view.window.map { [$0] }
    let estimates = evaluation.contenders.indices.map {
      evaluation.estimate($0, view.metric, view.mode, windows: windows)
    }
    // Of equals the first one, as in `Evaluation.leaders`.
    let best = estimates.indices.filter { estimates[$0] != nil }.max {
      (estimates[$0]?.value ?? 0, $1) < (estimates[$1]?.value ?? 0, $0)
    }
    self.best = best
    figures = estimates.enumerated().map { contender, estimate in
      estimate.map { estimate in
        Figure(
          estimate: estimate,
          fromBest: best.flatMap { best in
            best == contender
              ? nil
              : evaluation.difference(
                of: contender, from: best, view.metric, view.mode, windows: windows)
          })
      }
    }
  }

  /// What may be said of a contender beside the best one.
  func verdict(_ contender: Int, inShort: Bool = false) -> String {
    guard let figure = figures[contender] else { return "" }
    if contender == best { return "best" }
    guard let difference = figure.fromBest else { return "no window in common" }
    switch difference.verdict {
    case .better, .noDifferenceShown: return inShort ? "no difference" : "no difference shown"
    case .worse: return "worse by \(NumberText.decimal(-difference.value, places: 3))"
    }
  }
}
