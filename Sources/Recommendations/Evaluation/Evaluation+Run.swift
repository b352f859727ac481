import RetailData

extension Evaluation {
  /// Lets every contender foretell every window from what was known before it.
  ///
  /// Deterministic: the same purchases, options and contenders give the same figures, whatever the
  /// number of threads.
  ///
  /// - Parameters:
  ///   - models: where what is learned of each window is kept, so that it is not learned again the
  ///     next time; nil: nowhere.
  ///   - tell: called with what is known so far, after every contender and window.
  /// - Throws: `EvaluationProblem` where the purchases are no ground to judge on;
  ///   `CancellationError`.
  public static func run(
    on purchases: Purchases, contenders: [Contender],
    options: EvaluationOptions = EvaluationOptions(), models: ModelCache? = nil,
    work: WorkContext,
    tell: (Evaluation) -> Void = { _ in }
  ) throws -> Evaluation {
    let windows = try EvaluationWindow.windows(
      of: purchases, count: options.windows, days: options.windowDays,
      skipping: options.skipped)
    let truths = windows.map { WindowTruth($0, in: purchases) }
    let customers = Set(truths.map(\.customers).joined()).sorted()
    guard !customers.isEmpty else {
      throw EvaluationProblem.nobodyReturns(
        windows: options.windows, windowDays: options.windowDays)
    }
    let resamples = try Resamples(of: customers, seed: options.seed, work: work)
    var evaluation = Evaluation(options: options, contenders: contenders, windows: windows)
    tell(evaluation)
    for (number, window) in windows.enumerated() {
      let place = "window \(number + 1) of \(windows.count)"
      var ground = try WindowGround(
        window, truth: truths[number], purchases: purchases, for: contenders,
        models: models?.before(
          window, days: options.windowDays, number: options.skipped + windows.count - number),
        work: work.reporting(place))
      for (index, contender) in contenders.enumerated() {
        let done = number * contenders.count + index
        work.report(
          WorkProgress(
            stage: "\(place): \(contender.name)", done: done,
            total: windows.count * contenders.count, unit: "runs"))
        let outcome = try ground.outcome(
          of: contender, top: options.top, work: work.reporting("\(place): \(contender.name)"))
        evaluation.record(outcome, contender: index, window: number, resamples: resamples)
        tell(evaluation)
      }
    }
    return evaluation
  }
}

extension WindowGround {
  /// Trains a contender and asks it; one that refuses is heard, and the others go on.
  fileprivate mutating func outcome(
    of contender: Contender, top: Int, work: WorkContext
  ) throws -> WindowOutcome {
    let recommender: any Recommender
    do {
      recommender = try self.recommender(for: contender, work: work)
    } catch let error as CancellationError {
      throw error
    } catch {
      return .notRun("\(error)")
    }
    var scores: [Mode: WindowScores] = [:]
    for mode in Mode.allCases {
      scores[mode] = try self.scores(of: recommender, mode: mode, top: top, work: work)
    }
    return .scored(scores)
  }
}

extension WorkContext {
  /// The same work, with what it reports said to be of `part`.
  fileprivate func reporting(_ part: String) -> WorkContext {
    WorkContext(threads: threads, cancellation: cancellation) { progress in
      report(
        WorkProgress(
          stage: "\(part): \(progress.stage)", done: progress.done, total: progress.total,
          unit: progress.unit))
    }
  }
}
