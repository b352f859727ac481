import TerminalUI

/// The terminal's background, as it answers OSC 11; parts from 0 to 1.
struct BackgroundColor: Equatable {
  var red: Double
  var green: Double
  var blue: Double

  /// What to write to be told.
  static let question = "\u{1b}]11;?\u{1b}\\"

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// From `]11;rgb:RRRR/GGGG/BBBB`, with one to four hexadecimal digits each (XParseColor).
  init?(answer: some Collection<UInt8>) {
    let text = String(decoding: answer, as: UTF8.self)
    let prefix = "]11;rgb:"
    guard text.hasPrefix(prefix) else { return nil }
    let parts = text.dropFirst(prefix.count).split(separator: "/").compactMap { digits in
      (1...4).contains(digits.count)
        ? UInt32(digits, radix: 16).map { Double($0) / Double((1 << (4 * digits.count)) - 1) }
        : nil
    }
    guard parts.count == 3 else { return nil }
    self.init(red: parts[0], green: parts[1], blue: parts[2])
  }

  /// The theme that is legible on it, by its luma (ITU-R BT.601).
  var theme: Theme {
    0.299 * red + 0.587 * green + 0.114 * blue > 0.5 ? .light : .dark
  }
}
