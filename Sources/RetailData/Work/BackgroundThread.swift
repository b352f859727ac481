import Foundation

/// A thread for work that nobody waits for: it, and the workers that it starts, get the processor
/// when those that answer a key leave it.
public enum BackgroundThread {
  /// How much such a thread yields to others, from 0 to 19 (nice(1)), and how much one does that
  /// yields to its like.
  private static let niceness: CInt = 10
  private static let mostNiceness: CInt = 15

  /// Runs `body` on a new thread of low priority, and returns at once.
  public static func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread {
      yieldToOthers(by: niceness)
      body()
    }
    thread.qualityOfService = .utility
    // As much as a main thread has: some parsers and sorts recurse.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Has the calling thread, where it is such a one, and threads it starts from now on yield to those
  /// it has started before: what they do is short, and somebody waits for it.
  public static func yieldToItsLike() {
    #if os(Linux)
      let present = getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
      if present == niceness { yieldToOthers(by: mostNiceness) }
    #endif
  }

  /// Linux has priorities by thread (setpriority(2), "Notes"), and new threads inherit them.
  /// Where the system has classes of service instead, `qualityOfService` does it.
  private static func yieldToOthers(by niceness: CInt) {
    #if os(Linux)
      _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
    #endif
  }
}
