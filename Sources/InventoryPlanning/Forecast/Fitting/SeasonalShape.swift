import Foundation

/// How sales of each category move through the year: a few harmonics of the year in the logarithm
/// of weekly units, beside a level and a straight trend that keep growth from passing for season.
///
/// A category's shape is shrunk to the shop's, and the shop's to none, by penalised least squares
/// (Hoerl & Kennard, "Ridge regression", 1970). Only with a year of data or more: from less nobody
/// can tell a season from a trend.
struct SeasonalShape: Sendable {
  static let leastWeeks = 52
  static let harmonics = 3
  private static let daysPerYear = 365.25

  let categoryCount: Int
  /// Weeks of history, then weeks ahead.
  let weeks: Int
  /// `[category × weeks + week]`: a factor on sales.
  let factors: [Double]

  func row(_ category: Int) -> ArraySlice<Double> {
    factors[category * weeks..<(category + 1) * weeks]
  }

  /// The same with the recent growth of each category.
  func growing(_ trend: CategoryTrend, ahead: Int) -> SeasonalShape {
    var factors = factors
    for category in 0..<categoryCount {
      let growth = trend.factors(category, weeks: weeks - ahead, ahead: ahead)
      for week in 0..<weeks { factors[category * weeks + week] *= growth[week] }
    }
    return SeasonalShape(categoryCount: categoryCount, weeks: weeks, factors: factors)
  }

  private init(categoryCount: Int, weeks: Int, factors: [Double]) {
    (self.categoryCount, self.weeks, self.factors) = (categoryCount, weeks, factors)
  }

  /// - Parameter categories: By item, below `categoryCount`.
  init(_ history: SalesHistory, categories: [Int32], categoryCount: Int, ahead: Int) {
    self.categoryCount = categoryCount
    weeks = history.weeks + ahead
    guard history.weeks >= Self.leastWeeks else {
      factors = [Double](repeating: 1, count: categoryCount * weeks)
      return
    }
    var sums = [Double](repeating: 0, count: categoryCount * history.weeks)
    for item in 0..<history.itemCount {
      let row = Int(categories[item]) * history.weeks
      for week in 0..<history.weeks {
        sums[row + week] += Double(history.units[item * history.weeks + week])
      }
    }
    var shop = [Double](repeating: 0, count: history.weeks)
    for (place, units) in sums.enumerated() { shop[place % history.weeks] += units }

    let basis = (0..<weeks).map { Self.basis(week: $0, of: history.weeks) }
    let none = [Double](repeating: 0, count: 2 + 2 * Self.harmonics)
    let whole = Self.fit(shop, basis: basis, around: none, deviations: Self.shopDeviations)
    var factors: [Double] = []
    factors.reserveCapacity(categoryCount * weeks)
    for category in 0..<categoryCount {
      let row = Array(sums[category * history.weeks..<(category + 1) * history.weeks])
      let own = Self.fit(row, basis: basis, around: whole, deviations: Self.categoryDeviations)
      // Level and trend are the business of the levels of items.
      factors += basis.map { terms in
        exp(min(2.5, max(-2.5, zip(terms, own).dropFirst(2).reduce(0) { $0 + $1.0 * $1.1 })))
      }
    }
    self.factors = factors
  }

  /// Standard deviations of the coefficients before any data, in logarithms: level, trend by year,
  /// and the harmonics, of which the faster move less.
  private static let shopDeviations = deviations(level: 100, trend: 0.7, season: 0.35)
  private static let categoryDeviations = deviations(level: 100, trend: 0.5, season: 0.35)

  private static func deviations(level: Double, trend: Double, season: Double) -> [Double] {
    [level, trend]
      + (1...harmonics).flatMap { [Double](repeating: season / Double($0), count: 2) }
  }

  private static func basis(week: Int, of weeks: Int) -> [Double] {
    let years = (Double(week - weeks) + 0.5) * 7 / daysPerYear
    return [1, years]
      + (1...harmonics).flatMap { harmonic -> [Double] in
        let angle = 2 * Double.pi * Double(harmonic) * years
        return [cos(angle), sin(angle)]
      }
  }

  /// Weighted least squares of log units, twice: the spread of the first fit weighs the prior of
  /// the second.
  private static func fit(
    _ units: [Double], basis: [[Double]], around center: [Double], deviations: [Double]
  ) -> [Double] {
    guard units.contains(where: { $0 > 0 }) else { return center }
    let mean = units.reduce(0, +) / Double(units.count)
    var spread = 0.05
    var solution = center
    for _ in 0..<2 {
      let size = center.count
      var matrix = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
      var right = [Double](repeating: 0, count: size)
      for place in 0..<size {
        matrix[place][place] = spread / (deviations[place] * deviations[place])
      }
      for (week, value) in units.enumerated() {
        // A count's logarithm is as good as the count is large.
        let weight = (value + 0.5) / (mean + 0.5)
        let fitted = zip(basis[week], center).reduce(0) { $0 + $1.0 * $1.1 }
        let rest = log((value + 0.5) / (mean + 0.5)) - fitted
        for row in 0..<size {
          right[row] += weight * basis[week][row] * rest
          for column in 0..<size {
            matrix[row][column] += weight * basis[week][row] * basis[week][column]
          }
        }
      }
      let change = RidgeFit.solve(matrix, right)
      solution = zip(center, change).map(+)
      var squares = 0.0
      for (week, value) in units.enumerated() {
        let fitted = zip(basis[week], solution).reduce(0) { $0 + $1.0 * $1.1 }
        let rest = log((value + 0.5) / (mean + 0.5)) - fitted
        squares += (value + 0.5) / (mean + 0.5) * rest * rest
      }
      spread = max(1e-4, squares / Double(max(1, units.count - size)))
    }
    return solution
  }
}
