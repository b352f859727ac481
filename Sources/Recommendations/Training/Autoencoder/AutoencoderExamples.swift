import RetailData

/// What the network learns from: customers at moments, each with a history before it and, to
/// forecast, purchases in the days after it.
struct AutoencoderExamples: Sendable {
  /// A customer at a moment.
  struct Example: Sendable {
    let customer: Int32
    let moment: Timestamp
    /// Of the moment, in `moments`.
    let number: Int
  }

  let all: [Example]
  let moments: [Timestamp]

  /// Days from one moment to the next.
  private static let strideDays = 7

  /// Customers who bought before a moment and within the horizon after it, at moments a week apart,
  /// the latest first.
  ///
  /// - Parameter end: The last horizon ends here: nothing later is looked at.
  static func forecasts(
    of purchases: Purchases, upTo end: Timestamp, limit: Int? = nil
  ) -> AutoencoderExamples {
    let horizon = UInt32(AutoencoderParameters.horizonDays * 86_400)
    var examples: [Example] = []
    var moments: [Timestamp] = []
    var moment = end.seconds
    guard moment > horizon, let earliest = purchases.times.min() else {
      return AutoencoderExamples(all: [], moments: [])
    }
    moment -= horizon
    while moment >= earliest.seconds, moments.count < limit ?? .max {
      let cutoff = Timestamp(seconds: moment)
      let last = Timestamp(seconds: moment + horizon)
      for customer in 0..<purchases.customerCount {
        let lines = purchases.lines(ofCustomer: customer)
        guard let first = lines.first, purchases.times[first] <= cutoff else { continue }
        if lines.contains(where: { cutoff < purchases.times[$0] && purchases.times[$0] <= last }) {
          examples.append(
            Example(customer: Int32(customer), moment: cutoff, number: moments.count))
        }
      }
      moments.append(cutoff)
      let step = UInt32(strideDays * 86_400)
      guard moment > step else { break }
      moment -= step
    }
    return AutoencoderExamples(all: examples, moments: moments)
  }

  /// Every customer who had bought by a moment.
  static func histories(of purchases: Purchases, at moment: Timestamp) -> AutoencoderExamples {
    AutoencoderExamples(
      all: (0..<purchases.customerCount).compactMap { customer in
        guard let first = purchases.lines(ofCustomer: customer).first,
          purchases.times[first] <= moment
        else { return nil }
        return Example(customer: Int32(customer), moment: moment, number: 0)
      }, moments: [moment])
  }
}
