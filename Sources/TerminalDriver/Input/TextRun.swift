import TerminalUI

/// A run of input without escape sequences: characters, put together from UTF-8 and into
/// graphemes, and control keys.
struct TextRun {
  private(set) var keys: [Key] = []
  /// How many bytes were understood; the rest is the beginning of a character.
  private(set) var length = 0

  /// With `isComplete`, nothing follows: the beginning of a character at the end is dropped.
  init(_ bytes: ArraySlice<UInt8>, isComplete: Bool) {
    var text = String.UnicodeScalarView()
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x7f {
        flush(&text)
        keys.append(Self.control(byte))
        index += 1
        continue
      }
      switch UTF8Scalar.decode(bytes[index...]) {
      case .scalar(let scalar, let length):
        // C1 controls are no text.
        if scalar.value < 0x80 || scalar.value >= 0xa0 { text.append(scalar) }
        index += length
      case .invalid(let length):
        index += length
      case .incomplete:
        flush(&text)
        length = isComplete ? bytes.count : index - bytes.startIndex
        return
      }
    }
    flush(&text)
    length = bytes.count
  }

  private mutating func flush(_ text: inout String.UnicodeScalarView) {
    if text.isEmpty { return }
    keys += String(text).map(Key.character)
    text = String.UnicodeScalarView()
  }

  /// The key of a C0 control or DEL.
  static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x0d, 0x0a: .enter
    case 0x09: .tab
    case 0x08, 0x7f: .backspace
    case 0x1b: .escape
    case 0x01...0x1a: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }
}

/// One scalar read from UTF-8.
enum UTF8Scalar {
  case scalar(Unicode.Scalar, length: Int)
  case invalid(length: Int)
  case incomplete

  static func decode(_ bytes: ArraySlice<UInt8>) -> UTF8Scalar {
    guard let first = bytes.first else { return .incomplete }
    let length =
      switch first {
      case 0..<0x80: 1
      case 0xc2..<0xe0: 2
      case 0xe0..<0xf0: 3
      case 0xf0..<0xf5: 4
      default: 0
      }
    if length == 0 { return .invalid(length: 1) }
    let body = bytes.prefix(length)
    if let bad = body.dropFirst().firstIndex(where: { $0 & 0xc0 != 0x80 }) {
      return .invalid(length: bad - bytes.startIndex)
    }
    if body.count < length { return .incomplete }
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0xff >> (UInt32(length) + 1))
    for byte in body.dropFirst() { value = value << 6 | UInt32(byte & 0x3f) }
    let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= least[length], let scalar = Unicode.Scalar(value) else {
      return .invalid(length: length)
    }
    return .scalar(scalar, length: length)
  }
}
