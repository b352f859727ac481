#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import CTerminalGuard
import TerminalUI

/// Waits for the terminal's bytes and the wake pipe.
struct TerminalInput {
  struct Outcome {
    var events: [Event] = []
    /// What signals told; a set of `terminal_guard_news`.
    var news: Int32 = 0
    /// Somebody used the wake pipe.
    var isWoken = false
    /// The terminal is gone.
    var isHungUp = false
  }

  /// Read in one go at most: a frame must come between the parts of an endless paste.
  private static let batch = 65_536

  private var decoder = InputDecoder()
  private let clock = ContinuousClock()
  /// When to stop waiting for the rest of what began; moved by every byte, by nothing else.
  private var patienceEnds: ContinuousClock.Instant?

  /// What the terminal said about its background, if it did.
  var background: BackgroundColor? { decoder.background }

  /// Waits until something happens or the deadline is over. Returns early, with nothing, when
  /// bytes came that mean nothing yet.
  mutating func wait(until deadline: ContinuousClock.Instant?) -> Outcome {
    var outcome = Outcome()
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: terminal_guard_wake_descriptor(), events: Int16(POLLIN), revents: 0),
    ]
    let first = [deadline, patienceEnds].compactMap(\.self).min()
    let ready = poll(&descriptors, nfds_t(descriptors.count), milliseconds(until: first))
    if ready < 0 { return outcome }
    if descriptors[1].revents != 0 {
      outcome.isWoken = true
      outcome.news = terminal_guard_take()
    }
    if descriptors[0].revents & Int16(POLLIN) != 0 {
      outcome.isHungUp = !read(into: &outcome.events)
    } else if descriptors[0].revents != 0 {
      outcome.isHungUp = true
    } else if let end = patienceEnds, clock.now >= end {
      outcome.events += decoder.flush(at: clock.now)
      patienceEnds = nil
    }
    return outcome
  }

  /// Reads all that is there. Returns false where the terminal is gone.
  private mutating func read(into events: inout [Event]) -> Bool {
    var total = 0
    repeat {
      var isOpen = true
      let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
        let got = Self.readOnce(buffer)
        count = max(0, got)
        isOpen = got > 0 || (got < 0 && errno == EINTR)
      }
      if !isOpen { return false }
      events += decoder.feed(bytes, at: clock.now)
      total += bytes.count
    } while total < Self.batch && hasMore()
    patienceEnds = decoder.isPending ? clock.now + decoder.patience : nil
    return true
  }

  private static func readOnce(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Glibc)
      Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
    #endif
  }

  private func hasMore() -> Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) == 1 && descriptor.revents & Int16(POLLIN) != 0
  }

  /// For poll: rounded up, so that it does not return just before the deadline; -1 is for ever.
  private func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = max(.zero, deadline - clock.now)
    let (seconds, attoseconds) = left.components
    let whole = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: whole)
  }
}
