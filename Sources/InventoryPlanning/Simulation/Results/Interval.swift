import Foundation

/// A mean over replications with its 95 % confidence interval: Student's t for independent
/// replications.
public struct Interval: Sendable, Equatable {
  public let mean: Double
  /// Half of the interval's width; infinite for a single replication.
  public let halfWidth: Double

  public var low: Double { mean - halfWidth }
  public var high: Double { mean + halfWidth }

  /// Values that are no numbers (a metric without meaning in that replication) are left out.
  public init(_ values: [Double]) {
    let values = values.filter { !$0.isNaN }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    self.mean = mean
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    halfWidth =
      values.count < 2
      ? .infinity
      : square == 0
        ? 0
        : Self.studentQuantile(freedom: values.count - 1)
          * (square / (count - 1) / count).squareRoot()
  }

  /// The 97.5 % quantile of Student's t: exact for one and two degrees of freedom, else Fisher's
  /// expansion (Abramowitz & Stegun 26.7.5), wrong by less than 0.3 % from three on.
  static func studentQuantile(freedom: Int) -> Double {
    if freedom == 1 { return 12.7062 }
    if freedom == 2 { return 4.30265 }
    let n = Double(freedom)
    let x = 1.959964
    let (x3, x5, x7, x9) = (pow(x, 3), pow(x, 5), pow(x, 7), pow(x, 9))
    return x + (x3 + x) / (4 * n) + (5 * x5 + 16 * x3 + 3 * x) / (96 * n * n)
      + (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / (384 * n * n * n)
      + (79 * x9 + 776 * x7 + 1_482 * x5 - 1_920 * x3 - 945 * x) / (92_160 * n * n * n * n)
  }
}
