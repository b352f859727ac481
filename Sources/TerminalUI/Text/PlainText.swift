/// UTF-8 in which every scalar is a grapheme of its own and one cell wide: ASCII, Latin, general
/// punctuation, box drawing, blocks and Braille. Nearly everything on a screen is; it needs no
/// grapheme breaking, which is most of the cost of writing text.
enum PlainText {
  /// The number of cells, or nil where the text needs the careful way.
  static func cells(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var count = 0
    var index = 0
    while index < bytes.count {
      guard let (_, length) = scalar(in: bytes, at: index) else { return nil }
      index += length
      count += 1
    }
    return count
  }

  /// The plain scalar that starts at `index` and its length in bytes, or nil where there is none.
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int)? {
    let first = UInt32(bytes[index])
    if first < 0x80 { return first >= 0x20 && first != 0x7f ? (first, 1) : nil }
    if first < 0xe0 {
      guard index + 1 < bytes.count else { return nil }
      let value = (first & 0x1f) << 6 | UInt32(bytes[index + 1] & 0x3f)
      return value >= 0xa0 && value < 0x300 && value != 0xad && value != 0xa9 && value != 0xae
        ? (value, 2) : nil
    }
    guard first < 0xf0, index + 2 < bytes.count else { return nil }
    let value =
      (first & 0xf) << 12 | UInt32(bytes[index + 1] & 0x3f) << 6 | UInt32(bytes[index + 2] & 0x3f)
    switch value {
    case 0x2010...0x2027, 0x2500...0x25a9, 0x25ac...0x25b5, 0x25b7...0x25bf, 0x2800...0x28ff:
      return (value, 3)
    default:
      return nil
    }
  }
}
