import Foundation

/// The time until a pair's next purchase: log-normal, once as of a pair with a rhythm and once as
/// of one without, as far as it is known which one it is.
struct RepeatGap: Sendable, Equatable {
  let regular: LogNormal
  let irregular: LogNormal
  /// The probability of a rhythm.
  let regularity: Double

  /// A log-normal time, in ln days.
  struct LogNormal: Sendable, Equatable {
    let mean: Double
    let variance: Double

    /// How far `age` days are into the gap, in standard deviations: 0 where it is due.
    func lateness(age: Double) -> Double {
      (log(max(age, 0.5)) - mean) / variance.squareRoot()
    }

    /// The probability of a longer time.
    func survival(age: Double) -> Double { 0.5 * erfc(lateness(age: age) * 0.5.squareRoot()) }
  }

  /// The usual time, in days.
  var typicalDays: Double {
    exp(regularity * regular.mean + (1 - regularity) * irregular.mean)
  }

  /// The probability that a purchase that has not been made for `age` days is made within
  /// `horizon` more, if it is made at all.
  func whenDue(age: Double, horizon: Double) -> Double {
    let now = survival(age: age)
    // So late that the model has nothing left to say: it would be due at once.
    guard now > 1e-12 else { return 1 }
    return 1 - survival(age: max(age, 0.5) + horizon) / now
  }

  private func survival(age: Double) -> Double {
    regularity * regular.survival(age: age) + (1 - regularity) * irregular.survival(age: age)
  }
}
