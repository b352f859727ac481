import Foundation
import RetailData
import Synchronization

/// When customers buy again what they bought before: for every customer and item the usual time
/// between purchases, when the next one is due, and the probability that it comes within the
/// horizon.
///
/// Times are log-normal (`GapModel`). The probability is a logistic regression on what the timing
/// models and the activity of customer and item say (`RepeatFeatures`), learned on the windows of
/// one horizon before the end of the data, each seen from its own beginning. So it is calibrated
/// on what customers did, not on what a formula says they should. Where there is too little to
/// learn from, it is the repeat-customer probability times the log-normal chance.
public struct RepeatModel: Sendable {
  public let horizonDays: Double
  /// Whether the probabilities were learned from earlier windows.
  public var isCalibrated: Bool { !fits.isEmpty }
  let tables: RepeatTables
  /// By `segment`; empty where there was too little to learn from.
  private let fits: [LogisticFit]

  /// Days before the end that are learned from, in windows of a horizon each.
  private static let lessonDays = 42.0
  /// With fewer repeat purchases than this among the windows there is nothing to learn.
  private static let fewestRepeats = 50
  /// About as many rows are learned from, at most; of larger shops a part of the customers.
  private static let mostRows = 600_000

  /// Learns from purchases up to `end`, which must be all there are.
  ///
  /// - Throws: `CancellationError`.
  public static func train(
    on purchases: Purchases, end: Timestamp, horizonDays: Double, work: WorkContext
  ) throws -> RepeatModel {
    work.report(
      WorkProgress(stage: "learning repeat purchases", done: 0, total: nil, unit: "windows"))
    let tables = try RepeatTables(purchases, end: end, work: work)
    let windows = EvaluationWindow.windows(
      before: end, in: purchases, count: max(1, Int(lessonDays / horizonDays)),
      days: Int(horizonDays.rounded(.up)))
    let stride = max(1, purchases.count * windows.count / mostRows)
    // By window, and joined in their order: the same for any number of threads.
    let learned = Mutex([[Lessons]](repeating: [], count: windows.count))
    try work.forEachChunk(of: windows.count, chunk: 1) { _, range in
      for number in range {
        let window = windows[number]
        var lessons = [Lessons](repeating: Lessons(), count: segments)
        let known = try RepeatTables(
          purchases.upTo(window.cutoff), end: window.cutoff, work: work)
        for customer in Swift.stride(
          from: number % stride, to: purchases.customerCount, by: stride)
        {
          if customer % 4_096 == 0 { try work.checkCancelled() }
          known.teach(customer, window, horizonDays, purchases, &lessons)
        }
        learned.withLock { $0[number] = lessons }
      }
    }
    let lessons = (0..<segments).map { segment in
      learned.withLock { windows in
        windows.reduce(into: Lessons()) { all, window in
          all.rows += window[segment].rows
          all.labels += window[segment].labels
        }
      }
    }
    return RepeatModel(
      horizonDays: horizonDays, tables: tables, fits: try fits(lessons, work: work))
  }

  /// What was bought once, twice and more often are learned apart: a rhythm shows only in the last,
  /// and the first are so many that they would drown it.
  private static let segments = 3

  fileprivate static func segment(_ pair: RepeatPair) -> Int { min(pair.days, segments) - 1 }

  /// A fit for every segment: one for all where a segment has too little to learn from.
  private static func fits(_ lessons: [Lessons], work: WorkContext) throws -> [LogisticFit] {
    func fit(_ lessons: Lessons) throws -> LogisticFit? {
      guard lessons.labels.count(where: { $0 }) >= fewestRepeats else { return nil }
      return try LogisticFit.fit(
        rows: Column(lessons.rows), columns: RepeatFeatures.count, labels: lessons.labels, ridge: 1,
        work: work)
    }
    let own = try lessons.map(fit)
    if !own.contains(where: { $0 == nil }) { return own.compactMap { $0 } }
    let all = lessons.reduce(into: Lessons()) {
      $0.rows += $1.rows
      $0.labels += $1.labels
    }
    guard let together = try fit(all) else { return [] }
    return own.map { $0 ?? together }
  }

  /// Everything a customer bought, the likeliest to be bought again first.
  public func outlook(of customer: Int) -> [RepeatOutlook] {
    let history = RepeatHistory(of: customer, in: tables.purchases, end: tables.end)
    let features = RepeatFeatures(tables, history: history, horizon: horizonDays)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: RepeatFeatures.count) { row in
      history.pairs.map { pair in
        let gap = tables.gap(of: pair)
        let repeats = tables.repeatProbability(of: pair.item)
        let probability: Double
        if isCalibrated {
          features.write(pair, to: row)
          probability = fits[Self.segment(pair)].probability(UnsafeBufferPointer(row))
        } else {
          let age = max(tables.end.days(since: pair.last), 0)
          probability = repeats * gap.whenDue(age: age, horizon: horizonDays)
        }
        return RepeatOutlook(
          item: pair.item, purchaseDays: pair.days, lastPurchase: pair.last,
          typicalGapDays: gap.typicalDays, ageDays: tables.end.days(since: pair.last),
          repeatProbability: repeats, probability: probability)
      }
    }.sorted { ($1.probability, $0.item) < ($0.probability, $1.item) }
  }
}

/// Pairs as they stood before a window, and what became of them in it.
private struct Lessons {
  var rows: [Double] = []
  /// Whether it was bought again.
  var labels: [Bool] = []
}

extension RepeatTables {
  /// Adds a customer's pairs to the lessons of their segments.
  fileprivate func teach(
    _ customer: Int, _ window: EvaluationWindow, _ horizon: Double, _ all: Purchases,
    _ lessons: inout [Lessons]
  ) {
    let history = RepeatHistory(of: customer, in: purchases, end: end)
    guard !history.pairs.isEmpty else { return }
    let bought = Set(
      all.lines(ofCustomer: customer).filter { window.contains(all.times[$0]) }
        .map { all.items[$0] })
    let features = RepeatFeatures(self, history: history, horizon: horizon)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: RepeatFeatures.count) { row in
      for pair in history.pairs {
        let segment = RepeatModel.segment(pair)
        features.write(pair, to: row)
        lessons[segment].rows.append(contentsOf: row)
        lessons[segment].labels.append(bought.contains(pair.item))
      }
    }
  }
}
