/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x): the distribution
/// function of a gamma variable with shape a, and its complement.
///
/// Source: NIST Digital Library of Mathematical Functions, 8.7.3 (series) and 8.9.2 (continued
/// fraction), https://dlmf.nist.gov/8.
struct IncompleteGamma {
  let lower: Double
  let upper: Double
  /// dP/dx.
  let density: Double

  /// - Precondition: a > 0 and x ≥ 0, both finite.
  init(_ a: Double, _ x: Double) {
    guard x > 0 else {
      (lower, upper) = (0, 1)
      density = a < 1 ? .infinity : a == 1 ? 1 : 0
      return
    }
    let factor = Deviance.poisson(a, mean: x)
    density = factor * a / x
    if x < a + 1 {
      lower = min(1, factor * Self.series(a, x))
      upper = 1 - lower
    } else {
      upper = min(1, factor * a * Self.fraction(a, x))
      lower = 1 - upper
    }
  }

  /// Σ xⁿ / ((a + 1) … (a + n)).
  private static func series(_ a: Double, _ x: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    var n = a
    repeat {
      n += 1
      term *= x / n
      sum += term
    } while term > sum * 0x1p-54
    return sum
  }

  /// Γ(a, x) eˣ x⁻ᵃ, by the modified Lentz algorithm (Thompson & Barnett 1986).
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / (b == 0 ? tiny : b)
    var result = d
    var n = 1.0
    while n < 100_000 {
      let numerator = -n * (n - a)
      b += 2
      d = numerator * d + b
      c = b + numerator / c
      d = 1 / (d == 0 ? tiny : d)
      if c == 0 { c = tiny }
      let change = d * c
      result *= change
      if abs(change - 1) < 0x1p-51 { break }
      n += 1
    }
    return result
  }
}
