import CTerminalGuard

/// Wakes the thread that waits in `Terminal.waitForEvents`. May be used from any thread, as often
/// as one likes, before the terminal is open and after it is closed.
public struct Waker: Sendable {
  public func wake() { terminal_guard_wake() }
}
