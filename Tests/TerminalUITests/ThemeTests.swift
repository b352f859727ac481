import Testing

@testable import TerminalUI

@Suite struct ThemeTests {
  /// What matters can be told apart without colours, from plain text and from each other.
  @Test(arguments: Theme.allCases, ColorDepth.allCases)
  func meaningIsNotCarriedByColourAlone(theme: Theme, depth: ColorDepth) {
    let plain = theme.look(of: Role.normal, depth: depth)
    #expect(plain == Look())
    for role in [Role.selected, .accent, .wrong, .stale, .heading] {
      #expect(theme.look(of: role, depth: depth).attributes != plain.attributes)
    }
    let accent = theme.look(of: .accent, depth: depth)
    let wrong = theme.look(of: .wrong, depth: depth)
    #expect(accent.attributes != wrong.attributes)
  }

  @Test func noColoursMeansNone() {
    for role in Role.allCases {
      let look = Theme.dark.look(of: role, depth: .none)
      #expect(look.foreground == nil && look.background == nil)
    }
  }

  @Test(arguments: Theme.allCases)
  func colourNumbersExistAtTheirDepth(theme: Theme) {
    for role in Role.allCases {
      for (depth, count) in [(ColorDepth.eight, 8), (.sixteen, 16)] {
        let look = theme.look(of: role, depth: depth)
        #expect(Int(look.foreground ?? 0) < count && Int(look.background ?? 0) < count)
      }
    }
  }

  @Test func aStyleAddsItsAttributes() {
    let look = Theme.light.look(of: Style(.graph, bold: true, underline: true), depth: .palette256)
    #expect(look.attributes == [.bold, .underline])
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func glyphsAreOneCellWide(glyphs: Glyphs) {
    for child in Mirror(reflecting: glyphs).children {
      for character in (child.value as? [Character]) ?? (child.value as? Character).map({ [$0] })
        ?? []
      {
        #expect(TextWidth.width(of: character) == 1)
        if glyphs == .ascii { #expect(character.isASCII) }
      }
    }
  }
}
