import Foundation
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

  /// Everything can be read: by the contrast ratio of WCAG 2.2, on backgrounds as people have them.
  /// Its level for text is 4.5 on an ideal screen; palettes of few colours differ from terminal to
  /// terminal, so that of xterm's no more than 3 is asked, its level for large text.
  @Test(arguments: Theme.allCases, [ColorDepth.eight, .sixteen, .palette256])
  func textStandsOut(theme: Theme, depth: ColorDepth) {
    var pages: [UInt32] = theme == .dark ? [0x000000, 0x1e1e1e] : [0xffffff, 0xfdf6e3]
    if depth != .palette256 { pages.removeLast() }
    for page in pages {
      for role in Role.allCases {
        let look = theme.look(of: role, depth: depth)
        guard let foreground = look.foreground else { continue }
        let background = look.background.map(Palette.color) ?? page
        let ratio = Palette.contrast(Palette.color(foreground), background)
        #expect(ratio >= (depth == .palette256 ? 4 : 3), "\(role) \(theme) \(depth): \(ratio)")
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

/// The colours of xterm's palette, and how well they stand out.
private enum Palette {
  private static let classic: [UInt32] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ]

  static func color(_ number: UInt8) -> UInt32 {
    let number = UInt32(number)
    if number < 16 { return classic[Int(number)] }
    if number >= 232 { return (8 + 10 * (number - 232)) * 0x010101 }
    func level(_ step: UInt32) -> UInt32 { step == 0 ? 0 : 55 + 40 * step }
    let cube = number - 16
    return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
  }

  static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let (dark, light) = (
      min(luminance(one), luminance(other)), max(luminance(one), luminance(other))
    )
    return (light + 0.05) / (dark + 0.05)
  }

  private static func luminance(_ color: UInt32) -> Double {
    func linear(_ shift: UInt32) -> Double {
      let part = Double(color >> shift & 0xff) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}
