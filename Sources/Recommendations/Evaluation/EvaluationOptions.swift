/// How an evaluation is made.
public struct EvaluationOptions: Hashable, Sendable {
  /// Windows, counted back from the end of the data.
  public var windows: Int
  public var windowDays: Int
  /// Windows at the end of the data that are left out: for choosing parameters on those before, and
  /// judging the choice on these.
  public var skipped: Int
  /// Recommendations that count: the 6 of hit@6.
  public var top: Int
  public var seed: UInt64

  public init(
    windows: Int = 4, windowDays: Int = 14, skipped: Int = 0, top: Int = 6, seed: UInt64 = 1
  ) {
    self.windows = windows
    self.windowDays = windowDays
    self.skipped = skipped
    self.top = top
    self.seed = seed
  }
}

/// How well a few recommendations foretold what was bought: 0 not at all, 1 perfectly.
public enum EvaluationMetric: Int, CaseIterable, Sendable {
  /// Whether at least one of them was bought.
  case hit
  /// The share of what was bought that was among them.
  case recall
  /// Discounted gain: a hit at place k counts 1 / log2(k + 1), over the best sum there could be.
  /// Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", TOIS 2002.
  case ndcg

  /// Such as `hit@6`.
  public func name(top: Int) -> String { "\(self)@\(top)" }
}
