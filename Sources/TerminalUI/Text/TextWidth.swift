/// How many cells text takes, and what of it may be shown. Our own table, because the C library's
/// depends on the locale and the terminal's is unknown.
///
/// Text from data is hostile: whatever could move the cursor, reorder a line or hide (control
/// characters, escape sequences, directional and other format controls, combining marks with
/// nothing to combine with) is shown as `�`, one cell, and never passed on.
public enum TextWidth {
  /// What stands for a character that must not reach the terminal.
  public static let replacement: Character = "\u{fffd}"

  /// Cells of one grapheme, as it would be shown: 1 or 2.
  ///
  /// A sequence joined by zero-width joiners, an emoji with a skin tone, a flag made of two
  /// regional indicators and a symbol asked for in emoji presentation all take two.
  public static func width(of character: Character) -> Int {
    var cells = 0
    for scalar in character.unicodeScalars {
      if cells == 0 {
        if !isShowable(scalar) { return 1 }
        cells = WideScalars.contains(scalar.value) ? 2 : 1
        if cells == 2 { return 2 }
      } else if takesSecondCell(scalar) {
        return 2
      }
    }
    return max(1, cells)
  }

  /// Cells of a string, as it would be shown.
  public static func width(of text: some StringProtocol) -> Int {
    let plain = text.utf8.withContiguousStorageIfAvailable { PlainText.cells(in: $0) }
    if let plain, let plain { return plain }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// The grapheme itself, or `�` where it could act on the terminal or vanish.
  public static func sanitized(_ character: Character) -> Character {
    guard let first = character.unicodeScalars.first, isShowable(first) else { return replacement }
    return character
  }

  /// Every character of a line of text made harmless: what may be written to a log or a file
  /// that somebody will `cat`.
  public static func sanitized(_ text: some StringProtocol) -> String {
    String(text.map { sanitized($0) })
  }

  /// Whether a scalar may begin what is shown in a cell.
  static func isShowable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x300 {
      return (0x20..<0x7f).contains(scalar.value)
        || (scalar.value >= 0xa0 && scalar.value != 0xad)
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned,
      .nonspacingMark, .enclosingMark:
      return false
    default:
      return true
    }
  }

  /// Whether a scalar that follows a narrow one in the same grapheme makes it two cells wide:
  /// a second spacing character (a regional indicator, an Indic vowel sign), or the request for
  /// emoji presentation.
  private static func takesSecondCell(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value == 0xfe0f { return true }
    if scalar.value < 0x300 { return false }
    switch scalar.properties.generalCategory {
    case .spacingMark, .otherLetter, .otherSymbol, .modifierSymbol: return true
    default: return false
    }
  }
}
