/// What a piece of text *is*; a theme decides how that looks. No meaning is carried by colour
/// alone, so every role also has its attributes (bold, reverse, underline) or its own glyphs.
public enum Role: UInt8, Sendable, CaseIterable {
  case normal
  /// Secondary: labels, units, hints.
  case dim
  /// Column headers and section titles.
  case heading
  /// The title bar at the top and the status line.
  case bar
  /// The selected row or field.
  case selected
  /// What the analyst's attention belongs to: the sort column, a matched search.
  case accent
  /// Something is wrong.
  case wrong
  /// Computed for older parameters; the new value is on its way.
  case stale
  /// A key in the footer or in help.
  case key
  /// Bars and sparklines.
  case graph
}

/// How one cell is drawn.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var bold: Bool
  public var underline: Bool

  public init(_ role: Role = .normal, bold: Bool = false, underline: Bool = false) {
    self.role = role
    self.bold = bold
    self.underline = underline
  }

  public static let normal = Style(.normal)
  public static let dim = Style(.dim)
  public static let heading = Style(.heading)
  public static let selected = Style(.selected)
}
