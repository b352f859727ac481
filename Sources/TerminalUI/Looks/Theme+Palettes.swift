/// The palettes. Colour numbers are those of the terminal's palette: 0–7 the classic eight, 8–15
/// their bright variants, 16–231 a 6×6×6 cube, 232–255 greys.
extension Theme {
  /// No colours: monochrome terminals and NO_COLOR.
  static func colorless(_ role: Role) -> Look {
    switch role {
    case .normal: Look()
    case .dim: Look(attributes: .dim)
    case .heading: Look(attributes: [.bold, .underline])
    case .bar: Look(attributes: .reverse)
    case .selected: Look(attributes: [.reverse, .bold])
    case .accent: Look(attributes: [.bold, .underline])
    case .wrong: Look(attributes: [.bold, .reverse, .underline])
    case .stale: Look(attributes: [.dim, .italic])
    case .key: Look(attributes: .bold)
    case .graph: Look()
    }
  }

  /// Eight colours on a dark background.
  static func eightOnDark(_ role: Role) -> Look {
    switch role {
    case .normal: Look()
    case .dim: Look(attributes: .dim)
    case .heading: Look(6, attributes: .bold)
    case .bar: Look(attributes: .reverse)
    case .selected: Look(7, on: 4, attributes: .bold)
    case .accent: Look(3, attributes: .bold)
    case .wrong: Look(1, attributes: [.bold, .underline])
    case .stale: Look(attributes: [.dim, .italic])
    case .key: Look(6, attributes: .bold)
    case .graph: Look(6)
    }
  }

  /// Eight colours on a light background.
  static func eightOnLight(_ role: Role) -> Look {
    switch role {
    case .normal: Look()
    case .dim: Look(attributes: .dim)
    case .heading: Look(4, attributes: .bold)
    case .bar: Look(attributes: .reverse)
    case .selected: Look(7, on: 4, attributes: .bold)
    case .accent: Look(5, attributes: .bold)
    case .wrong: Look(1, attributes: [.bold, .underline])
    case .stale: Look(attributes: [.dim, .italic])
    case .key: Look(4, attributes: .bold)
    case .graph: Look(4)
    }
  }

  /// Sixteen colours on a dark background.
  static func sixteenOnDark(_ role: Role) -> Look {
    switch role {
    case .normal: Look()
    case .dim: Look(8)
    case .heading: Look(14, attributes: .bold)
    case .bar: Look(attributes: .reverse)
    case .selected: Look(15, on: 4, attributes: .bold)
    case .accent: Look(11, attributes: .bold)
    case .wrong: Look(9, attributes: [.bold, .underline])
    case .stale: Look(8, attributes: .italic)
    case .key: Look(14)
    case .graph: Look(6)
    }
  }

  /// Sixteen colours on a light background.
  static func sixteenOnLight(_ role: Role) -> Look {
    switch role {
    case .normal: Look()
    case .dim: Look(8)
    case .heading: Look(4, attributes: .bold)
    case .bar: Look(attributes: .reverse)
    case .selected: Look(15, on: 4, attributes: .bold)
    case .accent: Look(5, attributes: .bold)
    case .wrong: Look(1, attributes: [.bold, .underline])
    case .stale: Look(8, attributes: .italic)
    case .key: Look(4, attributes: .bold)
    case .graph: Look(4)
    }
  }

  /// 256 colours on a dark background.
  static func paletteOnDark(_ role: Role) -> Look {
    switch role {
    case .normal: Look()
    case .dim: Look(246)
    case .heading: Look(110, attributes: .bold)
    case .bar: Look(252, on: 236)
    case .selected: Look(255, on: 24, attributes: .bold)
    case .accent: Look(215, attributes: .bold)
    case .wrong: Look(203, attributes: [.bold, .underline])
    case .stale: Look(244, attributes: .italic)
    case .key: Look(117)
    case .graph: Look(74)
    }
  }

  /// 256 colours on a light background.
  static func paletteOnLight(_ role: Role) -> Look {
    switch role {
    case .normal: Look()
    case .dim: Look(241)
    case .heading: Look(25, attributes: .bold)
    case .bar: Look(235, on: 254)
    case .selected: Look(16, on: 153, attributes: .bold)
    case .accent: Look(130, attributes: .bold)
    case .wrong: Look(160, attributes: [.bold, .underline])
    case .stale: Look(242, attributes: .italic)
    case .key: Look(25)
    case .graph: Look(24)
    }
  }
}
