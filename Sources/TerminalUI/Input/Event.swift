/// Something that came from the terminal.
public enum Event: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Text pasted as a whole (bracketed paste).
  case paste(String)
  case resize(Size)
  /// The program is in the foreground again: everything must be drawn anew.
  case resumed
}

/// A key press, after escape sequences have been put together.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// Control and a letter, in lower case: `.control("d")`.
  case control(Character)
  /// Alt (Meta) and a character.
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
}

public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable { case press, doublePress, wheelUp, wheelDown }

  public var action: Action
  public var at: Point

  public init(_ action: Action, at: Point) {
    self.action = action
    self.at = at
  }
}
