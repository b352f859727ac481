import ArgumentParser
import Foundation
import RetailData
import TerminalDriver

/// `echelon [DATA]`: the workbench.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the workbench (what echelon does when no command is named).",
    discussion: """
      Needs a terminal: standard input and output must not be redirected. In the workbench, ? \
      shows the keys and q quits.
      """)

  @Argument(
    help: "Directory of CSV files to open. (default: what --data says)", completion: .directory)
  var directory: String?

  /// What does not belong here, kept to say why.
  @Argument(help: .hidden)
  var surplus: [String] = []

  @Flag(help: "Draw with ASCII characters only. (default: where the locale is not UTF-8)")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      """
      Run the commands of this file once the data is open: one a line, named as in the palette, \
      each when the one before it is done. (The workbench writes such a file: `:log FILE`.)
      """, valueName: "file"),
    completion: .file())
  var replay: String?

  @OptionGroup
  var workspace: WorkspaceOptions

  @OptionGroup
  var global: GlobalOptions

  func validate() throws {
    try DataLocation.requireName(directory, of: "<directory>")
    try DataLocation.requireName(replay, of: "--replay")
    guard let first = surplus.first, let directory else { return }
    throw ValidationError(CommandNames.explain(directory, followedBy: first))
  }

  func run() throws {
    let directory = try DataLocation.resolve(argument: directory, option: global.data)
    if let named = self.directory, !FileManager.default.fileExists(atPath: named),
      let command = CommandNames.nearest(to: named)
    {
      throw ValidationError(
        "There is no directory '\(named)'. Did you mean the command '\(command)'?")
    }
    let commands = try replay.map(Self.lines) ?? []
    do {
      if isatty(STDIN_FILENO) == 0 { throw TerminalError.inputIsNoTerminal }
      if isatty(STDOUT_FILENO) == 0 { throw TerminalError.outputIsNoTerminal }
      try openWorkbench(
        directory: directory, ascii: ascii, threads: global.threads,
        skipBadRows: global.skipBadRows, scenarios: workspace.storeIfAny, replay: commands)
    } catch let error as TerminalError {
      FileHandle.standardError.write(Data("Error: \(error)\n".utf8))
      throw ExitCode(2)
    }
  }
}

extension OpenCommand {
  /// The commands of a log.
  private static func lines(of path: String) throws -> [String] {
    do {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return text.split(separator: "\n", omittingEmptySubsequences: false).map {
        String($0.last == "\r" ? $0.dropLast() : $0)
      }
    } catch {
      throw ValidationError(
        "--replay: cannot read '\(path.printable)': \(error.localizedDescription)")
    }
  }
}

/// The verbs of the program, for those who mistype one.
enum CommandNames {
  static var all: [String] {
    Echelon.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  static func nearest(to word: String) -> String? {
    Identifiers(all).nearest(to: word, limit: 1).first
  }

  /// Why `word` cannot stand where a directory belongs, with more arguments after it.
  static func explain(_ word: String, followedBy next: String) -> String {
    if all.contains(word) {
      return "The command comes first, its options after it: echelon \(word) \(next) ..."
    }
    if let command = nearest(to: word) {
      return "There is no command '\(word)'. Did you mean '\(command)'?"
    }
    return "There is no command '\(word)', and the workbench opens one directory at a time."
  }
}
