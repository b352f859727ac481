import Foundation
import RetailData

/// A sample written to a directory of its own, read back by a reader that knows no more of CSV
/// than the sample needs.
final class SampleFiles {
  let directory: URL
  let summary: SampleShop.Summary

  init(_ options: SampleShop.Options, threads: Int = 2) throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("echelon-sample-\(UUID().uuidString)")
    summary = try SampleShop.write(
      to: directory, options: options, work: WorkContext(threads: threads))
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: directory.appendingPathComponent(name))
  }

  /// Every row of a file, by column name.
  func rows(_ name: String) throws -> [[String: String]] {
    let lines = String(decoding: try bytes(name), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: true)
    guard let first = lines.first else { return [] }
    let columns = SampleFiles.fields(first)
    return lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(columns, SampleFiles.fields(line)))
    }
  }

  func column(_ column: String, of name: String) throws -> [String] {
    try rows(name).map { $0[column] ?? "" }
  }

  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
