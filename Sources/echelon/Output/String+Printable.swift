import TerminalUI

extension String {
  /// The same text without anything that acts on a terminal: data are hostile until shown not to be.
  var printable: String { String(map(TextWidth.sanitized)) }
}
