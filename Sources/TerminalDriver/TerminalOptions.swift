import TerminalUI

/// What the user may decide about the terminal. What is left open is found out.
public struct TerminalOptions: Sendable {
  /// Draw with ASCII only (true) or Unicode (false); nil: as the locale says.
  public var ascii: Bool?
  /// nil: as COLORFGBG says, else dark.
  public var theme: Theme?
  /// Ask the terminal for mouse reports. Its own selecting then needs Shift.
  public var mouse: Bool
  /// Draw without colours. Set by the variable NO_COLOR (https://no-color.org) where it is not
  /// empty.
  public var noColor: Bool

  public init(
    ascii: Bool? = nil, theme: Theme? = nil, mouse: Bool = true,
    noColor: Bool = Environment.isSet("NO_COLOR")
  ) {
    self.ascii = ascii
    self.theme = theme
    self.mouse = mouse
    self.noColor = noColor
  }
}
