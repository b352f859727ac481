import TestSupport

/// Writes values as CSV with quotes where they must be and, at random, where they need not be.
struct RandomCSV {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func text(_ rows: [[String]]) -> [UInt8] {
    var text = Bool.random(using: &random) ? "\u{feff}" : ""
    let lineEnd = Bool.random(using: &random) ? "\r\n" : "\n"
    for (number, row) in rows.enumerated() {
      text += row.map { field($0) }.joined(separator: ",")
      if number + 1 < rows.count || Bool.random(using: &random) { text += lineEnd }
      // Empty lines are no records.
      if number > 0, Int.random(in: 0..<20, using: &random) == 0 { text += lineEnd }
    }
    return Array(text.utf8)
  }

  /// A short text of characters that make trouble.
  mutating func value(_ lengths: ClosedRange<Int>) -> String {
    let alphabet = ["a", "b", "1", ",", "\"", "\n", "\r\n", "é", "日", " ", "x", "y"]
    var value = ""
    for _ in 0..<Int.random(in: lengths, using: &random) {
      value += alphabet.randomElement(using: &random) ?? ""
    }
    return value
  }

  private mutating func field(_ value: String) -> String {
    let mustQuote = value.utf8.contains { [0x22, 0x2c, 0x0a, 0x0d].contains($0) }
    // A row of one empty field would be an empty line.
    if mustQuote || Int.random(in: 0..<4, using: &random) == 0 {
      var quoted = "\""
      for scalar in value.unicodeScalars {
        if scalar == "\"" { quoted += "\"" }
        quoted.unicodeScalars.append(scalar)
      }
      return quoted + "\""
    }
    return value
  }
}
