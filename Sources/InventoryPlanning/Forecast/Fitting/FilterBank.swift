import Foundation

/// A few ways to follow the level of an item, each with a few sizes of the weekly spread around it.
///
/// A way is an exponentially weighted mean with its half-life, with or without a damped trend. Each
/// combination is judged by the likelihood of what was sold, `lead` weeks after it was forecast, so
/// the spread is that of forecasts, not of fits.
struct FilterBank: Sendable {
  /// Half-lives, in weeks.
  static let halfLives: [Double] = [3, 6, 12, 26]
  /// Sizes of the negative binomial; the last is as good as Poisson.
  static let sizes: [Double] = [0.12, 0.25, 0.45, 0.8, 1.4, 2.5, 4.5, 8, 16, 40, 150, 1e5]
  /// Weeks between a forecast and what it is judged by.
  static let lead = 2
  /// Counts below this look their gamma functions up.
  private static let tableLength = 128

  static var cellCount: Int { halfLives.count * sizes.count }

  /// log Γ(n + size) − log Γ(size), `[size × tableLength + n]`.
  private let rising: [Double]
  private let logSizes: [Double]

  init() {
    rising = Self.sizes.flatMap { size -> [Double] in
      var sum = 0.0
      return (0..<Self.tableLength).map { n in
        if n > 0 { sum += log(Double(n - 1) + size) }
        return sum
      }
    }
    logSizes = Self.sizes.map { log($0) }
  }

  /// Follows one item.
  ///
  /// - Parameters:
  ///   - units: By week, oldest first.
  ///   - first: The week of its first sale.
  ///   - season: A factor a week.
  ///   - prior: Level per week that is expected of such an item, and the weeks of history that this
  ///     expectation is worth.
  ///   - levels: Gets the level of each half-life at the end, with the weeks that it has seen.
  ///   - likelihoods: Gets the log-likelihood of each cell, `[halfLife × sizes + size]`.
  func follow(
    units: UnsafePointer<Float>, weeks: Int, first: Int, season: ArraySlice<Double>,
    prior: (mean: Double, weeks: Double), levels: inout [(level: Double, seen: Double)],
    likelihoods: UnsafeMutablePointer<Float>
  ) {
    let sizeCount = Self.sizes.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: sizeCount) { sums in
      for (place, halfLife) in Self.halfLives.enumerated() {
        let fade = exp2(-1 / halfLife)
        var sum = 0.0
        var seen = 0.0
        // Levels of the last weeks: the one `lead` weeks ago makes the forecast.
        var recent = (prior.mean, prior.mean)
        for size in 0..<sizeCount { sums[size] = 0 }
        for week in first..<weeks {
          let count = Double(units[week])
          let factor = season[season.startIndex + week]
          if week >= first + Self.lead {
            add(count, mean: recent.0 * factor, to: sums)
          }
          sum = fade * sum + count
          seen = fade * seen + factor
          let level = (prior.mean * prior.weeks + sum) / (prior.weeks + seen)
          recent = (recent.1, level)
        }
        levels[place] = (first < weeks ? recent.1 : prior.mean, seen)
        for size in 0..<sizeCount { likelihoods[place * sizeCount + size] = Float(sums[size]) }
      }
    }
  }

  private func add(_ count: Double, mean: Double, to sums: UnsafeMutableBufferPointer<Double>) {
    let mean = max(mean, 1e-9)
    let logMean = count > 0 ? log(mean) : 0
    for size in 0..<sums.count {
      let value = Self.sizes[size]
      let ratio = log1p(mean / value)
      var sum = -value * ratio
      if count > 0 {
        // log (mean / (size + mean)) = log mean − log size − ratio
        sum += count * (logMean - logSizes[size] - ratio)
        sum +=
          count == count.rounded() && count < Double(Self.tableLength)
          ? rising[size * Self.tableLength + Int(count)]
          : Deviance.logFactorial(count + value) - log(count + value)
            - Deviance.logFactorial(value) + log(value)
      }
      sums[size] += sum
    }
  }
}
