import Foundation

/// The regularised incomplete beta function as the distribution function of negative binomial
/// counts needs it.
enum IncompleteBeta {
  /// I_x(a, b), given x^a (1 − x)^b Γ(a + b) / (Γ(a + 1) Γ(b)) as `factor`, so that the caller may
  /// compute that without cancellation.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and
  /// 8.17.4 (symmetry), https://dlmf.nist.gov/8.17.
  ///
  /// - Precondition: a, b > 0; 0 < x < 1; `y` is 1 − x.
  static func value(_ x: Double, complement y: Double, _ a: Double, _ b: Double, factor: Double)
    -> Double
  {
    if x < (a + 1) / (a + b + 2) { return min(1, factor * fraction(x, a, b)) }
    return max(0, 1 - factor * a / b * fraction(y, b, a))
  }

  /// By the modified Lentz algorithm (Thompson & Barnett 1986).
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / safe(1 - (a + b) * x / (a + 1))
    var result = d
    var m = 1.0
    while m < 100_000 {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / safe(1 + even * d)
      c = safe(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / safe(1 + odd * d)
      c = safe(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 0x1p-50 { break }
      m += 1
    }
    return result
  }
}
