import Foundation

/// Counts with mean m and variance m + m² / size: Poisson counts whose mean is itself gamma
/// distributed with shape `size`. An infinite size is the Poisson distribution.
struct NegativeBinomial: Equatable {
  let mean: Double
  let size: Double

  /// Counts up to this one are exact.
  static let exactCounts = 200.0

  /// The smallest count that a share `p` of all does not exceed; a greater `p` never gives less.
  ///
  /// Exact up to 200. Beyond, the quantile of the Pearson type III distribution with the same
  /// mean, variance and skewness: its distribution function is wrong by less than 4e-5, whatever
  /// the size, so that the count is hardly ever wrong, and then by 1.
  ///
  /// - Precondition: 0 < p < 1; mean ≥ 0 and finite; size ≥ 0.
  func quantile(_ p: Double) -> Double {
    // A size this small asks for something once in a million million times.
    guard mean > 0, size > 1e-12 else { return 0 }
    let inverse = 1 / size
    var probability = probabilityOfNone
    if probability > 1e-290 {
      // Probabilities one after the other, from none up.
      let growth = mean / (1 + mean * inverse)
      var rest = p
      var count = 0.0
      while rest > probability, count <= Self.exactCounts {
        rest -= probability
        probability *= growth * (1 + count * inverse) / (count + 1)
        count += 1
        // What rounding has left of `rest` must not run on for ever.
        if count > mean, probability < 1e-18 { return count }
      }
      if count <= Self.exactCounts { return count }
    }
    let deviation = (mean + mean * mean * inverse).squareRoot()
    let halfSkew = (0.5 + mean * inverse) / deviation
    let shape = 1 / (halfSkew * halfSkew)
    let standard = GammaDistribution.standardQuantile(
      p, shape: shape, normalScore: NormalDistribution.quantile(p))
    // A count is everything within a half of it.
    let count = (mean + deviation * (halfSkew * standard - 1 / halfSkew) - 0.5).rounded(.up)
    return max(probability > 1e-290 ? Self.exactCounts + 1 : 0, count)
  }

  /// The probability of 0.
  var probabilityOfNone: Double {
    let ratio = mean / size
    return exp(ratio < 1e-12 ? -mean : -size * log1p(ratio))
  }
}
