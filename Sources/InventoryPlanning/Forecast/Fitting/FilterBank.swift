import Foundation
import RetailData

/// A few ways to follow the level of an item, each with a few sizes of the weekly spread around it.
///
/// A way is an exponentially weighted mean with its half-life, with or without a damped trend. Each
/// combination is judged by the likelihood of what was sold, `lead` weeks after it was forecast, so
/// the spread is that of forecasts, not of fits.
struct FilterBank: Sendable {
  /// Half-lives, in weeks.
  static let halfLives: [Double] = [2, 5, 12, 30]
  /// Sizes of the negative binomial; the last is as good as Poisson.
  static let sizes: [Double] = [0.12, 0.25, 0.45, 0.8, 1.4, 2.5, 4.5, 8, 16, 40, 150, 1e5]
  /// One wholesale order is no new level: weeks count up to so many times the level and a lot.
  private static let followedUpTo = 4.0
  /// The same where forecasts are judged: a size is to fit the usual weeks.
  private static let judgedUpTo = 3.0
  /// Weeks between a forecast and what it is judged by.
  static let lead = 2
  /// Counts below this look their gamma functions up.
  private static let tableLength = 128
  /// Whole counts up to this many factors are multiplied, not taken logarithms of.
  private static let multipliedUpTo = 8.0

  static var cellCount: Int { halfLives.count * sizes.count }

  /// log Γ(n + size) − log Γ(size), `[size × tableLength + n]`.
  private let rising: Column<Double>
  private let sizes = Column(Self.sizes)
  private let logSizes: Column<Double>
  private let inverses: Column<Double>

  init() {
    rising = Column(
      Self.sizes.flatMap { size -> [Double] in
        var sum = 0.0
        return (0..<Self.tableLength).map { n in
          if n > 0 { sum += log(Double(n - 1) + size) }
          return sum
        }
      })
    logSizes = Column(Self.sizes.map { log($0) })
    inverses = Column(Self.sizes.map { 1 / $0 })
  }

  /// Follows one item.
  ///
  /// - Parameters:
  ///   - units: By week, oldest first.
  ///   - first: The week of its first sale.
  ///   - season: A factor a week.
  ///   - prior: Level per week that is expected of such an item, the weeks of history that this
  ///     expectation is worth, and the usual units of a purchase line.
  ///   - levels: Gets the level of each half-life at the end, with the weeks that it has seen.
  ///   - likelihoods: Gets the log-likelihood of each cell, `[halfLife × sizes + size]`.
  func follow(
    units: UnsafePointer<Float>, weeks: Int, first: Int, season: ArraySlice<Double>,
    prior: (mean: Double, weeks: Double, lot: Double),
    levels: inout [(level: Double, seen: Double)],
    likelihoods: UnsafeMutablePointer<Float>
  ) {
    let sizeCount = Self.sizes.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * sizeCount) { memory in
      guard let start = memory.baseAddress else { return }
      let sums = Sums(value: start, base: start + sizeCount, power: start + 2 * sizeCount)
      for (place, halfLife) in Self.halfLives.enumerated() {
        let fade = exp2(-1 / halfLife)
        var sum = 0.0
        var seen = 0.0
        // Levels of the last weeks: the one `lead` weeks ago makes the forecast.
        var recent = (prior.mean, prior.mean)
        sums.clear()
        for week in first..<weeks {
          let count = Double(units[week])
          let factor = season[season.startIndex + week]
          if week >= first + Self.lead {
            let most = Self.judgedUpTo * (recent.0 + prior.lot) * factor
            add(min(count, most.rounded()), mean: recent.0 * factor, to: sums)
          }
          sum = fade * sum + min(count, Self.followedUpTo * (recent.1 + prior.lot) * factor)
          seen = fade * seen + factor
          let level = (prior.mean * prior.weeks + sum) / (prior.weeks + seen)
          recent = (recent.1, level)
        }
        levels[place] = (first < weeks ? recent.1 : prior.mean, seen)
        for size in 0..<sizeCount {
          likelihoods[place * sizeCount + size] = Float(sums.total(size))
        }
      }
    }
  }

  private func add(_ count: Double, mean: Double, to sums: Sums) {
    let mean = max(mean, 1e-9)
    let isWhole = count == count.rounded() && count < Double(Self.tableLength)
    let isSmall = isWhole && count <= Self.multipliedUpTo
    let logMean = count > 0 ? log(mean) : 0
    let (sizes, inverses) = (sizes.buffer, inverses.buffer)
    let (logSizes, rising) = (logSizes.buffer, rising.buffer)
    for size in 0..<sizes.count {
      let value = sizes[size]
      // log p(count) = rising factorial + count (log mean − log size) − (size + count) log(1 + mean / size)
      let factor = 1 + mean * inverses[size]
      var base = sums.base[size] * factor
      if base > 1e200 {
        sums.value[size] -= value * log(base)
        base = 1
      }
      sums.base[size] = base
      guard count > 0 else { continue }
      var sum = count * (logMean - logSizes[size])
      sum +=
        isWhole
        ? rising[size * Self.tableLength + Int(count)]
        : Deviance.logFactorial(count + value) - log(count + value)
          - Deviance.logFactorial(value) + log(value)
      if isSmall {
        var power = sums.power[size]
        var times = count
        while times > 0 {
          power *= factor
          times -= 1
        }
        if power > 1e200 {
          sum -= log(power)
          power = 1
        }
        sums.power[size] = power
      } else {
        sum -= count * log(factor)
      }
      sums.value[size] += sum
    }
  }

  /// Log-likelihoods by size. Logarithms of many factors are those of their product, and of all
  /// that is done here a logarithm takes longest: products are kept until they grow too large.
  private struct Sums {
    let value: UnsafeMutablePointer<Double>
    /// Product of 1 + mean / size; to be raised to the size.
    let base: UnsafeMutablePointer<Double>
    /// Product of the same raised to small counts.
    let power: UnsafeMutablePointer<Double>

    func clear() {
      for size in 0..<FilterBank.sizes.count {
        (value[size], base[size], power[size]) = (0, 1, 1)
      }
    }

    func total(_ size: Int) -> Double {
      value[size] - FilterBank.sizes[size] * log(base[size]) - log(power[size])
    }
  }
}
