import RetailData

/// A stretch of days on which recommenders are judged: what is bought in it is to be foretold from
/// everything before it, and from nothing else.
public struct EvaluationWindow: Hashable, Sendable {
  /// The last moment that may be known. Recommendations are made here.
  public let cutoff: Timestamp
  /// The last moment of the window.
  public let end: Timestamp

  public init(cutoff: Timestamp, end: Timestamp) {
    self.cutoff = cutoff
    self.end = end
  }

  /// Whether something bought then is to be foretold.
  public func contains(_ moment: Timestamp) -> Bool { cutoff < moment && moment <= end }

  /// `count` windows of `days` days one before the other, the last one ending with the latest
  /// purchase, or as many windows before it as are skipped; oldest first.
  ///
  /// - Throws: `EvaluationProblem` where the purchases do not reach that far back.
  public static func windows(
    of purchases: Purchases, count: Int, days: Int, skipping skipped: Int = 0
  ) throws(EvaluationProblem) -> [EvaluationWindow] {
    guard let earliest = purchases.times.min(), let latest = purchases.times.max() else {
      throw .noPurchases
    }
    let fitting = all(upTo: latest, count: count + skipped, days: days).filter {
      earliest <= $0.cutoff
    }
    guard fitting.count == count + skipped else {
      throw .tooShort(
        days: latest.days(since: earliest), windows: count + skipped, windowDays: days,
        fitting: fitting.count)
    }
    return Array(fitting.prefix(count))
  }

  /// The windows before one, of the same length and oldest first, for whatever is learned from
  /// earlier windows only: as many of `count` as the purchases reach back to.
  public static func windows(
    before cutoff: Timestamp, in purchases: Purchases, count: Int, days: Int
  ) -> [EvaluationWindow] {
    guard let earliest = purchases.times.min() else { return [] }
    return all(upTo: cutoff, count: count, days: days).filter { earliest <= $0.cutoff }
  }

  private static func all(upTo end: Timestamp, count: Int, days: Int) -> [EvaluationWindow] {
    let length = UInt64(days) * 86_400
    return (0..<count).reversed().compactMap { number in
      let after = UInt64(number) * length
      guard after + length <= UInt64(end.seconds) else { return nil }
      return EvaluationWindow(
        cutoff: Timestamp(seconds: end.seconds - UInt32(after + length)),
        end: Timestamp(seconds: end.seconds - UInt32(after)))
    }
  }
}
