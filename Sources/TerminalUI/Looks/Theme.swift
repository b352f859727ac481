/// How many colours a terminal can show.
public enum ColorDepth: Sendable, CaseIterable {
  case none
  case eight
  case sixteen
  case palette256
}

/// What a terminal is told to make a role visible: colours of its palette (nil: its own default)
/// and attributes.
public struct Look: Hashable, Sendable {
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    public static let reverse = Attributes(rawValue: 16)
  }

  public var foreground: UInt8?
  public var background: UInt8?
  public var attributes: Attributes

  public init(
    _ foreground: UInt8? = nil, on background: UInt8? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// Colours for a dark or a light background. The background itself is the terminal's own.
public enum Theme: String, Hashable, Sendable, CaseIterable {
  case dark
  case light

  /// How a style looks with so many colours.
  public func look(of style: Style, depth: ColorDepth) -> Look {
    var look = look(of: style.role, depth: depth)
    if style.bold { look.attributes.insert(.bold) }
    if style.underline { look.attributes.insert(.underline) }
    return look
  }

  /// How a role looks with so many colours. Roles that matter differ in attributes too, so that
  /// nothing is said by colour alone.
  public func look(of role: Role, depth: ColorDepth) -> Look {
    switch (depth, self) {
    case (.none, _): Self.colorless(role)
    case (.eight, .dark): Self.eightOnDark(role)
    case (.eight, .light): Self.eightOnLight(role)
    case (.sixteen, .dark): Self.sixteenOnDark(role)
    case (.sixteen, .light): Self.sixteenOnLight(role)
    case (.palette256, .dark): Self.paletteOnDark(role)
    case (.palette256, .light): Self.paletteOnLight(role)
    }
  }
}
