import TerminalUI

/// Asking the terminal for its background once, and what became of it.
struct BackgroundInquiry {
  /// How long an answer may be under way: over a slow line, but not for ever.
  private static let patience = Duration.seconds(2)

  /// Until when an answer is to be expected; nil where none is.
  private var due: ContinuousClock.Instant?

  /// The question was sent.
  mutating func ask() { due = .now + Self.patience }

  /// The theme that follows from the answer, once.
  mutating func theme(from input: TerminalInput) -> Theme? {
    guard due != nil, let background = input.background else { return nil }
    due = nil
    return background.theme
  }

  /// Gives an answer that is under way a moment to arrive: left unread, the shell would take it
  /// for keys.
  mutating func finish(_ input: inout TerminalInput) {
    if let due, .now < due, input.background == nil {
      _ = input.wait(until: .now + .milliseconds(100))
    }
    due = nil
  }
}
