import Foundation

/// The standard normal distribution.
enum NormalDistribution {
  /// The value that a share `p` of all lies below. Relative error below 1e-13.
  ///
  /// - Precondition: 0 < p < 1.
  static func quantile(_ p: Double) -> Double {
    let tail = min(p, 1 - p)
    // Abramowitz & Stegun 26.2.23, wrong by at most 4.5e-4 …
    let t = (-2 * log(tail)).squareRoot()
    let over = 2.515517 + t * (0.802853 + t * 0.010328)
    let under = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var z = t - over / under
    // … and two steps of Halley's method, each of which cubes that.
    for _ in 0..<2 {
      let density = exp(-z * z / 2) * 0.39894228040143267794
      let step = (tail - erfc(z * 0.70710678118654752440) / 2) / density
      z -= step / (1 + step * z / 2)
    }
    return p < 0.5 ? -z : z
  }
}
