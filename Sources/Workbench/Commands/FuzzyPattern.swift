/// Letters to be found in order in a longer text, without regard to ASCII case. Better matches
/// score higher: letters in a row, at the starts of words, and in short texts.
struct FuzzyPattern: Sendable {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = text.utf8.map(SortKeys.lowercased).filter { $0 != 0x20 }
  }

  func score(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { score($0) }
  }

  /// Nil where a letter is missing. Takes time proportional to the text.
  func score(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    if bytes.isEmpty { return 0 }
    var found = 0
    var score = 0
    var previous = -2
    for index in 0..<text.count where SortKeys.lowercased(text[index]) == bytes[found] {
      if index == previous + 1 {
        score += 8
      } else if index == 0 || !Self.isWordPart(text[index - 1]) {
        score += 6
      }
      if index == found { score += 4 }
      previous = index
      found += 1
      if found == bytes.count { return score * 4 - text.count }
    }
    return nil
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    let letter = SortKeys.lowercased(byte)
    return letter &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80
  }
}
