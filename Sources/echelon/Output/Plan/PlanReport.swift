import InventoryPlanning
import RetailData
import TerminalUI

/// A plan as a person reads it: how good it is, what it costs, whom it serves, where it is tight,
/// and the largest of what is to be done.
struct PlanReport {
  let result: PlanResult
  /// What the data is called.
  let name: String
  /// Cells across; nil where nothing limits a line.
  var width = StandardStreams.width
  var isASCIIOnly = StandardStreams.isASCIIOnly

  /// How many rows of the lists of purchases and transfers to show.
  private static let listLength = 8

  func write(to stream: inout ByteStream) throws {
    for line in PlanHeadline(result: result, name: name).lines {
      for part in wrapped(line) { stream.append(part.printable + "\n") }
    }
    for section in sections {
      stream.append("\n")
      if let title = section.title {
        for part in wrapped(title) { stream.append(part.printable + "\n") }
      }
      var table = TableRows(width: width, ascii: isASCIIOnly)
      table.begin(section.columns, to: &stream)
      for cells in section.rows { table.row(cells, to: &stream) }
      try table.end(to: &stream)
    }
  }

  private var sections: [ReportSection] {
    [
      .costs(of: result), .service(of: result), .categoryTargets(of: result),
      .facilities(of: result), .purchases(of: result, limit: Self.listLength),
      .transfers(of: result, limit: Self.listLength),
    ].compactMap { $0 } + result.explanations.flatMap(\.sections)
  }

  /// Breaks a sentence where the terminal ends.
  private func wrapped(_ line: String) -> [String] {
    guard let width else { return [line] }
    var lines: [String] = []
    for word in line.split(separator: " ") {
      if let last = lines.last, TextWidth.width(of: "\(last) \(word)") <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
