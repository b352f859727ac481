import Foundation
import RetailData
import Synchronization

/// One line on standard error that says how far the work is, redrawn in place a few times a second
/// and gone when the work is done.
final class ProgressLine: Sendable {
  private struct State {
    var shownAt: ContinuousClock.Instant?
    var isVisible = false
  }

  private let isEnabled: Bool
  private let state = Mutex(State())
  private static let interval = Duration.milliseconds(100)

  /// - Parameter isEnabled: Nothing is ever written otherwise.
  init(isEnabled: Bool) {
    self.isEnabled = isEnabled
  }

  /// May be called from any thread, as often as it likes.
  func show(_ progress: WorkProgress) {
    guard isEnabled else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if let shownAt = state.shownAt, now - shownAt < Self.interval { return }
      state.shownAt = now
      state.isVisible = true
      Self.write("\r\u{1b}[K" + Self.text(progress))
    }
  }

  /// Takes the line away.
  func clear() {
    guard isEnabled else { return }
    state.withLock { state in
      if state.isVisible { Self.write("\r\u{1b}[K") }
      state = State()
    }
  }

  private static func text(_ progress: WorkProgress) -> String {
    guard let total = progress.total, total > 0 else {
      return "\(progress.stage): \(progress.done) \(progress.unit)"
    }
    let percent = Int(100 * Double(progress.done) / Double(total))
    return "\(progress.stage): \(min(100, max(0, percent))) %"
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
