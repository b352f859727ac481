import RetailData

/// Vendors' lead times in whole days, drawn by one look into a table.
///
/// A gamma distribution is kept as its quantiles at the middles of 1,024 equal shares, rounded to
/// days, which is how finely the simulation tells time. One table for each mean and spread.
struct LeadTimeTable: Sendable {
  static let steps = 1_024

  let days: FlatBuffer<Int32>
  /// Where the table of a row of `network.supply` begins.
  let start: FlatBuffer<Int32>
  /// By row of `network.supply`.
  let mean: [Double]

  /// A century: no simulation lasts longer.
  private static let most = 36_500.0

  init(_ input: PlanInput) {
    struct Shape: Hashable {
      var mean: Double
      var deviation: Double
    }
    var starts: [Int32] = []
    var days: [Int32] = []
    var known: [Shape: Int32] = [:]
    var means: [Double] = []
    let factor = input.settings.leadTimeFactor
    for row in input.network.supply {
      let shape = Shape(
        mean: min(row.leadTimeMeanDays * factor, Self.most),
        deviation: min(row.leadTimeSDDays * factor, Self.most))
      means.append(shape.mean)
      if let start = known[shape] {
        starts.append(start)
        continue
      }
      let start = Int32(days.count)
      known[shape] = start
      starts.append(start)
      let time = GammaDistribution(mean: shape.mean, deviation: shape.deviation)
      for step in 0..<Self.steps {
        let value = time.quantile((Double(step) + 0.5) / Double(Self.steps))
        days.append(Int32(min(value, Self.most).rounded()))
      }
    }
    self.days = FlatBuffer(days)
    start = FlatBuffer(starts)
    mean = means
  }
}
