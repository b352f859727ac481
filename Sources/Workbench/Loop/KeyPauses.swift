import TerminalUI

/// Tells a key that is held, or pressed again and again, from one that is pressed after a pause.
struct KeyPauses {
  /// Seconds without a key that make a pause: longer than a held key takes to begin to repeat.
  private static let pause = 1.0

  private var lastKey = ContinuousClock.now

  /// Whether the event is the first key after a pause.
  mutating func ends(with event: Event) -> Bool {
    guard case .key = event else { return false }
    defer { lastKey = .now }
    return lastKey.duration(to: .now) >= .seconds(Self.pause)
  }
}
