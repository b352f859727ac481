import CTerminalGuard

/// The bytes that give the screen back, put together while all is well, since a crashing program
/// may only write.
struct ResetSequence {
  let bytes: [UInt8]

  /// From the terminal's own capabilities: end of attributes, visible cursor, local keypad, end
  /// of the alternate screen.
  init(sgr0: String?, cnorm: String?, rmkx: String?, rmcup: String?) {
    let parts = [
      TerminalModes.leave, sgr0 ?? "\u{1b}[0m", cnorm ?? "", rmkx ?? "",
      // Without an alternate screen, at least begin a line of one's own.
      rmcup ?? "\r\n",
    ]
    bytes = parts.flatMap { Self.withoutPadding($0).utf8 }
  }

  /// From now on the end of the process gives the screen back.
  func arm() {
    // C copies the bytes before it returns.
    bytes.withUnsafeBytes {
      terminal_guard_arm($0.bindMemory(to: CChar.self).baseAddress, $0.count)
    }
  }

  /// terminfo marks delays as `$<5>`; a crash has no time for them, and they must not be printed.
  static func withoutPadding(_ capability: String) -> String {
    var result = ""
    var rest = Substring(capability)
    while let start = rest.firstRange(of: "$<"),
      let end = rest[start.upperBound...].firstIndex(of: ">")
    {
      result += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

/// Private modes of xterm and its kin; terminals without them ignore them.
enum TerminalModes {
  /// Mouse presses (1000) in SGR form (1006), if wanted, and bracketed paste (2004).
  static func enter(mouse: Bool) -> String {
    (mouse ? "\u{1b}[?1000h\u{1b}[?1006h" : "") + "\u{1b}[?2004h"
  }

  static let leave = "\u{1b}[?1006l\u{1b}[?1000l\u{1b}[?2004l"
}
