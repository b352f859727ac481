#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TerminalUI

/// The environment's variables that say something about the terminal.
public enum Environment {
  /// Whether a variable is set and not empty.
  public static func isSet(_ name: String) -> Bool {
    !(value(name) ?? "").isEmpty
  }

  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// COLORFGBG, set by rxvt, Konsole and others: palette numbers of text and background, as
  /// `15;0` or `0;default;15`. Light are 7 and 9 to 15.
  static func theme(colorFGBG: String?) -> Theme {
    guard let last = colorFGBG?.split(separator: ";").last, let background = Int(last) else {
      return .dark
    }
    return background == 7 || (9...15).contains(background) ? .light : .dark
  }
}
