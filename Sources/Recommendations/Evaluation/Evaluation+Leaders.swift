extension Evaluation {
  /// Who did best, and who cannot be told from it.
  public struct Leaders: Sendable, Equatable {
    /// The contender with the highest figure.
    public let best: Int
    /// Contenders whose paired difference from the best one has an interval that contains 0: it may
    /// not be called better than these.
    public let level: [Int]
  }

  /// Nil before there is anything to compare.
  ///
  /// - Parameter windows: only of these; all if nil.
  public func leaders(
    _ metric: EvaluationMetric, _ mode: Mode, windows: [Int]? = nil
  ) -> Leaders? {
    let figures = contenders.indices.compactMap { contender in
      estimate(contender, metric, mode, windows: windows).map {
        (contender: contender, value: $0.value)
      }
    }
    // Of equals the first one.
    guard
      let best = figures.max(by: { ($0.value, $1.contender) < ($1.value, $0.contender) })?.contender
    else { return nil }
    return Leaders(
      best: best,
      level: figures.map(\.contender).filter { other in
        other != best
          && difference(of: best, from: other, metric, mode, windows: windows)?.verdict != .better
      })
  }
}
