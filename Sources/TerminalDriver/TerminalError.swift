/// Why there can be no workbench on this terminal. The description says what to do about it.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  case inputIsNoTerminal
  case outputIsNoTerminal
  /// The variable TERM is not set.
  case unnamed
  /// There is no description of a terminal of this name.
  case unknown(String)
  /// The terminal cannot place text on its screen.
  case incapable(String)
  /// The operating system refused.
  case refused(String)

  public var description: String {
    switch self {
    case .inputIsNoTerminal:
      "standard input is not a terminal, so there are no keys to read; start the workbench from "
        + "a terminal, without a pipe into it"
    case .outputIsNoTerminal:
      "standard output is not a terminal, so there is no screen to draw on; start the workbench "
        + "without a pipe or redirection, or use a command that prints its results"
    case .unnamed:
      "the variable TERM is not set, so it is unknown what this terminal understands; "
        + Self.advice
    case .unknown(let name):
      "there is no description of a terminal called “\(name)” on this machine; " + Self.advice
    case .incapable(let name):
      "a terminal of type “\(name)” cannot place text on its screen; " + Self.advice
    case .refused(let reason):
      "the terminal could not be set up: \(reason)"
    }
  }

  private static let advice =
    "try TERM=xterm-256color in front of the command, or use a command that prints its results"
}
