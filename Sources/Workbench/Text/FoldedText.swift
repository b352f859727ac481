/// A text to look for in UTF-8 bytes without regard to ASCII case.
struct FoldedText: Sendable {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = text.utf8.map(SortKeys.lowercased)
  }

  var isEmpty: Bool { bytes.isEmpty }
  /// In bytes.
  var count: Int { bytes.count }

  func isContained(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    firstOffset(in: text) != nil
  }

  /// Where it stands first, in bytes.
  func firstOffset(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = bytes.first else { return 0 }
    guard text.count >= bytes.count else { return nil }
    for start in 0...(text.count - bytes.count) where SortKeys.lowercased(text[start]) == first {
      var length = 1
      while length < bytes.count, SortKeys.lowercased(text[start + length]) == bytes[length] {
        length += 1
      }
      if length == bytes.count { return start }
    }
    return nil
  }

  func equals(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count == bytes.count && isPrefix(of: text)
  }

  func isPrefix(of text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count >= bytes.count
      && bytes.indices.allSatisfy { SortKeys.lowercased(text[$0]) == bytes[$0] }
  }

  func precedes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { SortKeys.precedes($0, text) }
  }

  func follows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { SortKeys.precedes(text, $0) }
  }
}
