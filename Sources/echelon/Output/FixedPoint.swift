/// Numbers with a fixed count of decimals, independent of the locale.
enum FixedPoint {
  /// `text(2.345, decimals: 2)` is `2.35`. Rounds half away from zero, as people do.
  /// Numbers too large for that are written as they are.
  static func text(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 1e18 else { return value.description }
    let digits = UInt64(scaled)
    let unit = UInt64(scale)
    let sign = value < 0 && digits > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(digits)" }
    let fraction = String(digits % unit)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(digits / unit).\(zeros)\(fraction)"
  }

  /// As short as the value allows: `10`, `0.5`.
  static func shortText(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : value.description
  }
}
