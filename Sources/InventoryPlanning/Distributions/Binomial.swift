import Foundation

/// Successes in a number of independent trials.
struct Binomial: Equatable {
  let trials: Double
  let chance: Double

  /// The smallest count that a share `p` of all does not exceed. One more trial gives the same or
  /// one more.
  ///
  /// Exact where fewer than 50 successes or failures are expected. Beyond, Cornish & Fisher's
  /// expansion to the fourth cumulant, with Sheppard's correction for whole numbers: its
  /// distribution function is wrong by less than 4e-5.
  ///
  /// - Precondition: 0 < p < 1; trials whole and ≥ 0; 0 ≤ chance ≤ 1.
  func quantile(_ p: Double) -> Double {
    guard trials > 0, chance > 0 else { return 0 }
    guard chance < 1 else { return trials }
    if chance > 0.5 {
      return trials - Self.quantile(1 - p, trials: trials, chance: 1 - chance)
    }
    return Self.quantile(p, trials: trials, chance: chance)
  }

  private static func quantile(_ p: Double, trials n: Double, chance: Double) -> Double {
    let mean = n * chance
    guard mean >= 50 else { return counted(p, trials: n, chance: chance) }
    let variance = mean * (1 - chance)
    let deviation = variance.squareRoot()
    let skew = (1 - 2 * chance) / deviation
    let kurtosis = (1 - 6 * chance * (1 - chance)) / variance
    let z = NormalDistribution.quantile(p)
    let square = z * z
    let score =
      z + skew * (square - 1) / 6 + kurtosis * z * (square - 3) / 24 - skew * skew * z
      * (2 * square - 5) / 36
    let count = mean + (variance - 1.0 / 12).squareRoot() * score - 0.5
    return min(n, max(0, count.rounded(.up)))
  }

  /// Probabilities one after the other, from none up.
  private static func counted(_ p: Double, trials n: Double, chance: Double) -> Double {
    let odds = chance / (1 - chance)
    var probability = exp(n * log1p(-chance))
    var rest = p
    var count = 0.0
    while rest > probability, count < n {
      rest -= probability
      probability *= odds * (n - count) / (count + 1)
      count += 1
      if count > n * chance, probability < 1e-18 { break }
    }
    return count
  }
}
