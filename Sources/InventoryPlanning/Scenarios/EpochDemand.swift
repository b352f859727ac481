/// How many units of an item are asked for between two moments.
struct EpochDemand: Sendable {
  /// No count is greater, however absurd the factors: sums of them stay exact.
  static let most = 1e12

  private let weeks: Int
  private let weeklyMean: [Float]
  private let size: [Float]
  private let factor: Double
  private let itemFactors: [Double]

  init(_ input: PlanInput, forecast: DemandForecast) {
    precondition(
      forecast.weeklyMean.allSatisfy { $0 >= 0 && $0.isFinite },
      "weekly means are finite and not negative")
    precondition(forecast.size.allSatisfy { $0 > 0 }, "sizes are above 0")
    weeks = forecast.weeks
    weeklyMean = forecast.weeklyMean
    size = forecast.size
    factor = input.settings.demandFactor
    itemFactors = input.items.demandFactor
  }

  /// Mean units from now up to the end of each week: `weeks + 1` numbers, from 0.
  func cumulativeMeans(ofItem item: Int) -> [Double] {
    let factor = min(factor * itemFactors[item], Double.greatestFiniteMagnitude)
    precondition(factor >= 0, "demand factors are numbers and not negative")
    var sums = [Double](repeating: 0, count: weeks + 1)
    for week in 0..<weeks {
      let mean = Double(weeklyMean[item * weeks + week]) * factor
      sums[week + 1] = sums[week] + min(mean, Self.most)
    }
    return sums
  }

  /// The count at `p` of the distribution of demand between two days.
  func units(
    ofItem item: Int, means: [Double], from start: Double, to end: Double, at p: Double
  ) -> Double {
    guard end > start else { return 0 }
    let mean = mean(means, until: end) - mean(means, until: start)
    guard mean > 0 else { return 0 }
    let length = (end - start) / 7
    let demand = NegativeBinomial(mean: mean, size: Double(size[item]) * length)
    return min(demand.quantile(p), Self.most)
  }

  private func mean(_ sums: [Double], until day: Double) -> Double {
    guard weeks > 0 else { return 0 }
    let position = day / 7
    // The last week's demand goes on.
    let week = Int(min(position, Double(weeks - 1)))
    let mean = sums[week] + (sums[week + 1] - sums[week]) * (position - Double(week))
    return min(mean, 1e3 * Self.most)
  }
}
