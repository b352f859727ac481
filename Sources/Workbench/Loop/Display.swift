import TerminalUI

/// What the workbench is shown on: a terminal, or a test's stand-in.
public protocol Display: AnyObject {
  var size: Size { get }
  /// The colours it starts with.
  var theme: Theme { get }
  /// Shows a screenful.
  func present(_ grid: Grid)
  /// Waits for events, at most so many seconds (nil: for ever), or until woken.
  func waitForEvents(timeout: Double?) -> [Event]
  /// Makes `waitForEvents` return; may be called from any thread.
  var wake: @Sendable () -> Void { get }
  func copyToClipboard(_ text: String)
  func use(_ theme: Theme)
  /// Draws everything anew at the next frame.
  func invalidate()
  /// Stops the program until the shell brings it back.
  func suspend()
}
