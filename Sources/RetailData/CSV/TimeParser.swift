/// Reads times as files write them.
///
/// ISO 8601: `2011-02-28`, `2011-02-28 08:26`, `2011-02-28T08:26:30`, seconds with a fraction
/// (dropped), with `Z` or an offset such as `+01:00`, `+0100`, `+01`; no zone means UTC. Or whole
/// seconds since 1970 (a fraction is dropped).
enum TimeParser {
  enum Failure: Error, Equatable {
    /// Not written as a time at all.
    case format
    /// A day or hour that does not exist.
    case impossible
    /// Before 1970 or after 2106-02-07.
    case range
  }

  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Result<Timestamp, Failure> {
    var cursor = Cursor(text: text)
    guard text.count >= 5, text[4] == UInt8(ascii: "-"), let date = cursor.date() else {
      return unixSeconds(text)
    }
    guard (1...12).contains(date.month),
      (1...days(month: date.month, year: date.year)).contains(date.day)
    else { return .failure(.impossible) }
    var seconds = CalendarDate(year: date.year, month: date.month, day: date.day).dayNumber * 86_400
    if cursor.isAtEnd { return timestamp(seconds) }
    guard cursor.skip(" ") || cursor.skip("T") || cursor.skip("t"), let clock = cursor.clock(),
      let offset = cursor.offset(), cursor.isAtEnd
    else { return .failure(.format) }
    // 24:00:00 is the end of a day; a leap second counts as the second after it.
    let isMidnight = clock.hour == 24 && clock.minute == 0 && clock.second == 0
    guard clock.hour < 24 || isMidnight, clock.minute < 60, clock.second <= 60,
      abs(offset) < 86_400
    else { return .failure(.impossible) }
    seconds += clock.hour * 3_600 + clock.minute * 60 + clock.second - offset
    return timestamp(seconds)
  }

  private static func unixSeconds(_ text: UnsafeBufferPointer<UInt8>) -> Result<Timestamp, Failure>
  {
    var cursor = Cursor(text: text)
    guard let seconds = cursor.number(digits: 1...15), cursor.fraction(), cursor.isAtEnd else {
      return .failure(.format)
    }
    // 20110228 is a date without hyphens, not a day of 1970.
    if text.count == 8, (1_900...2_105).contains(seconds / 10_000),
      (1...12).contains(seconds / 100 % 100), (1...31).contains(seconds % 100)
    {
      return .failure(.format)
    }
    return timestamp(seconds)
  }

  private static func timestamp(_ seconds: Int) -> Result<Timestamp, Failure> {
    guard let exact = UInt32(exactly: seconds) else { return .failure(.range) }
    return .success(Timestamp(seconds: exact))
  }

  static func days(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// A place in a text, moved by what is read there.
  private struct Cursor {
    let text: UnsafeBufferPointer<UInt8>
    var position = 0

    var isAtEnd: Bool { position == text.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    mutating func number(digits: ClosedRange<Int>) -> Int? {
      var value = 0
      let start = position
      while position < text.count, position - start < digits.upperBound,
        text[position] &- 48 < 10
      {
        value = value * 10 + Int(text[position] - 48)
        position += 1
      }
      return digits.contains(position - start) ? value : nil
    }

    mutating func date() -> (year: Int, month: Int, day: Int)? {
      guard let year = number(digits: 4...4), skip("-"), let month = number(digits: 1...2),
        skip("-"), let day = number(digits: 1...2)
      else { return nil }
      return (year, month, day)
    }

    mutating func clock() -> (hour: Int, minute: Int, second: Int)? {
      guard let hour = number(digits: 1...2), skip(":"), let minute = number(digits: 2...2) else {
        return nil
      }
      guard skip(":") else { return (hour, minute, 0) }
      guard let second = number(digits: 2...2), fraction() else { return nil }
      return (hour, minute, second)
    }

    /// False where a point or comma is not followed by digits.
    mutating func fraction() -> Bool {
      guard skip(".") || skip(",") else { return true }
      return number(digits: 1...18) != nil
    }

    /// Seconds east of UTC.
    mutating func offset() -> Int? {
      if isAtEnd || skip("Z") || skip("z") { return 0 }
      _ = skip(" ")
      let sign: Int
      if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
      guard let hours = number(digits: 2...2) else { return nil }
      if isAtEnd { return sign * hours * 3_600 }
      _ = skip(":")
      guard let minutes = number(digits: 2...2), minutes < 60 else { return nil }
      return sign * (hours * 3_600 + minutes * 60)
    }
  }
}
