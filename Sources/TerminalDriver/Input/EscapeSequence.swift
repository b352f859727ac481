import TerminalUI

/// What bytes that begin with Esc mean.
enum EscapeSequence: Equatable {
  case incomplete
  /// A key, or nil for a sequence that is none of ours and is swallowed.
  case key(Key?, length: Int)
  case mouse(MouseReport, length: Int)
  case pasteStart(length: Int)
  /// The answer to the question for the background's colour.
  case background(BackgroundColor, length: Int)

  static let pasteEnd: [UInt8] = Array("\u{1b}[201~".utf8)

  /// Longer than any sequence a terminal sends on its own.
  private static let limit = 64

  /// Reads the sequence at the start of `bytes`, which begin with Esc. With `isComplete`, nothing
  /// follows, and what is unfinished is what it is: Esc, or Alt and a character.
  static func parse(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> EscapeSequence {
    let start = bytes.startIndex
    guard bytes.count > 1 else { return isComplete ? .key(.escape, length: 1) : .incomplete }
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      if bytes.count == 2 { return isComplete ? .key(.alt("["), length: 2) : .incomplete }
      return control(bytes, isComplete: isComplete)
    case UInt8(ascii: "O"):
      if bytes.count == 2 { return isComplete ? .key(.alt("O"), length: 2) : .incomplete }
      return .key(KeyNames.singleShift(bytes[start + 2]), length: 3)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
      return string(bytes, isComplete: isComplete)
    case 0x1b:
      // Esc twice: the first is a key of its own.
      return .key(.escape, length: 1)
    default:
      return alt(bytes, isComplete: isComplete)
    }
  }

  /// Alt and a character.
  private static func alt(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> EscapeSequence {
    let byte = bytes[bytes.startIndex + 1]
    if byte < 0x20 || byte == 0x7f {
      let key = TextRun.control(byte)
      // Alt-Backspace deletes a word wherever lines are edited.
      return .key(key == .backspace ? .control("w") : key, length: 2)
    }
    switch UTF8Scalar.decode(bytes.dropFirst()) {
    case .scalar(let scalar, let length): return .key(.alt(Character(scalar)), length: 1 + length)
    case .invalid(let length): return .key(nil, length: 1 + length)
    case .incomplete: return isComplete ? .key(nil, length: bytes.count) : .incomplete
    }
  }

  /// Esc [ parameters intermediates final (ECMA-48, 5.4).
  private static func control(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> EscapeSequence {
    let start = bytes.startIndex
    if bytes[start + 2] == UInt8(ascii: "M") { return oldMouse(bytes, isComplete: isComplete) }
    // The Linux console's F1 to F5: Esc [ [ A … E.
    if bytes[start + 2] == UInt8(ascii: "[") {
      guard bytes.count > 3 else {
        return isComplete ? .key(nil, length: bytes.count) : .incomplete
      }
      return .key(KeyNames.linuxFunction(bytes[start + 3]), length: 4)
    }
    let body = bytes.dropFirst(2)
    // Those that begin so are answers to questions; < are mouse reports.
    let isPrivate = (0x3c...0x3f).contains(bytes[start + 2])
    // rxvt ends shifted keys with $, which elsewhere is an intermediate byte.
    let isFinal = { (byte: UInt8) in
      (0x40...0x7e).contains(byte) || (byte == UInt8(ascii: "$") && !isPrivate)
    }
    guard let end = body.firstIndex(where: isFinal)
    else {
      let isBroken = body.contains { $0 < 0x20 || $0 > 0x7e } || body.count > limit
      if isBroken || isComplete { return .key(nil, length: brokenLength(bytes)) }
      return .incomplete
    }
    let text = body[..<end]
    let length = end + 1 - start
    if text.contains(where: { $0 < 0x20 || $0 > 0x3f }) {
      return .key(nil, length: brokenLength(bytes))
    }
    if text.first == UInt8(ascii: "<") {
      guard let report = MouseReport(sgr: numbers(text.dropFirst()), final: bytes[end]) else {
        return .key(nil, length: length)
      }
      return .mouse(report, length: length)
    }
    if isPrivate { return .key(nil, length: length) }
    let parameters = numbers(text)
    if bytes[end] == UInt8(ascii: "~"), parameters.first == 200 {
      return .pasteStart(length: length)
    }
    return .key(KeyNames.control(parameters, final: bytes[end]), length: length)
  }

  /// Up to the byte that cannot belong to the sequence.
  private static func brokenLength(_ bytes: ArraySlice<UInt8>) -> Int {
    let body = bytes.dropFirst(2)
    let end = body.firstIndex { !(0x20...0x3f).contains($0) } ?? bytes.endIndex
    return end - bytes.startIndex
  }

  /// X10 mouse reports: three bytes, each 32 more than its value.
  private static func oldMouse(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> EscapeSequence {
    let start = bytes.startIndex
    guard bytes.count >= 6 else {
      return isComplete ? .key(nil, length: bytes.count) : .incomplete
    }
    let values = bytes[start + 3..<start + 6].map { Int($0) - 32 }
    let report = MouseReport(
      button: values[0], column: values[1] - 1, row: values[2] - 1, isRelease: values[0] & 3 == 3)
    return .mouse(report, length: 6)
  }

  /// Strings a terminal answers with (OSC, DCS, APC), up to BEL or Esc \\.
  private static func string(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> EscapeSequence {
    let start = bytes.startIndex
    if bytes.count == 2, isComplete {
      return .key(.alt(Character(Unicode.Scalar(bytes[start + 1]))), length: 2)
    }
    let end = bytes.dropFirst(2).firstIndex { $0 == 0x07 || $0 == 0x1b }
    guard let end, bytes[end] == 0x07 || end + 1 < bytes.endIndex || isComplete else {
      return isComplete || bytes.count > 4096 ? .key(nil, length: bytes.count) : .incomplete
    }
    let isEscEnded = bytes[end...].starts(with: [0x1b, UInt8(ascii: "\\")])
    let length = end - start + (bytes[end] == 0x07 ? 1 : isEscEnded ? 2 : 0)
    if let color = BackgroundColor(answer: bytes[start + 1..<end]) {
      return .background(color, length: length)
    }
    return .key(nil, length: length)
  }

  /// Decimal numbers between semicolons; missing ones are 0, and huge ones are cut. What follows
  /// a colon qualifies the number before it and is left out.
  private static func numbers(_ text: ArraySlice<UInt8>) -> [Int] {
    text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      var value = 0
      for byte in field {
        guard (0x30...0x39).contains(byte) else { break }
        value = min(1_000_000, value * 10 + Int(byte - 0x30))
      }
      return value
    }
  }
}
