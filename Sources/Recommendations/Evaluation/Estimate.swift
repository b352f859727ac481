/// A figure and the interval it is in with 95 % confidence.
public struct Estimate: Sendable, Equatable {
  public let value: Double
  /// Nil where there are too few customers to say.
  public let interval: ClosedRange<Double>?
  /// Distinct customers it was measured on.
  public let customers: Int

  /// With fewer customers than this, their luck is all there is to see.
  public static let fewestCustomers = 10

  /// - Parameter means: of every draw, and at last the figure itself; nil where that is none.
  init?(means: [Double], customers: Int) {
    guard let value = means.last, value.isFinite else { return nil }
    self.value = value
    self.customers = customers
    let drawn = means.dropLast().filter(\.isFinite).sorted()
    guard customers >= Self.fewestCustomers, !drawn.isEmpty else {
      interval = nil
      return
    }
    let low = Self.quantile(0.025, of: drawn)
    interval = low...max(low, Self.quantile(0.975, of: drawn))
  }

  /// Between the nearest two of ascending values.
  private static func quantile(_ share: Double, of values: [Double]) -> Double {
    let place = share * Double(values.count - 1)
    let lower = Int(place)
    let upper = min(lower + 1, values.count - 1)
    return values[lower] + (place - Double(lower)) * (values[upper] - values[lower])
  }
}

/// Whether one contender is better than another, as far as the customers show.
public enum Verdict: Sendable, Equatable {
  case better
  case worse
  /// The interval of the difference contains 0: nothing may be concluded.
  case noDifferenceShown
}

extension Estimate {
  /// Of the difference between two contenders: first minus second.
  public var verdict: Verdict {
    guard let interval else { return .noDifferenceShown }
    if interval.lowerBound > 0 { return .better }
    return interval.upperBound < 0 ? .worse : .noDifferenceShown
  }
}
