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
    let earliest = purchases.times.min()
    for (place, item) in items.enumerated() {
      // In order of time.
      let times = purchases.positions(ofItem: Int(item)).map {
        purchases.times[Int(purchases.linesByItem[$0])]
      }
      for (number, moment) in moments.enumerated() {
        let known = times.prefix { $0 <= moment }
        let recent = known.reversed().prefix { moment.days(since: $0) < days }.count
        let spans = max(1, moment.days(since: earliest ?? moment) / days)
        let mean = Double(known.count) / spans
        scores[number, place] = Float(
          log(lately * Double(recent) + Self.past * mean + Self.anything))
      }
    }
    self.scores = scores
  }
}
