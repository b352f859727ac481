import Foundation
import RetailData

/// How well each item sold just before some moments: what a forecast starts from, so that the
/// network has to learn only in what customers differ from the bestsellers of the day.
///
/// A row of scores a moment, ln of the purchase lines of two weeks: those of the last two, with a
/// little of the mean over all two weeks before and of everything.
struct RecentSales: Sendable {
  /// By number of the moment, then output: padded like those of the network.
  let scores: Matrix<Float>

  /// Shares of the long mean, and of everything, in lines.
  private static let past = 0.2
  private static let anything = 0.05

  /// - Parameter objective: To give a history back, only the long mean is of use.
  init(
    _ purchases: Purchases, items: Column<Int32>, at moments: [Timestamp], outputs: Int,
    for objective: AutoencoderParameters.Objective
  ) {
    let lately = objective == .forecast ? 1.0 : 0
    let scores = Matrix<Float>(rows: moments.count, columns: outputs)
    let days = Double(AutoencoderParameters.horizonDays)
    let window = UInt32(AutoencoderParameters.horizonDays * 86_400)
    let earliest = purchases.earliestLine
    for (place, item) in items.enumerated() {
      for (number, moment) in moments.enumerated() {
        let known = purchases.lineCount(ofItem: Int(item)) { $0 <= moment }
        let before = purchases.lineCount(ofItem: Int(item)) {
          moment.seconds >= window && $0.seconds <= moment.seconds - window
        }
        let spans = max(1, moment.days(since: earliest ?? moment) / days)
        let mean = Double(known) / spans
        scores[number, place] = Float(
          log(lately * Double(known - before) + Self.past * mean + Self.anything))
      }
    }
    self.scores = scores
  }
}

extension Purchases {
  /// The first of the moments; nil without lines.
  fileprivate var earliestLine: Timestamp? {
    (0..<customerCount).lazy.compactMap { self.lines(ofCustomer: $0).first }
      .map { self.times[$0] }.min()
  }

  /// The first of an item's lines, in order of time, that are early enough: how many there are.
  fileprivate func lineCount(ofItem item: Int, _ isEarly: (Timestamp) -> Bool) -> Int {
    let positions = positions(ofItem: item)
    var (low, high) = (positions.lowerBound, positions.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isEarly(times[Int(linesByItem[middle])]) { low = middle + 1 } else { high = middle }
    }
    return low - positions.lowerBound
  }
}
