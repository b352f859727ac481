import CNcurses
import TerminalUI

/// What of a cell is handed to ncurses, so that it, the terminal and our table agree on the
/// width whatever the terminal makes of rare graphemes.
///
/// The base character goes with the combining marks after it. A sequence of joined emoji is drawn
/// as its first, and a flag as its two letters: terminals disagree about the width of the whole.
/// Where the C library takes a base to be narrower than our table, the second cell is drawn on its
/// own: an Indic vowel sign, or a blank. Where it takes it to be wider, or unprintable, `�` is
/// drawn.
struct DrawnCell {
  typealias Characters = (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t)

  /// Ended by 0.
  private(set) var first: Characters
  /// For the second cell, where the first does not fill it.
  private(set) var second: wchar_t?

  init(_ cell: Grid.Cell, isWide: Bool, isUnicode: Bool) {
    let base = cell.scalar(0)
    first = (wchar_t(base), 0, 0, 0, 0, 0)
    if base < 0x7f {
      setMarks(cell, isWide: isWide, isUnicode: isUnicode)
      return
    }
    if let letter = Self.flagLetter(base) {
      first.0 = letter
      if isWide { second = Self.flagLetter(cell.scalar(1)) ?? wchar_t(0x20) }
      return
    }
    guard isUnicode else {
      first.0 = wchar_t(Transliteration.ascii(base))
      if isWide { second = wchar_t(0x20) }
      return
    }
    let width = nc_width(base)
    if width == 2 && isWide || width == 1 {
      setMarks(cell, isWide: isWide && width == 1, isUnicode: true)
    } else {
      first.0 = 0xfffd
      if isWide { second = wchar_t(0x20) }
    }
  }

  /// The letter of a regional indicator.
  private static func flagLetter(_ scalar: UInt32) -> wchar_t? {
    (0x1f1e6...0x1f1ff).contains(scalar) ? wchar_t(scalar - 0x1f1e6 + 0x41) : nil
  }

  /// Adds the combining marks, and the second cell where one is wanted.
  private mutating func setMarks(_ cell: Grid.Cell, isWide: Bool, isUnicode: Bool) {
    if isWide { second = wchar_t(0x20) }
    guard isUnicode, cell.scalar(1) != 0 else { return }
    var marks = 0
    for index in 1..<6 {
      let scalar = cell.scalar(index)
      // Zero-width joiner: the rest belongs to another character.
      if scalar == 0 || scalar == 0x200d { break }
      // Presentation selectors change the width in some terminals only.
      if scalar == 0xfe0e || scalar == 0xfe0f { continue }
      let width = nc_width(scalar)
      if width == 1, isWide {
        second = wchar_t(scalar)
        break
      }
      guard width == 0 else { break }
      marks += 1
      switch marks {
      case 1: first.1 = wchar_t(scalar)
      case 2: first.2 = wchar_t(scalar)
      case 3: first.3 = wchar_t(scalar)
      case 4: first.4 = wchar_t(scalar)
      default: return
      }
    }
  }
}

/// Nearest ASCII for what is not.
enum Transliteration {
  static func ascii(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xa0, 0x2000...0x200a, 0x202f: UInt32(UInt8(ascii: " "))
    case 0x2010...0x2015, 0x2212: UInt32(UInt8(ascii: "-"))
    case 0x2018, 0x2019, 0x2032: UInt32(UInt8(ascii: "'"))
    case 0x201c, 0x201d, 0x2033: UInt32(UInt8(ascii: "\""))
    case 0x2026: UInt32(UInt8(ascii: "~"))
    case 0xb7, 0x2022, 0x25aa: UInt32(UInt8(ascii: "*"))
    case 0xd7: UInt32(UInt8(ascii: "x"))
    default: base(scalar) ?? UInt32(UInt8(ascii: "?"))
    }
  }

  /// The letter under the accents of Latin-1.
  private static func base(_ scalar: UInt32) -> UInt32? {
    guard (0xc0...0xff).contains(scalar) else { return nil }
    let letters = Array("AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty".utf8)
    return UInt32(letters[Int(scalar - 0xc0)])
  }
}
