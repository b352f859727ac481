/// Numbers as messages and forms show them.
enum PlainNumber {
  /// The shortest text that reads back as the same number: `5`, `0.25`, `1e12`, `inf`.
  static func text(_ value: Double) -> String {
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    guard value == value.rounded(), abs(value) < 1e16 else {
      return "\(value)".replacing("e+", with: "e")
    }
    var digits = Int(value)
    var zeros = 0
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      zeros += 1
    }
    return zeros < 9 ? String(Int(value)) : "\(digits)e\(zeros)"
  }

  /// The number that `text` writes with digits, a decimal point and perhaps an exponent.
  static func parse(_ text: Substring) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || ".-+eE".utf8.contains(byte)
    }
    guard isPlain, let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
