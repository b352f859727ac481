import Foundation
import Testing

/// Every command that the README shows is run as it stands there, and prints what it says.
@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let readmeFile = root.appending(path: "README.md")
  private static let onlineRetail = ProcessInfo.processInfo.environment["ECHELON_ONLINE_RETAIL"]

  @Test func blocksAreFoundWithTheOutputThatFollows() throws {
    let blocks = try ShellBlock.blocks(
      in: """
        Text
        ```sh
        echo one
        ```

        ```text
        one
        ```
        ```sh make
        make run
        ```
        But then
        ```text
        not an output
        ```
        """)
    #expect(
      blocks == [
        ShellBlock(kind: .run, line: 2, script: "echo one\n", output: "one\n"),
        ShellBlock(kind: .make, line: 9, script: "make run\n", output: nil),
      ])
    #expect(throws: UnknownBlockKind.self) {
      try ShellBlock.blocks(in: "```sh perhaps\nfalse\n```")
    }
  }

  /// The blocks share a directory, as they would share that of a reader who types them in turn.
  @Test func everyCommandRuns() async throws {
    let readme = try String(contentsOf: Self.readmeFile, encoding: .utf8)
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Self.root.appending(path: "sample-data"),
      to: scratch.directory.appending(path: "sample-data"))
    if let file = Self.onlineRetail {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path("online-retail.csv"), withDestinationPath: file)
    }
    for block in try ShellBlock.blocks(in: readme) {
      try await check(block, in: scratch)
    }
  }

  private func check(_ block: ShellBlock, in scratch: Scratch) async throws {
    let place = "README.md:\(block.line)"
    switch block.kind {
    case .install: return
    case .onlineRetail where Self.onlineRetail == nil: return
    case .run, .onlineRetail:
      // A reader sees tables on a terminal of 100 columns.
      let result = try await Program.shell(
        block.script, in: scratch, environment: ["ECHELON_FORMAT": "table", "COLUMNS": "100"])
      #expect(result.status == 0, "\(place): \(result.errors)")
      if let output = block.output { #expect(result.text == output, "\(place)") }
    case .make:
      for line in block.script.split(separator: "\n") {
        let words = line.prefix { $0 != "#" }.split(separator: " ")
        #expect(words.first == "make", "\(place): only make belongs here")
        let result = try await Program.shell(
          "make -n -C '\(Self.root.path)' \(words.dropFirst().joined(separator: " "))", in: scratch)
        #expect(result.status == 0, "\(place): \(result.errors)")
      }
    case .workbench:
      for line in block.script.split(separator: "\n") {
        let words = line.prefix { $0 != "#" }.split(separator: " ")
        #expect(words.first == "echelon", "\(place): only echelon belongs here")
        let terminal = try await TerminalSession(in: scratch)
        _ = try await terminal.launch(words.dropFirst().joined(separator: " "))
        try await terminal.waitFor { _ in try terminal.value(of: "#{alternate_on}") == "1" }
        try terminal.press("q")
        #expect(try await terminal.ending() == 0, "\(place)")
      }
    }
  }
}
