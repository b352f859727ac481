/// How many units of an item are asked for between two moments.
struct EpochDemand: Sendable {
  private let weeks: Int
  private let weeklyMean: [Float]
  private let size: [Float]
  private let factors: [Double]

  init(_ input: PlanInput, forecast: DemandForecast) {
    precondition(
      forecast.weeklyMean.allSatisfy { $0 >= 0 && $0.isFinite },
      "weekly means are finite and not negative")
    precondition(forecast.size.allSatisfy { $0 > 0 }, "sizes are above 0")
    weeks = forecast.weeks
    weeklyMean = forecast.weeklyMean
    size = forecast.size
    let all = input.settings.demandFactor
    factors = input.items.demandFactor.map { $0 * all }
    precondition(
      factors.allSatisfy { $0 >= 0 && $0.isFinite }, "demand factors are finite and not negative")
  }

  /// Units up to the end of each week: `weeks + 1` numbers, from 0.
  func cumulativeMeans(ofItem item: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: weeks + 1)
    for week in 0..<weeks {
      sums[week + 1] = sums[week] + Double(weeklyMean[item * weeks + week]) * factors[item]
    }
    return sums
  }

  /// The count at `p` of the distribution of demand between two days.
  func units(
    ofItem item: Int, means: [Double], from start: Double, to end: Double, at p: Double
  ) -> Double {
    guard end > start else { return 0 }
    let mean = mean(means, until: end) - mean(means, until: start)
    let length = (end - start) / 7
    return NegativeBinomial(mean: max(0, mean), size: Double(size[item]) * length).quantile(p)
  }

  private func mean(_ sums: [Double], until day: Double) -> Double {
    guard weeks > 0 else { return 0 }
    let position = day / 7
    // The last week's demand goes on.
    let week = Int(min(position, Double(weeks - 1)))
    return sums[week] + (sums[week + 1] - sums[week]) * (position - Double(week))
  }
}
