import Foundation

/// A gamma distribution by its mean and standard deviation: always that of a number that cannot be
/// negative. Without spread it is the constant.
struct GammaDistribution: Equatable {
  let mean: Double
  let deviation: Double

  /// The value that a share `p` of all lies below. A `p` nearer to 1 never gives less.
  ///
  /// - Precondition: 0 < p < 1; mean and deviation are finite and not negative.
  func quantile(_ p: Double) -> Double {
    quantile(p, normalScore: NormalDistribution.quantile(p))
  }

  /// The same, for a caller that asks many distributions for one `p`.
  ///
  /// - Parameter z: The standard normal quantile of `p`.
  func quantile(_ p: Double, normalScore z: Double) -> Double {
    guard mean > 0, deviation > 0 else { return mean }
    let ratio = mean / deviation
    let shape = ratio * ratio
    // Too little spread for a double to hold.
    guard shape < 1e30 else { return mean }
    guard shape > 1e-30 else { return 0 }
    return mean * (Self.standardQuantile(p, shape: shape, normalScore: z) / shape)
  }

  /// Quantile of the gamma distribution with scale 1, relative error about 1e-11 or better.
  static func standardQuantile(_ p: Double, shape a: Double, normalScore z: Double) -> Double {
    let root = a.squareRoot()
    if a >= 1e4 { return expansion(a, root: root, z) }
    var x = firstGuess(p, shape: a, root: root, z)
    if x < 1e-290 { return 0 }
    let isUpper = p > 0.5
    for _ in 0..<40 {
      let values = IncompleteGamma(a, x)
      // Whichever tail is smaller has kept its digits.
      let excess = isUpper ? (1 - p) - values.upper : values.lower - p
      guard values.density > 0 else { break }
      let newton = excess / values.density
      // Halley's method: d log density / dx is known.
      let bend = newton * ((a - 1) / x - 1)
      let step = newton / (1 - 0.5 * min(1, max(-1, bend)))
      let next = x - step
      x = next > 0 ? next : x / 2
      // Cubic convergence: what is left is this cubed.
      if abs(step) * max(1, root) < 1e-4 * x || abs(step) < 1e-13 * x { break }
    }
    return x
  }

  private static func firstGuess(
    _ p: Double, shape a: Double, root: Double, _ z: Double
  ) -> Double {
    guard a > 1 else {
      // Near 0 the distribution function goes with xᵃ, beyond 1 its complement with e⁻ˣ.
      let split = 1 - a * (0.253 + a * 0.12)
      return p < split ? exp(log(p / split) / a) : 1 - log((1 - p) / (1 - split))
    }
    if 2 * z * z < a { return expansion(a, root: root, z) }
    // Wilson & Hilferty 1931: the cube root is nearly normal.
    let cubeRoot = 1 - 1 / (9 * a) + z / (3 * root)
    if cubeRoot > 0.3 { return a * cubeRoot * cubeRoot * cubeRoot }
    return exp((log(p) + Deviance.logFactorial(a)) / a)
  }

  /// Cornish & Fisher's expansion, with the terms of Goldberg & Levine, "Approximate formulas for
  /// the percentage points and normalization of t and χ²", 1946. Its error falls with a⁻².
  private static func expansion(_ a: Double, root: Double, _ z: Double) -> Double {
    let square = z * z
    let second = (square - 1) / 3
    let third = z * (square - 7) / 36
    let fourth = -(square * (6 * square + 14) - 32) / 1620
    let fifth = z * (square * (9 * square + 256) - 433) / 38880
    return a + z * root + second + (third + (fourth + fifth / root) / root) / root
  }
}
