import Foundation

/// The two parts that probabilities of counts are made of where their logarithms would cancel:
/// what Stirling's formula leaves out, and the deviance.
///
/// Source: Loader, "Fast and accurate computation of binomial probabilities", 2000.
enum Deviance {
  private static let halfLogTwoPi = 0.91893853320467274178

  /// log Γ(x + 1) − (x + ½) log x + x − ½ log 2π, for x > 0.
  static func stirlingError(_ x: Double) -> Double {
    if x < 15 {
      return logFactorial(x) - (x + 0.5) * log(x) + x - halfLogTwoPi
    }
    let square = 1 / (x * x)
    return
      (1.0 / 12 - square
      * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))))
      / x
  }

  /// log Γ(x + 1), for x ≥ 0.
  static func logFactorial(_ x: Double) -> Double {
    // Up to where Stirling's series is exact to the last bit.
    var product = 1.0
    var y = x
    while y < 15 {
      y += 1
      product *= y
    }
    return (y + 0.5) * log(y) - y + halfLogTwoPi + stirlingError(y) - log(product)
  }

  /// x log(x / m) + m − x ≥ 0, for x, m > 0.
  static func deviance(_ x: Double, _ m: Double) -> Double {
    let difference = x - m
    guard abs(difference) < 0.1 * (x + m) else { return x * log(x / m) - difference }
    // log(x / m) = 2 artanh v, as a series in v.
    let v = difference / (x + m)
    var sum = difference * v
    var term = 2 * x * v
    var divisor = 3.0
    while true {
      term *= v * v
      let next = sum + term / divisor
      if next == sum { return next }
      sum = next
      divisor += 2
    }
  }

  /// m^x e^−m / Γ(x + 1): for whole x the Poisson probability of x with mean m.
  static func poisson(_ x: Double, mean m: Double) -> Double {
    if m <= 0 { return x == 0 ? 1 : 0 }
    if x < 0.5 { return exp(x * log(m) - m - logFactorial(x)) }
    return exp(-stirlingError(x) - deviance(x, m)) / (2 * Double.pi * x).squareRoot()
  }
}
