/// What a parameter is set to.
public enum ParameterValue: Sendable, Equatable {
  /// Infinite for a capacity without limit.
  case number(Double)
  /// No cut-off, no target.
  case absent
  /// One of a parameter's choices.
  case word(String)
}

extension ParameterValue: CustomStringConvertible {
  /// As `set(_:to:names:)` reads it back.
  public var description: String {
    switch self {
    case .number(let value): PlainNumber.text(value)
    case .absent: "none"
    case .word(let word): word
    }
  }
}

/// Which values a parameter takes.
public enum ParameterDomain: Sendable, Equatable {
  case number(NumberDomain)
  case choice([String])
}

/// Which numbers a parameter takes.
public struct NumberDomain: Sendable, Equatable, CustomStringConvertible {
  public var low: Double
  public var high: Double
  /// Only numbers above `low`.
  public var excludesLow = false
  public var isWhole = false
  /// In the plural: "litres".
  public var unit: String
  /// What `none` means; nil where it is no value.
  public var absence: String?
  /// `inf` is a value: no limit.
  public var allowsUnlimited = false

  func contains(_ value: Double) -> Bool {
    if value == .infinity { return allowsUnlimited }
    if isWhole, value != value.rounded() { return false }
    return (excludesLow ? value > low : value >= low) && value <= high
  }

  /// "litres from 0 to 1e12, or inf for no limit".
  public var description: String {
    let ends = (PlainNumber.text(low), PlainNumber.text(high))
    var text = isWhole ? "whole \(unit)" : unit
    text += excludesLow ? " above \(ends.0) and up to \(ends.1)" : " from \(ends.0) to \(ends.1)"
    if allowsUnlimited { text += ", or inf for no limit" }
    if let absence { text += ", or none for \(absence)" }
    return text
  }
}

extension NumberDomain {
  /// Beyond it sums of products would lose their meaning.
  private static let most = 1e12

  static func notNegative(_ unit: String) -> NumberDomain {
    NumberDomain(low: 0, high: most, unit: unit)
  }

  static func capacity(_ unit: String) -> NumberDomain {
    NumberDomain(low: 0, high: most, unit: unit, allowsUnlimited: true)
  }

  static func positive(_ unit: String, upTo high: Double = most) -> NumberDomain {
    NumberDomain(low: 0, high: high, excludesLow: true, unit: unit)
  }

  static func whole(_ unit: String, from low: Double, to high: Double) -> NumberDomain {
    NumberDomain(low: low, high: high, isWhole: true, unit: unit)
  }

  /// A share of 1 that may be absent.
  static let target = NumberDomain(low: 0, high: 1, unit: "a share", absence: "no target")
  static let days = NumberDomain(low: 0, high: 3_650, unit: "days")
  static let factor = NumberDomain(low: 0, high: 1_000, unit: "a factor")
  static let hours = NumberDomain(low: 0, high: 24, unit: "hours", absence: "no cut-off")
  static let shift = NumberDomain(low: -24, high: 24, unit: "hours")
}
