import TestSupport
import Testing

@testable import TerminalUI

/// Truncation and padding on random text: never too wide, never inside a grapheme.
@Suite struct FittingTests {
  private static let pieces: [String] = [
    "a", "Z", " ", "é", "e\u{301}", "日", "한", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "❤️", "नी", "─", "\u{1b}", "\u{202e}",
    "\u{200b}", "%", "…", "क्षि", "\r\n", "1️⃣",
  ]

  private static func randomText(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...20, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined()
  }

  @Test func truncatedTextFitsAndKeepsWholeGraphemes() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let text = Self.randomText(&random)
      let width = Int.random(in: 0...24, using: &random)
      let cut = TextWidth.truncate(text, to: width)
      #expect(TextWidth.width(of: cut) <= width)
      if TextWidth.width(of: text) <= width {
        #expect(cut == text)
      } else if width > 0 {
        #expect(cut.hasSuffix("…"))
        let kept = Array(cut.dropLast())
        #expect(kept == Array(Array(text).prefix(kept.count)))
        // The next grapheme would not have fitted beside the ellipsis.
        let next = Array(text)[kept.count]
        let used = kept.reduce(0) { $0 + TextWidth.width(of: $1) }
        #expect(used + TextWidth.width(of: next) + 1 > width)
      }
    }
  }

  @Test func leftTruncatedTextIsItsEnd() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<2000 {
      let text = Self.randomText(&random)
      let width = Int.random(in: 0...24, using: &random)
      let cut = TextWidth.truncateLeft(text, to: width)
      #expect(TextWidth.width(of: cut) <= width)
      if TextWidth.width(of: text) > width, width > 0 {
        #expect(cut.hasPrefix("…"))
        let kept = Array(cut.dropFirst())
        #expect(kept == Array(Array(text).suffix(kept.count)))
      }
    }
  }

  @Test func paddedTextFillsItsWidthExactly() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<2000 {
      let text = Self.randomText(&random)
      let width = Int.random(in: 0...24, using: &random)
      for alignment in [TextWidth.Alignment.left, .right, .center] {
        #expect(TextWidth.width(of: TextWidth.pad(text, to: width, alignment)) == width)
      }
    }
  }

  @Test func goldens() {
    #expect(TextWidth.truncate("WHITE HANGING HEART", to: 8) == "WHITE H…")
    #expect(TextWidth.truncate("日本語", to: 5) == "日本…")
    #expect(TextWidth.truncate("日本語", to: 4) == "日…")
    #expect(TextWidth.truncate("abc", to: 2, ellipsis: "~") == "a~")
    #expect(TextWidth.truncateLeft("shop ▸ Items ▸ 85123A", to: 10) == "… ▸ 85123A")
    #expect(TextWidth.pad("12", to: 5, .right) == "   12")
    #expect(TextWidth.pad("ab", to: 5, .center) == " ab  ")
  }
}
