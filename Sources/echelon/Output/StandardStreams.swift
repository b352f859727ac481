import Foundation

/// What is known of the terminal behind standard output and standard error.
enum StandardStreams {
  /// Cells across standard output; nil where it is no terminal and COLUMNS does not say.
  static var width: Int? {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
  }

  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether the locale promises no more than ASCII.
  static var isASCIIOnly: Bool {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
      .lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    let name = (locale ?? "C").uppercased()
    return !(name.contains("UTF-8") || name.contains("UTF8"))
  }
}
