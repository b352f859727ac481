import Foundation

/// Counts with mean m and variance m + m² / size: Poisson counts whose mean is itself gamma
/// distributed with shape `size`. An infinite size is the Poisson distribution.
struct NegativeBinomial: Equatable {
  let mean: Double
  let size: Double

  /// The smallest count that a share `p` of all does not exceed. A greater `p`, or a greater mean,
  /// never gives less.
  ///
  /// - Precondition: 0 < p < 1; mean ≥ 0 and finite; size > 0.
  func quantile(_ p: Double) -> Double {
    guard mean > 0 else { return 0 }
    let inverse = 1 / size
    let growth = mean / (1 + mean * inverse)
    var probability = probabilityOfNone
    if probability > 1e-290 {
      // Probabilities one after the other, from none up.
      var rest = p
      var count = 0.0
      while rest > probability {
        rest -= probability
        probability *= growth * (1 + count * inverse) / (count + 1)
        count += 1
        if count > mean, probability < 1e-18 { break }
      }
      return count
    }
    let variance = mean + mean * mean * inverse
    return GammaDistribution(mean: mean, deviation: variance.squareRoot()).quantile(p).rounded()
  }

  /// The probability of 0.
  var probabilityOfNone: Double {
    let ratio = mean / size
    return exp(ratio < 1e-12 ? -mean : -size * log1p(ratio))
  }
}
