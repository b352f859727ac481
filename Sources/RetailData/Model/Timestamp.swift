/// A moment, in whole seconds since 1970-01-01T00:00:00Z, from then until 2106. Times in files
/// that name no zone are taken as UTC.
public struct Timestamp: Hashable, Comparable, Sendable, BitwiseCopyable {
  public let seconds: UInt32

  @inlinable
  public init(seconds: UInt32) { self.seconds = seconds }

  @inlinable
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// Days, with fractions, from `earlier` to this moment; negative if it is later.
  @inlinable
  public func days(since earlier: Timestamp) -> Double {
    (Double(seconds) - Double(earlier.seconds)) / 86_400
  }

  /// Whole days since 1970-01-01.
  @inlinable
  public var day: Int { Int(seconds) / 86_400 }
}

/// A date of the proleptic Gregorian calendar.
///
/// Conversion after Howard Hinnant, "chrono-compatible low-level date algorithms" (public domain).
public struct CalendarDate: Hashable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date of a number of days since 1970-01-01.
  public init(day number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01. The month and day must be real ones.
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
