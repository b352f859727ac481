import Foundation
import Testing

/// However the workbench ends, the terminal is as the shell left it.
@Suite struct TerminalHygieneTests {
  /// A terminal in which the workbench shows the small shop.
  private func opened(
    _ arguments: String = "", variables: String = "", width: Int = 120, height: Int = 40
  ) async throws -> (terminal: TerminalSession, process: pid_t) {
    let shop = try await SmallShop.path()
    let terminal = try await TerminalSession(in: try Scratch(), width: width, height: height)
    let process = try await terminal.launch("\(shop) \(arguments)", variables: variables)
    try await terminal.waitFor("shop")
    try await terminal.waitFor { _ in try terminal.value(of: "#{alternate_on}") == "1" }
    return (terminal, process)
  }

  @Test func quitting() async throws {
    let (terminal, _) = try await opened()
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  @Test func controlC() async throws {
    let (terminal, _) = try await opened()
    try terminal.press("C-c")
    #expect(try await terminal.ending() == 0, "it quits as q does, with the session kept")
    try await terminal.expectRestored()
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV, SIGABRT])
  func signals(signal: Int32) async throws {
    let (terminal, process) = try await opened()
    kill(process, signal)
    let status = try await terminal.ending()
    #expect(status == 128 + Int(signal), "a shell sees which signal it was")
    try await terminal.expectRestored()
  }

  @Test func suspendingAndResuming() async throws {
    let (terminal, _) = try await opened()
    try terminal.press("C-z")
    #expect(try await terminal.ending() == 128 + Int(SIGTSTP))
    try await terminal.expectRestored()
    try terminal.command("clear; fg")
    try await terminal.waitFor { _ in try terminal.value(of: "#{alternate_on}") == "1" }
    try await terminal.waitFor("Items")
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  /// Keys that quit, stop or kill are text in a paste: ignored where nothing is typed, and left out
  /// of what is.
  @Test func aPasteIsText() async throws {
    let (terminal, _) = try await opened()
    try await terminal.waitFor("1 of 300")
    try terminal.paste("q\u{3}q\u{1a}\u{1c}y\r:quit\r")
    try terminal.press("/")
    try terminal.paste("la\u{3}\u{1a}\u{1c}mp")
    try await terminal.waitFor("/lamp")
    try terminal.press("Escape")
    try await terminal.waitFor { !$0.contains("/lamp") }
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  @Test func quittingWithACore() async throws {
    let (terminal, _) = try await opened()
    try terminal.press("C-\\")
    #expect(try await terminal.ending() == 128 + Int(SIGQUIT))
    try await terminal.expectRestored()
  }

  @Test func resizing() async throws {
    let (terminal, _) = try await opened()
    for (width, height) in [(80, 24), (120, 40), (1, 1), (200, 50), (79, 23), (80, 24)] {
      try terminal.resize(width: width, height: height)
      guard width >= 80, height >= 24 else { continue }
      // The footer comes down to the new last line.
      try await terminal.waitFor { screen in
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix(height).last?.contains("help") == true
      }
    }
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  @Test func aTerminalThatIsTooSmallSaysSo() async throws {
    let (terminal, _) = try await opened()
    try terminal.resize(width: 60, height: 10)
    try await terminal.waitFor("80")
    try terminal.resize(width: 80, height: 24)
    try await terminal.waitFor("help")
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
  }

  @Test func noColour() async throws {
    let (terminal, _) = try await opened(variables: "NO_COLOR=1")
    let coloured = try terminal.screenWithAttributes().contains(
      /\u{1b}\[[0-9;]*(3[0-8]|4[0-8])[;m]/)
    #expect(!coloured)
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
  }

  @Test(arguments: [("--ascii", ""), ("", "LC_ALL=C LANG=C")])
  func asciiOnly(arguments: String, variables: String) async throws {
    let (terminal, _) = try await opened(arguments, variables: variables)
    for key in ["1", "2", "3"] {
      try terminal.press(key)
      let screen = try await terminal.waitFor("help")
      #expect(screen.utf8.allSatisfy { $0 < 0x80 }, "\(screen)")
    }
    try terminal.press("q")
    #expect(try await terminal.ending() == 0)
    try await terminal.expectRestored()
  }

  @Test(arguments: ["dumb", "no-such-terminal"])
  func terminalsThatCannotDraw(kind: String) async throws {
    let shop = try await SmallShop.path()
    let terminal = try await TerminalSession(in: try Scratch())
    _ = try await terminal.launch(shop, variables: "TERM=\(kind)")
    #expect(try await terminal.ending() == 2)
    #expect(try terminal.screen().contains("TERM"))
    try await terminal.expectRestored()
  }

  @Test func anOutputThatIsNoTerminal() async throws {
    let shop = try await SmallShop.path()
    let terminal = try await TerminalSession(in: try Scratch())
    try terminal.command("echo >shop.txt")
    for redirection in [">out.txt", "<shop.txt"] {
      _ = try await terminal.launch("\(shop) \(redirection)")
      #expect(try await terminal.ending() == 2)
      try await terminal.waitFor("is not a terminal")
    }
  }
}
