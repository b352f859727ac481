import RetailData

/// How figures read on screen: thousands separated, unknown as a dash, never cut.
enum NumberText {
  static let unknown = "–"
  private static let minus = "−"

  /// `1234567` as `1,234,567`.
  static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var text = value < 0 ? minus : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// `1234.5` with two decimals as `1,234.50`; NaN as a dash.
  static func decimal(_ value: Double, places: Int) -> String {
    if value.isNaN { return unknown }
    if value.isInfinite { return value < 0 ? minus + "∞" : "∞" }
    // Beyond this a Double has no decimals left, and an Int might overflow.
    guard value.magnitude < 1e15 else { return String(value).replacing("-", with: minus) }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    let whole = (scaled / scale).rounded(.down)
    let sign = value < 0 && scaled > 0 ? minus : ""
    if places == 0 { return sign + count(Int(whole)) }
    let fraction = String(Int(scaled - whole * scale))
    let zeros = String(repeating: "0", count: max(0, places - fraction.count))
    return sign + count(Int(whole)) + "." + zeros + fraction
  }

  /// A number with no more decimals than it needs, at most `places`: `10`, `2.5`.
  static func short(_ value: Double, places: Int = 2) -> String {
    var text = decimal(value, places: places)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// A number of any size to about six digits: `0.00125`, `2.5`, `18,000`.
  static func figure(_ value: Double) -> String {
    let size = value.magnitude
    return short(value, places: size < 1 ? 6 : size < 100 ? 4 : 2)
  }

  /// Money: cents where they matter.
  static func money(_ value: Double) -> String {
    decimal(value, places: value.magnitude < 100_000 ? 2 : 0)
  }

  /// How much more or less, with its sign: `+0.31`, `−2`.
  static func signed(_ value: Double, _ text: (Double) -> String = figure) -> String {
    if value.isNaN { return unknown }
    let shown = text(value.magnitude)
    // What rounds to nothing has no sign.
    if !shown.contains(where: { "123456789∞".contains($0) }) { return shown }
    return (value < 0 ? minus : "+") + shown
  }

  /// `9 Dec 2011`.
  static func date(_ time: Timestamp) -> String {
    let date = CalendarDate(day: time.day)
    return "\(date.day) \(month(date.month)) \(date.year)"
  }

  /// The day without its year.
  static func day(_ time: Timestamp) -> String {
    let date = CalendarDate(day: time.day)
    return "\(date.day) \(month(date.month))"
  }

  /// `0.359–0.442`, and with a word between where one bound is negative.
  static func interval(_ interval: ClosedRange<Double>) -> String {
    let (low, high) = (
      decimal(interval.lowerBound, places: 3), decimal(interval.upperBound, places: 3)
    )
    return interval.lowerBound < 0 ? "\(low) to \(high)" : "\(low)–\(high)"
  }

  static func month(_ number: Int) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names.indices.contains(number - 1) ? names[number - 1] : "?"
  }
}
