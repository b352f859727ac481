/// One line of text being edited, with a cursor: search, filter, palette, a parameter's value.
///
/// A value that a reducer holds; keys go in, text comes out. Word motions stop at the start of
/// words, words being runs of letters and digits.
public struct TextField: Hashable, Sendable {
  private var characters: [Character]
  /// Where the next character goes, in characters from the start.
  public private(set) var cursor: Int

  public init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  public var text: String { String(characters) }
  public var isEmpty: Bool { characters.isEmpty }

  /// Inserts text at the cursor. Line breaks and tabs become blanks, other control characters
  /// are left out.
  public mutating func insert(_ text: String) {
    // The line is put together anew, because a combining mark joins what stands before it.
    let before = (String(characters[..<cursor]) + text).compactMap { character -> Character? in
      if character.isNewline || character == "\t" { return " " }
      return TextWidth.sanitized(character) == character ? character : nil
    }
    characters = before + characters[cursor...]
    cursor = before.count
  }

  /// Does what a key means in a line editor. Returns false where the key means nothing here, so
  /// that the caller may.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"): remove(cursor - 1..<cursor)
    case .delete, .control("d"): remove(cursor..<cursor + 1)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<characters.count)
    case .control("w"): remove(wordStart..<cursor)
    case .alt("b"): cursor = wordStart
    case .alt("f"): cursor = wordEnd
    case .alt("d"): remove(cursor..<wordEnd)
    default: return false
    }
    return true
  }

  /// What to draw in `width` cells, scrolled so that the cursor is in sight, and the cell the
  /// cursor is in.
  public func visible(width: Int) -> (text: String, cursor: Int) {
    guard width > 0 else { return ("", 0) }
    let widths = characters.map { TextWidth.width(of: $0) }
    // The cursor after the last character needs a cell too.
    let under = cursor < characters.count ? widths[cursor] : 1
    var first = cursor
    var before = 0
    while first > 0, before + widths[first - 1] + under <= width {
      first -= 1
      before += widths[first]
    }
    var last = cursor
    var used = before
    while last < characters.count, used + widths[last] <= width {
      used += widths[last]
      last += 1
    }
    return (String(characters[first..<last]), min(before, width - 1))
  }

  private mutating func remove(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<characters.count)
    characters.removeSubrange(range)
    cursor = min(range.lowerBound, characters.count)
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, !characters[index - 1].isWordPart { index -= 1 }
    while index > 0, characters[index - 1].isWordPart { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < characters.count, !characters[index].isWordPart { index += 1 }
    while index < characters.count, characters[index].isWordPart { index += 1 }
    return index
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
