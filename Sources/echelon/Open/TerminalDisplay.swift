import TerminalDriver
import TerminalUI
import Workbench

/// The terminal as the workbench sees it.
final class TerminalDisplay: Display {
  private let terminal: Terminal

  init(_ terminal: Terminal) {
    self.terminal = terminal
  }

  var size: Size { terminal.size }

  var theme: Theme { terminal.theme }

  var wake: @Sendable () -> Void {
    let waker = terminal.waker
    return { waker.wake() }
  }

  func present(_ grid: Grid) { terminal.present(grid) }

  func waitForEvents(timeout: Double?) -> [Event] {
    terminal.waitForEvents(timeout: timeout.map { .seconds($0) })
  }

  func copyToClipboard(_ text: String) { terminal.copyToClipboard(text) }

  func use(_ theme: Theme) { terminal.use(theme) }

  func invalidate() { terminal.redraw() }

  func suspend() { terminal.suspend() }
}
