/// Logarithm, exponential, sine and cosine out of + − × ÷ alone.
///
/// IEEE 754 fixes every bit of those four, while each platform's C library rounds `log` and `cos`
/// its own way. A sample written on one machine is therefore the same bytes on any other.
/// Relative error below 1e-13 on the ranges used here; no replacement for the system's functions.
enum PortableMath {
  private static let ln2High = 0x1.62e42fee00000p-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  /// Natural logarithm of a positive normal number.
  static func log(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.4142135623730951 {
      significand /= 2
      exponent += 1
    }
    // log m = 2 artanh((m − 1) / (m + 1)), a series in s² ≤ 0.0295.
    let s = (significand - 1) / (significand + 1)
    let square = s * s
    var sum = 0.0
    var denominator = 21.0
    while denominator >= 1 {
      sum = sum * square + 1 / denominator
      denominator -= 2
    }
    return exponent * ln2High + (2 * s * sum + exponent * ln2Low)
  }

  /// Exponential of a number between −700 and 700.
  static func exp(_ x: Double) -> Double {
    let power = (x / (ln2High + ln2Low)).rounded()
    let rest = (x - power * ln2High) - power * ln2Low
    var sum = 1.0
    var term = 14.0
    while term >= 1 {
      sum = 1 + sum * rest / term
      term -= 1
    }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }

  /// `base` to the power of `exponent`, for a positive base.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    exp(exponent * log(base))
  }

  /// Cosine of an angle in full turns.
  static func cosine(turns: Double) -> Double {
    sine(turns: turns + 0.25)
  }

  /// Sine of an angle in full turns.
  static func sine(turns: Double) -> Double {
    let quarter = (turns * 4).rounded()
    let rest = (turns - quarter / 4) * (2 * Double.pi)
    let index = Int(quarter - 4 * (quarter / 4).rounded(.down))
    let value = index % 2 == 0 ? smallSine(rest) : smallCosine(rest)
    return index < 2 ? value : -value
  }

  /// Arc sine of a number between −0.5 and 0.5.
  static func smallArcSine(_ x: Double) -> Double {
    // Σ (2k)! / (4^k k!² (2k+1)) x^(2k+1), forward until nothing changes.
    var coefficient = 1.0
    var power = x
    var sum = x
    for k in 1...40 {
      coefficient *= Double(2 * k - 1) / Double(2 * k)
      power *= x * x
      sum += coefficient * power / Double(2 * k + 1)
    }
    return sum
  }

  private static func smallSine(_ x: Double) -> Double {
    series(x, first: x, from: 2)
  }

  private static func smallCosine(_ x: Double) -> Double {
    series(x, first: 1, from: 1)
  }

  /// Adds −x² / (n (n+1)) times the last term, for n = from, from + 2, … (|x| ≤ π/4).
  private static func series(_ x: Double, first: Double, from: Int) -> Double {
    var term = first
    var sum = first
    for step in 0..<10 {
      let n = Double(from + 2 * step)
      term *= -(x * x) / (n * (n + 1))
      sum += term
    }
    return sum
  }
}
