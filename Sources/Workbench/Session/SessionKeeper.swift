import Dispatch
import Foundation
import Synchronization

/// Keeps the session as one goes, a moment after the last key, so that a lost connection or a
/// killed program loses nothing. The UI thread never waits for the disk, but at the very end.
struct SessionKeeper {
  /// Seconds without a key after which the session is kept.
  private static let rest = 1.0

  private let store: SessionStore
  private let data: String
  private let queue = DispatchQueue(label: "echelon.session")
  /// When the analyst last did something that is not kept yet.
  private var lastEvent: ContinuousClock.Instant?
  private var kept: SessionRecord?
  private let trouble = Trouble()

  /// Why the last one could not be kept.
  private final class Trouble: Sendable {
    let reason = Mutex<String?>(nil)
  }

  /// Keeps what concerns the data of that path.
  init(_ store: SessionStore, of data: String) {
    self.store = store
    self.data = data
  }

  /// Seconds until the session is to be kept; nil where nothing has happened since.
  var wait: Double? {
    lastEvent.map { max(0, Self.rest - $0.duration(to: .now) / .seconds(1)) }
  }

  var isDue: Bool { wait == 0 }

  mutating func note(_ message: Message) {
    if case .event = message { lastEvent = .now }
  }

  mutating func keep(_ record: SessionRecord) {
    lastEvent = nil
    if record == kept { return }
    kept = record
    queue.async { [store, data, trouble] in
      // Comfort only: a full disk must not keep anybody from working, nor from quitting.
      do {
        try store.write(record, of: data)
        trouble.reason.withLock { $0 = nil }
      } catch {
        trouble.reason.withLock { $0 = error.localizedDescription }
      }
    }
  }

  /// Waits until what is to be kept is on the disk. Says what was not, and why.
  @discardableResult
  func finish() -> String? {
    queue.sync {}
    return trouble.reason.withLock { reason in
      reason.map { "the session could not be kept in \(store.file.path): \($0)" }
    }
  }
}
