#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import CNcurses
import TerminalUI

extension Terminal {
  /// Whether there is a terminal at both ends, and one that can be drawn on.
  static func check() throws {
    guard isatty(STDOUT_FILENO) == 1 else { throw TerminalError.outputIsNoTerminal }
    guard isatty(STDIN_FILENO) == 1 else { throw TerminalError.inputIsNoTerminal }
    guard let name = Environment.value("TERM"), !name.isEmpty else { throw TerminalError.unnamed }
    guard nc_describe() == 1 else { throw TerminalError.unknown(name) }
    guard capability("cup") != nil, capability("clear") != nil else {
      throw TerminalError.incapable(name)
    }
  }

  /// What a terminal makes of some keys when it is not told otherwise: stop, and quit.
  static func signal(of event: Event) -> Int32? {
    switch event {
    case .key(.control("z")): SIGTSTP
    case .key(.control("\\")): SIGQUIT
    default: nil
    }
  }

  static func capability(_ name: String) -> String? {
    nc_capability(name).map { String(cString: $0) }
  }

  /// Keys one by one and unseen. Ctrl-C, Ctrl-Z and Ctrl-\ are keys as others are: the program can
  /// put its affairs in order, and a paste that holds them is text. Ctrl-S cannot freeze the screen,
  /// nor Ctrl-V swallow a key. ncurses never reads: it shall not look for input while it draws either.
  static func setModes() {
    cbreak()
    noecho()
    nonl()
    typeahead(-1)
    var modes = termios()
    if tcgetattr(STDIN_FILENO, &modes) == 0 {
      modes.c_iflag &= ~tcflag_t(IXON)
      modes.c_lflag &= ~tcflag_t(IEXTEN)
      let nothing = fpathconf(STDIN_FILENO, Int32(_PC_VDISABLE))
      // The control characters are a tuple to Swift, and can be numbered as bytes only.
      withUnsafeMutableBytes(of: &modes.c_cc) {
        for key in [VINTR, VQUIT, VSUSP] { $0[Int(key)] = UInt8(truncatingIfNeeded: nothing) }
      }
      tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    }
    def_prog_mode()
  }
}
