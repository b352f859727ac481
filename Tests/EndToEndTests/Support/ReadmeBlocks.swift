import Foundation

/// A fenced block of shell in a Markdown file, with the output that the file shows for it.
struct ShellBlock: Equatable {
  /// How a test runs a block. The word stands after `sh` where the fence opens; a block without one
  /// is run as it is.
  enum Kind: String {
    /// Run in bash; has to end with status 0 and to print what the file shows.
    case run = ""
    /// Targets of the Makefile: they must exist. CI runs the important ones itself.
    case make
    /// Opens the workbench: run in a terminal, quit with q.
    case workbench
    /// Needs the Online Retail file: run only where ECHELON_ONLINE_RETAIL names it.
    case onlineRetail = "online-retail"
    /// Changes the machine: never run.
    case install
  }

  let kind: Kind
  /// Where the block opens, 1-based.
  let line: Int
  let script: String
  /// The `text` block that follows, if one does.
  let output: String?
}

struct UnknownBlockKind: Error {
  let word: String
  let line: Int
}

extension ShellBlock {
  /// The blocks of a Markdown text that are fenced as `sh`, in their order.
  static func blocks(in markdown: String) throws -> [ShellBlock] {
    var blocks: [ShellBlock] = []
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().makeIterator()
    /// Whether only blank lines came since the last block of shell.
    var followsShell = false
    while let (index, line) = lines.next() {
      guard line.hasPrefix("```") else {
        if !line.allSatisfy(\.isWhitespace) { followsShell = false }
        continue
      }
      var contents = ""
      while let (_, inner) = lines.next(), !inner.hasPrefix("```") { contents += inner + "\n" }
      let words = line.dropFirst(3).split(separator: " ")
      if words.first == "sh" {
        let word = words.count > 1 ? String(words[1]) : ""
        guard let kind = Kind(rawValue: word) else {
          throw UnknownBlockKind(word: word, line: index + 1)
        }
        blocks.append(ShellBlock(kind: kind, line: index + 1, script: contents, output: nil))
        followsShell = true
      } else {
        if words.first == "text", followsShell, let last = blocks.popLast() {
          blocks.append(
            ShellBlock(kind: last.kind, line: last.line, script: last.script, output: contents))
        }
        followsShell = false
      }
    }
    return blocks
  }
}
