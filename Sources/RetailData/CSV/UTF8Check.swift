/// Finds bytes that are not UTF-8 (RFC 3629).
enum UTF8Check {
  /// True where every byte is below 128: then nothing needs a closer look.
  static func isASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    var position = 0
    var seen: UInt64 = 0
    while position + 32 <= raw.count {
      seen |= raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      seen |= raw.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
      seen |= raw.loadUnaligned(fromByteOffset: position + 16, as: UInt64.self)
      seen |= raw.loadUnaligned(fromByteOffset: position + 24, as: UInt64.self)
      if seen & 0x8080_8080_8080_8080 != 0 { return false }
      position += 32
    }
    while position < raw.count {
      if raw[position] >= 0x80 { return false }
      position += 1
    }
    return true
  }

  /// The place of the first byte that does not continue valid text, or nil.
  static func firstInvalid(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    while position < text.count {
      let lead = text[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      guard let length = sequenceLength(text, position, lead) else { return position }
      position += length
    }
    return nil
  }

  /// Length of the multi-byte character at `position`, or nil where it is not one.
  private static func sequenceLength(
    _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ lead: UInt8
  ) -> Int? {
    let length: Int
    // The second byte's range excludes overlong forms, surrogates and what is above U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xbf
    switch lead {
    case 0xc2...0xdf: length = 2
    case 0xe0:
      length = 3
      second = 0xa0...0xbf
    case 0xed:
      length = 3
      second = 0x80...0x9f
    case 0xe1...0xef: length = 3
    case 0xf0:
      length = 4
      second = 0x90...0xbf
    case 0xf1...0xf3: length = 4
    case 0xf4:
      length = 4
      second = 0x80...0x8f
    default: return nil
    }
    guard position + length <= text.count, second.contains(text[position + 1]) else { return nil }
    for place in stride(from: position + 2, to: position + length, by: 1)
    where !(0x80...0xbf).contains(text[place]) {
      return nil
    }
    return length
  }
}
