import Foundation

/// A thread for work that nobody waits for: it, and the workers that it starts, get the processor
/// when those that answer a key leave it.
public enum BackgroundThread {
  /// Runs `body` on a new thread of low priority, and returns at once.
  public static func start(_ body: @escaping @Sendable () -> Void) {
    let thread = Thread {
      yieldToOthers()
      body()
    }
    thread.qualityOfService = .utility
    // As much as a main thread has: some parsers and sorts recurse.
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Linux has priorities by thread (setpriority(2), "Notes"), and new threads inherit them.
  /// Where the system has classes of service instead, `qualityOfService` does it.
  private static func yieldToOthers() {
    #if os(Linux)
      _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    #endif
  }
}
