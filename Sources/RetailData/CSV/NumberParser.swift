import Foundation

/// Reads decimal numbers: `12`, `-3.50`, `.5`, `1e-3`. No grouping, no currency, no `nan` or `inf`.
enum NumberParser {
  /// The number, or nil where the text is none. Correctly rounded.
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var position = 0
    var negative = false
    if position < text.count, text[position] == UInt8(ascii: "-") {
      negative = true
      position += 1
    }
    var mantissa = 0
    var digits = 0
    var decimals = 0
    var pointSeen = false
    while position < text.count {
      let byte = text[position]
      if byte &- 48 < 10 {
        mantissa = mantissa &* 10 &+ Int(byte &- 48)
        digits += 1
        if pointSeen { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !pointSeen {
        pointSeen = true
      } else {
        return general(text)
      }
      position += 1
    }
    if digits == 0 { return nil }
    // Both numbers are exact (below 2^53 and 10^22), so one division rounds once (Clinger 1990).
    if digits > 15 { return general(text) }
    let value = Double(mantissa) / powersOfTen[decimals]
    return negative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func general(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    let allowed = text.allSatisfy { byte in
      byte &- 48 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e")
        || byte == UInt8(ascii: "E") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
    guard allowed, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }
}
