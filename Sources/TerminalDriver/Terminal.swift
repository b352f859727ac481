#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import CNcurses
import CTerminalGuard
import TerminalUI

/// The terminal the program runs in: draws grids, delivers events, and gives the terminal back
/// whole, however the program ends.
///
/// It belongs to the thread that made it. Only its `waker` may be used from others. A process has
/// one terminal at a time.
public final class Terminal {
  /// The signs to draw with.
  public let glyphs: Glyphs
  /// The colours drawn with. Where nobody said, the terminal is asked for its background, and
  /// the theme follows the answer.
  public private(set) var theme: Theme
  public let colorDepth: ColorDepth
  public private(set) var size: Size
  public var waker: Waker { Waker() }

  private let options: TerminalOptions
  private let reset: ResetSequence
  private let screen: OpaquePointer
  private var writer: CellWriter
  private var input = TerminalInput()
  private var isOpen = true
  /// Whether somebody decided on the theme.
  private var isThemeChosen: Bool
  private var inquiry = BackgroundInquiry()

  /// Takes the terminal over: alternate screen, keys one by one, mouse and pastes reported.
  ///
  /// Throws a `TerminalError` where there is no terminal, or none that can place text on its
  /// screen; nothing is changed then.
  public init(_ options: TerminalOptions = TerminalOptions()) throws {
    try Self.check()
    let isUnicode = nc_utf8_locale(options.ascii == false ? 1 : 0) != 0 && options.ascii != true
    guard terminal_guard_open(STDIN_FILENO) == 0 else {
      throw TerminalError.refused(String(cString: strerror(errno)))
    }
    reset = ResetSequence(
      sgr0: Self.capability("sgr0"), cnorm: Self.capability("cnorm"),
      rmkx: Self.capability("rmkx"), rmcup: Self.capability("rmcup"))
    // Before the first byte is written, so that there is no moment in which a signal would leave
    // a changed terminal behind.
    reset.arm()
    guard let screen = nc_open() else {
      terminal_guard_close()
      throw TerminalError.unknown(Environment.value("TERM") ?? "")
    }
    self.options = options
    self.screen = screen
    isThemeChosen = options.theme != nil
    glyphs = isUnicode ? .unicode : .ascii
    theme = options.theme ?? Environment.theme(colorFGBG: Environment.value("COLORFGBG"))
    Self.setModes()
    var depth = options.noColor ? ColorDepth.none : Pen.depth(colors: nc_number("colors"))
    if depth != .none, start_color() == ERR || use_default_colors() == ERR { depth = .none }
    colorDepth = depth
    writer = CellWriter(pen: Pen(theme: theme, depth: depth), isUnicode: isUnicode)
    size = Size(columns: Int(nc_columns()), rows: Int(nc_rows()))
    send(TerminalModes.enter(mouse: options.mouse))
    _ = adaptSize()
    askForBackground()
  }

  deinit { close() }

  /// Shows a grid. Only what changed since the last one is sent.
  public func present(_ grid: Grid) {
    guard isOpen else { return }
    writer.write(grid)
    if let cursor = grid.cursor, cursor.row < size.rows, cursor.column < size.columns {
      wmove(nc_screen(), Int32(max(0, cursor.row)), Int32(max(0, cursor.column)))
      curs_set(1)
    } else {
      curs_set(0)
    }
    wnoutrefresh(nc_screen())
    doupdate()
  }

  /// Changes the colours, whatever the terminal says of its background. The next grid is drawn
  /// whole.
  public func use(_ theme: Theme) {
    isThemeChosen = true
    adopt(theme)
  }

  /// Clears the screen and has the next grid drawn whole: for what others wrote over it.
  public func redraw() {
    writer.forget()
    nc_redraw_all()
  }

  /// Waits for something to happen and returns all that did; empty where `waker` was used or the
  /// time is over. With no timeout it waits as long as it takes, without using the processor.
  public func waitForEvents(timeout: Duration?) -> [Event] {
    let clock = ContinuousClock()
    let deadline = timeout.map { clock.now + $0 }
    while isOpen {
      let outcome = input.wait(until: deadline)
      followBackground()
      var events = outcome.events.filter { Self.signal(of: $0) == nil }
      // To all that share the terminal with us, as it would send them itself; ours comes back as news.
      for signal in outcome.events.compactMap(Self.signal) { kill(0, signal) }
      if outcome.news & Int32(TERMINAL_GUARD_STOP_ASKED.rawValue) != 0 {
        suspend()
        events.append(.resumed)
      } else if outcome.news & Int32(TERMINAL_GUARD_CONTINUED.rawValue) != 0 {
        resume()
        events.append(.resumed)
      }
      if adaptSize() { events.append(.resize(size)) }
      // Nobody will press a key any more, so the process ends as if told so.
      if outcome.isHungUp { terminal_guard_end(SIGHUP) }
      if !events.isEmpty || outcome.isWoken { return events }
      if let deadline, clock.now >= deadline { return [] }
    }
    return []
  }

  /// Copies text to the user's clipboard, through the terminal.
  public func copyToClipboard(_ text: String) {
    let name = Environment.value("TERM") ?? ""
    send(
      Clipboard.sequence(
        copying: text, inTmux: Environment.isSet("TMUX"), inScreen: name.hasPrefix("screen")))
  }

  /// Gives the terminal back and stops the process, as Ctrl-Z does; returns when it is continued,
  /// with the terminal taken over again. Everything must be drawn anew then.
  public func suspend() {
    guard isOpen else { return }
    leave()
    terminal_guard_stop()
    resume()
  }

  /// Gives the terminal back for good.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    leave()
    delscreen(screen)
    terminal_guard_close()
  }

  private func leave() {
    inquiry.finish(&input)
    send(TerminalModes.leave)
    curs_set(1)
    endwin()
    terminal_guard_disarm()
  }

  /// Takes the terminal over again, after a stop that somebody may have used to change it.
  private func resume() {
    // Setting modes first: it holds a process that was continued in the background.
    reset_prog_mode()
    reset.arm()
    nc_enter_alternate_screen()
    send(TerminalModes.enter(mouse: options.mouse))
    redraw()
  }

  /// Follows the size of the window. Returns whether it changed.
  private func adaptSize() -> Bool {
    var rows: Int32 = 0
    var columns: Int32 = 0
    nc_window_size(&rows, &columns)
    guard rows > 0, columns > 0 else { return false }
    let new = Size(columns: Int(columns), rows: Int(rows))
    if new == size { return false }
    resize_term(rows, columns)
    size = new
    redraw()
    return true
  }

  /// Asks terminals that are likely to answer; the others might print the question.
  private func askForBackground() {
    guard !isThemeChosen, colorDepth == .palette256, !Environment.isSet("COLORFGBG") else {
      return
    }
    send(BackgroundColor.question)
    inquiry.ask()
  }

  private func followBackground() {
    guard let theme = inquiry.theme(from: input), !isThemeChosen else { return }
    let shown = writer.shown
    adopt(theme)
    if let shown { present(shown) }
  }

  private func adopt(_ theme: Theme) {
    guard theme != self.theme else { return }
    self.theme = theme
    writer.pen = Pen(theme: theme, depth: colorDepth)
    redraw()
  }

  private func send(_ text: String) {
    Array(text.utf8).withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = write(STDOUT_FILENO, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        sent += count
      }
    }
  }
}
