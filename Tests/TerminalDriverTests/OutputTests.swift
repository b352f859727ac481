import TerminalUI
import Testing

@testable import TerminalDriver

@Suite struct OutputTests {
  /// The examples of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("ä>?", "w6Q+Pw=="),
  ])
  func base64(text: String, expected: String) {
    #expect(Clipboard.base64(Array(text.utf8)) == expected)
  }

  @Test func copying() {
    #expect(
      Clipboard.sequence(copying: "foo", inTmux: false, inScreen: false)
        == "\u{1b}]52;c;Zm9v\u{7}")
    #expect(
      Clipboard.sequence(copying: "foo", inTmux: true, inScreen: false)
        == "\u{1b}]52;c;Zm9v\u{7}\u{1b}Ptmux;\u{1b}\u{1b}]52;c;Zm9v\u{7}\u{1b}\\")
    #expect(
      Clipboard.sequence(copying: "foo", inTmux: false, inScreen: true)
        == "\u{1b}P\u{1b}]52;c;Zm9v\u{7}\u{1b}\\")
  }

  @Test func theResetEndsModesAndDropsDelays() {
    let reset = ResetSequence(
      sgr0: "\u{1b}[m\u{f}$<2>", cnorm: "\u{1b}[?25h", rmkx: nil, rmcup: "\u{1b}[?1049l$<10*/>x")
    #expect(
      String(decoding: reset.bytes, as: UTF8.self)
        == "\u{1b}[?1006l\u{1b}[?1000l\u{1b}[?2004l\u{1b}[m\u{f}\u{1b}[?25h\u{1b}[?1049lx")
    #expect(ResetSequence.withoutPadding("a$<b$<3>c") == "ac")
    #expect(ResetSequence.withoutPadding("$<") == "$<")
  }

  @Test(arguments: [
    (nil, Theme.dark), ("", .dark), ("15;0", .dark), ("0;15", .light), ("0;default;15", .light),
    ("0;7", .light), ("15;8", .dark), ("7;default", .dark),
  ])
  func themeOfTheEnvironment(colorFGBG: String?, theme: Theme) {
    #expect(Environment.theme(colorFGBG: colorFGBG) == theme)
  }

  @Test func asciiForWhatIsNot() {
    let text = "é–“x”…·Æ日"
    let shown = text.unicodeScalars.map { scalar in
      scalar.isASCII ? scalar.value : Transliteration.ascii(scalar.value)
    }
    #expect(String(shown.compactMap(Unicode.Scalar.init).map(Character.init)) == "e-\"x\"~*A?")
  }

  @Test func drawnCells() {
    func drawn(_ text: String, unicode: Bool = false) -> DrawnCell {
      DrawnCell(
        Grid.Cell(text: text), isWide: TextWidth.width(of: text) == 2, isUnicode: unicode)
    }
    #expect(drawn("a").first.0 == 0x61 && drawn("a").second == nil)
    #expect(drawn("日").first.0 == 0x3f && drawn("日").second == 0x20)
    #expect(drawn("🇩🇪").first.0 == 0x44 && drawn("🇩🇪").second == 0x45)
    #expect(drawn("1️⃣").first.0 == 0x31 && drawn("1️⃣").second == 0x20)
  }
}
