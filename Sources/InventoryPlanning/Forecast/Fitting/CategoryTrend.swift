import Foundation

/// How sales of each category's items have grown lately, week by week: what is common to many items
/// shows long before it shows in one.
///
/// A straight line through the logarithms of weekly units, without season, of the items on sale
/// through all of the last half year; a category's slope is shrunk to the shop's, and the shop's to
/// none. Growth dies out ahead (Gardner & McKenzie, "Forecasting trends in time series", 1985).
struct CategoryTrend: Sendable {
  /// Weeks that the line goes through.
  static let window = 26
  /// What is left of a week's growth in the next.
  static let damping = 0.9
  /// Standard deviations of weekly growth before any data.
  private static let shopDeviation = 0.005
  private static let categoryDeviation = 0.01
  /// Weeks resemble their neighbours, so that a line is known less well than from as many
  /// independent ones.
  private static let repetition = 2.0

  /// Of the logarithm of units, by week. `[category]`.
  let slopes: [Double]

  init(_ history: SalesHistory, season: SeasonalShape, categories: [Int32]) {
    let weeks = history.weeks
    let length = min(Self.window, weeks)
    guard length >= 8 else {
      slopes = [Double](repeating: 0, count: season.categoryCount)
      return
    }
    var sums = [Double](repeating: 0, count: season.categoryCount * length)
    for item in 0..<history.itemCount where Int(history.firstWeek[item]) <= weeks - length {
      let category = Int(categories[item])
      let factors = season.row(category)
      for place in 0..<length {
        let week = weeks - length + place
        sums[category * length + place] +=
          Double(history.units[item * weeks + week]) / factors[factors.startIndex + week]
      }
    }
    var shop = [Double](repeating: 0, count: length)
    for (place, units) in sums.enumerated() { shop[place % length] += units }
    let whole = Self.slope(shop, around: 0, deviation: Self.shopDeviation)
    slopes = (0..<season.categoryCount).map {
      Self.slope(
        Array(sums[$0 * length..<($0 + 1) * length]), around: whole,
        deviation: Self.categoryDeviation)
    }
  }

  /// A factor on sales a week: of the history, then of the weeks ahead; 1 now.
  func factors(_ category: Int, weeks: Int, ahead: Int) -> [Double] {
    let slope = slopes[category]
    let past = (0..<weeks).map { exp(slope * Double(max($0 - weeks + 1, -Self.window))) }
    var growth = 0.0
    var step = slope
    return past
      + (0..<ahead).map { _ in
        step *= Self.damping
        growth += step
        return exp(growth)
      }
  }

  private static func slope(_ units: [Double], around center: Double, deviation: Double) -> Double {
    guard units.contains(where: { $0 > 0 }), deviation > 0 else { return center }
    let count = Double(units.count)
    let mean = units.reduce(0, +) / count
    let middle = (count - 1) / 2
    // A zero week is half a unit, or a tenth of what is usual: a closed shop is no collapse.
    let logs = units.map { log(max($0, 0.1 * mean, 0.5)) }
    let level = logs.reduce(0, +) / count
    var (moment, squares) = (0.0, 0.0)
    for (place, value) in logs.enumerated() {
      let distance = Double(place) - middle
      moment += distance * (value - level)
      squares += distance * distance
    }
    let line = moment / squares
    var rest = 0.0
    for (place, value) in logs.enumerated() {
      let error = value - level - line * (Double(place) - middle)
      rest += error * error
    }
    let variance = repetition * max(rest / (count - 2), 1 / max(mean, 1)) / squares
    let trust = deviation * deviation / (deviation * deviation + variance)
    return center + trust * (line - center)
  }
}
