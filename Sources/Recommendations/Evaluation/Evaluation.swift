import RetailData

/// What came of letting recommenders foretell purchases: every figure with its interval, and the
/// difference of any two contenders with its own.
///
/// While an evaluation runs, there is one of these after every step, each with more results.
public struct Evaluation: Sendable {
  public let options: EvaluationOptions
  public let contenders: [Contender]
  /// Oldest first.
  public let windows: [EvaluationWindow]
  /// By contender, then by window; nil where it is still to come.
  public private(set) var outcomes: [[WindowOutcome?]]
  /// Beside `outcomes`, by mode.
  private var sums: [[[Mode: ResampledSums]]]

  init(options: EvaluationOptions, contenders: [Contender], windows: [EvaluationWindow]) {
    self.options = options
    self.contenders = contenders
    self.windows = windows
    outcomes = contenders.map { _ in windows.map { _ in nil } }
    sums = contenders.map { _ in windows.map { _ in [:] } }
  }

  /// Whether every contender has met every window.
  public var isComplete: Bool { !outcomes.joined().contains { $0 == nil } }

  mutating func record(
    _ outcome: WindowOutcome, contender: Int, window: Int, resamples: Resamples
  ) {
    outcomes[contender][window] = outcome
    if case .scored(let scores) = outcome {
      sums[contender][window] = scores.mapValues { resamples.sums(of: $0) }
    }
  }

  /// A contender's figure over the windows it has met, each customer and window counting once; nil
  /// where there is nothing to measure it on.
  ///
  /// - Parameter windows: only of these; all if nil.
  public func estimate(
    _ contender: Int, _ metric: EvaluationMetric, _ mode: Mode, windows: [Int]? = nil
  ) -> Estimate? {
    let met = scoredWindows(contender).filter { windows?.contains($0) ?? true }
    guard let total = total(contender, mode, met) else { return nil }
    return Estimate(
      means: total.means(metric), customers: customerCount(contender, mode, met))
  }

  /// How much better the first contender is than the second, over the windows both have met.
  public func difference(
    of first: Int, from second: Int, _ metric: EvaluationMetric, _ mode: Mode,
    windows: [Int]? = nil
  ) -> Estimate? {
    let others = Set(scoredWindows(second))
    let both = scoredWindows(first).filter {
      others.contains($0) && (windows?.contains($0) ?? true)
    }
    guard let one = total(first, mode, both), let other = total(second, mode, both) else {
      return nil
    }
    return Estimate(
      means: zip(one.means(metric), other.means(metric)).map(-),
      customers: customerCount(first, mode, both))
  }

  /// Why a contender did not run, with the windows it says so of.
  public func refusals(of contender: Int) -> [(reason: String, windows: [Int])] {
    var refusals: [(reason: String, windows: [Int])] = []
    for (window, outcome) in outcomes[contender].enumerated() {
      guard case .notRun(let reason) = outcome else { continue }
      if let known = refusals.firstIndex(where: { $0.reason == reason }) {
        refusals[known].windows.append(window)
      } else {
        refusals.append((reason, [window]))
      }
    }
    return refusals
  }

  /// The windows whose results are there.
  public func scoredWindows(_ contender: Int) -> [Int] {
    windows.indices.filter {
      if case .scored = outcomes[contender][$0] { true } else { false }
    }
  }

  private func total(_ contender: Int, _ mode: Mode, _ windows: [Int]) -> ResampledSums? {
    windows.reduce(nil as ResampledSums?) { total, window in
      guard let sums = sums[contender][window][mode] else { return total }
      guard var total else { return sums }
      total += sums
      return total
    }
  }

  private func customerCount(_ contender: Int, _ mode: Mode, _ windows: [Int]) -> Int {
    var customers = Set<Int32>()
    for window in windows {
      guard case .scored(let scores) = outcomes[contender][window] else { continue }
      customers.formUnion(scores[mode]?.customers ?? [])
    }
    return customers.count
  }
}
