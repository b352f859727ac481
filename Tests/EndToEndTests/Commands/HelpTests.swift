import Foundation
import Testing

/// What the program says of itself.
@Suite struct HelpTests {
  private static let commands = [
    "open", "sample", "import", "check", "related", "recommend", "buyers", "index", "forecast",
    "plan", "evaluate",
  ]

  @Test func helpNamesEveryCommandAndEnvironment() async throws {
    let result = try await Program.run(["--help"], in: try Scratch())
    #expect(result.status == 0 && result.errors.isEmpty)
    for word in Self.commands + ["ECHELON_DATA", "ECHELON_FORMAT", "EXAMPLES", "EXIT STATUS"] {
      #expect(result.text.contains(word), "\(word)")
    }
  }

  @Test(arguments: commands) func everyCommandTakesTheGlobalOptions(command: String) async throws {
    let result = try await Program.run([command, "--help"], in: try Scratch())
    #expect(result.status == 0 && result.errors.isEmpty)
    for option in ["--data", "--format", "--seed", "--threads", "--quiet", "--skip-bad-rows"] {
      #expect(result.text.contains(option), "\(option)")
    }
    let long = result.text.split(separator: "\n").filter { $0.count > 80 && !$0.hasPrefix("USAGE") }
    #expect(long.isEmpty)
  }

  @Test func versionIsANumber() async throws {
    let result = try await Program.run(["--version"], in: try Scratch())
    #expect(result.status == 0)
    #expect(result.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreGenerated(shell: String) async throws
  {
    let result = try await Program.run(
      ["--generate-completion-script", shell], in: try Scratch())
    #expect(result.status == 0)
    #expect(result.text.contains("recommend") && result.text.contains("cooccurrence"))
  }

  @Test func aMistypedCommandIsExplained() async throws {
    let scratch = try Scratch()
    let typo = try await Program.run(["relatde", "A"], in: scratch)
    #expect(typo.status == 64)
    #expect(typo.errors.contains("related"), "\(typo.errors)")
    let order = try await Program.run(["--quiet", "related", "A"], in: scratch)
    #expect(order.status == 64)
    #expect(order.errors.contains("command comes first"), "\(order.errors)")
  }

  @Test func theWorkbenchNeedsATerminal() async throws {
    let scratch = try Scratch()
    try WorkedExample.write(to: "shop", in: scratch)
    for arguments in [["shop"], ["open", "shop"], ["--data", "shop"]] {
      let result = try await Program.run(arguments, in: scratch)
      #expect(result.status == 2, "\(arguments)")
      #expect(result.output.isEmpty && result.errors.contains("terminal"), "\(result.errors)")
    }
  }
}
