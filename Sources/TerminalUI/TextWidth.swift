/// How many cells text takes. Our own table: the C library's depends on the locale.
public enum TextWidth {
  /// Cells of one grapheme: 0, 1 or 2.
  public static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    return scalar.value < 0x1100 ? 1 : (scalar.properties.isEmojiPresentation ? 2 : 1)
  }

  /// Cells of a string.
  public static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: sanitized($1)) }
  }

  /// The grapheme itself, or `�` where it could act on the terminal (C0, DEL, C1).
  public static func sanitized(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first else { return character }
    return scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) ? "\u{fffd}" : character
  }
}
