import Foundation
import Testing

/// A shell in a terminal of its own (a tmux server that nobody else uses), to run the workbench in
/// and look at its screen.
///
/// Nothing here sleeps for a guessed time: every wait looks until it sees, or until a deadline so
/// far off that only a hang reaches it.
final class TerminalSession: Sendable {
  private let socket: String
  private let scratch: Scratch
  private static let prompt = "ready>"
  private static let patience = Duration.seconds(120)

  init(
    in scratch: Scratch, width: Int = 120, height: Int = 40,
    environment: [String: String] = [:]
  ) async throws {
    self.scratch = scratch
    // One after another may be run in the same directory.
    socket = scratch.path("tmux-\(UUID().uuidString.prefix(8))")
    var environment = scratch.environment.merging(environment) { $1 }
    environment["TERM"] = "screen-256color"
    environment["PS1"] = Self.prompt + " "
    let variables = environment.map { "\($0.key)=\($0.value)" }
    // Plain sh: a shell with a line editor would itself mend a terminal left in a bad state.
    try tmux(
      [
        "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
        "env", "-i",
      ] + variables + ["sh", "-i"])
    try tmux(["set-option", "-s", "escape-time", "0"])
    try await waitFor { $0.contains(Self.prompt) }
  }

  deinit {
    _ = try? tmux(["kill-server"])
  }

  /// Types text as it is, without Enter.
  func type(_ text: String) throws {
    try tmux(["send-keys", "-l", "--", text])
  }

  /// Presses keys by their tmux names: `Enter`, `Escape`, `C-z`, `Down`.
  func press(_ keys: String...) throws {
    try tmux(["send-keys"] + keys)
  }

  /// Pastes text as a terminal does: between the marks of a paste where the program asked for them.
  func paste(_ text: String) throws {
    let file = try scratch.emptyFile(named: "paste")
    try Data(text.utf8).write(to: URL(filePath: file))
    try tmux(["load-buffer", file])
    try tmux(["paste-buffer", "-p", "-r"])
  }

  func resize(width: Int, height: Int) throws {
    try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  /// What the screen shows now, line by line, without trailing spaces.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// The same with the escape sequences of colours and attributes.
  func screenWithAttributes() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// The value of a tmux format, such as `#{cursor_flag}`.
  func value(of format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// Looks until the screen satisfies `condition`, and returns it.
  @discardableResult
  func waitFor(
    _ condition: (String) throws -> Bool, _ location: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let end = ContinuousClock.now + Self.patience
    var seen = ""
    var looks = 0
    // A sleep may last minutes where other tests keep all threads busy: time alone proves nothing
    // before there have been some looks.
    while ContinuousClock.now < end || looks < 50 {
      seen = try screen()
      looks += 1
      if try condition(seen) { return seen }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("never came; the screen shows:\n\(seen)", sourceLocation: location)
    throw NeverCame()
  }

  /// Looks until the screen contains `text`.
  @discardableResult
  func waitFor(
    _ text: String, _ location: SourceLocation = #_sourceLocation
  ) async throws -> String {
    try await waitFor({ $0.contains(text) }, location)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let output = try scratch.emptyFile(named: "tmux")
    let status = try Spawn.run(
      ["tmux", "-u", "-S", socket] + arguments, directory: scratch.directory.path,
      environment: scratch.environment, output: output, errors: output)
    let text = try String(contentsOfFile: output, encoding: .utf8)
    try? FileManager.default.removeItem(atPath: output)
    guard status == 0 else { throw TmuxFailed(output: text) }
    return text
  }
}

struct NeverCame: Error {}

struct TmuxFailed: Error {
  let output: String
}

extension TerminalSession {
  /// Types a command to the shell, and Enter.
  func command(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Starts `echelon` with `arguments` in the shell. Returns once the program runs.
  ///
  /// - Returns: The process.
  func launch(_ arguments: String, variables: String = "") async throws -> pid_t {
    let file = try scratch.emptyFile(named: "pid")
    try command("clear; \(variables) sh -c 'echo $$ >\(file); exec echelon \(arguments)'")
    var pid: pid_t?
    try await waitFor { _ in
      pid = pid_t(
        try String(contentsOfFile: file, encoding: .utf8)
          .trimmingCharacters(in: .whitespacesAndNewlines))
      return pid != nil
    }
    return try #require(pid)
  }

  /// Waits until the shell is back; returns the status of the program as the shell saw it.
  func ending(_ location: SourceLocation = #_sourceLocation) async throws -> Int {
    try await waitFor(
      { screen in
        let lines = screen.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
        let isPrompt = lines.last?.trimmingCharacters(in: .whitespaces) == Self.prompt
        return try isPrompt && value(of: "#{alternate_on}") == "0"
      }, location)
    try command("echo ended with 'status'=$?")
    let screen = try await waitFor("ended with status=", location)
    let line = try #require(
      screen.split(separator: "\n").last { $0.contains("ended with status=") })
    return try #require(Int(line.drop { $0 != "=" }.dropFirst().prefix { $0.isNumber }))
  }

  /// Expects the terminal to be as a shell wants it: main screen, cursor shown, no mouse reports,
  /// line editing, echo and signals on.
  func expectRestored(_ location: SourceLocation = #_sourceLocation) async throws {
    let flags = try value(of: "#{alternate_on} #{cursor_flag} #{mouse_any_flag}")
    #expect(flags == "0 1 0", "alternate screen, cursor, mouse", sourceLocation: location)
    let file = try scratch.emptyFile(named: "stty")
    try command("stty -a >\(file); echo asked the terminal")
    try await waitFor(
      { _ in
        try String(contentsOfFile: file, encoding: .utf8).contains("echoke")
      }, location)
    let settings = Set(
      try String(contentsOfFile: file, encoding: .utf8)
        .split { " ;\n".contains($0) }.map(String.init))
    for wanted in ["icanon", "echo", "isig", "opost", "icrnl"] {
      #expect(settings.contains(wanted), "stty \(wanted)", sourceLocation: location)
    }
  }
}
