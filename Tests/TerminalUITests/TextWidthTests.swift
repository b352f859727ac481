import Testing

@testable import TerminalUI

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("abc", 3), ("ä", 1), ("e\u{301}", 1), ("日本語", 6), ("한글", 4),
    ("ｆｕｌｌ", 8), ("ｶﾅ", 2), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("🇩", 1),
    ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("नी", 2), ("─│█▁░⣿…·–", 9), ("£5", 2),
    ("\u{1112}\u{1161}\u{11ab}", 2),
    ("กำ", 2), ("\u{a0}", 1), ("😀a", 3), ("〈〉", 4), ("¡", 1), ("①", 1),
  ])
  func knownStrings(text: String, cells: Int) {
    #expect(TextWidth.width(of: text) == cells)
    #expect(TextWidth.width(of: text[...]) == cells)
  }

  /// Whatever could act on the terminal or hide takes one cell and shows as `�`.
  @Test(arguments: [
    "\u{1b}", "\u{0}", "\u{7}", "\r\n", "\n", "\t", "\u{7f}", "\u{85}", "\u{9b}", "\u{ad}",
    "\u{200b}", "\u{200d}", "\u{200e}", "\u{202e}", "\u{2066}", "\u{2028}", "\u{feff}",
    "\u{301}", "\u{e0041}", "\u{61c}", "\u{fff9}",
  ])
  func hostileCharacters(text: String) {
    #expect(TextWidth.width(of: text) == 1)
    #expect(TextWidth.sanitized(text) == "\u{fffd}")
  }
}
