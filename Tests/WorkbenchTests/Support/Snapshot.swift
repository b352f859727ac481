import Foundation
import Testing

/// Compares a screen with the one on file. `RECORD_SNAPSHOTS=1 swift test` writes them anew.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Snapshots/\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
    do {
      try Data((text + "\n").utf8).write(to: file, options: .atomic)
    } catch {
      Issue.record("cannot write \(file.path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let stored = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("no snapshot \(name); record it first", sourceLocation: sourceLocation)
    return
  }
  let expected = stored.hasSuffix("\n") ? String(stored.dropLast()) : stored
  if expected == text { return }
  let pairs = zip(
    expected.split(separator: "\n", omittingEmptySubsequences: false),
    text.split(separator: "\n", omittingEmptySubsequences: false))
  let first = pairs.enumerated().first { $0.element.0 != $0.element.1 }
  let detail =
    first.map { "line \($0.offset + 1)\n- \($0.element.0)\n+ \($0.element.1)" } ?? "other length"
  Issue.record("\(name) differs from its snapshot: \(detail)", sourceLocation: sourceLocation)
}
