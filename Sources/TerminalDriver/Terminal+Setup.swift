#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import CNcurses

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

  static func capability(_ name: String) -> String? {
    nc_capability(name).map { String(cString: $0) }
  }

  /// Keys one by one and unseen. Ctrl-C is a key as others are, so that the program can put its
  /// affairs in order; Ctrl-\ and Ctrl-Z stay signals, while Ctrl-S cannot freeze the screen nor
  /// Ctrl-V swallow a key. ncurses never reads: it shall not look for input while it draws either.
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
        $0[Int(VINTR)] = UInt8(truncatingIfNeeded: nothing)
      }
      tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    }
    def_prog_mode()
  }
}
