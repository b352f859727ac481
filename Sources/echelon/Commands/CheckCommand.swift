import ArgumentParser
import InventoryPlanning
import RetailData

/// `echelon check`: everything that is wrong in a directory of data.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate a directory of data; list every problem with its place.",
    discussion: """
      Problems are written as file:line:column, as compilers do, so that an editor can jump to \
      them. The exit status is 1 where there are any. A warning is something that planning gets \
      around, but that loses orders or leaves rows unused.

      EXAMPLES
        echelon check shop
        echelon check shop --format json
      """)

  @Argument(
    help: "Directory of CSV files to check. (default: what --data says)", completion: .directory)
  var directory: String?

  @Option(parsing: .unconditional, help: "How many problems to list at most; all are counted.")
  var limit = 1_000

  @OptionGroup
  var global: GlobalOptions

  private static let columns = [
    ResultColumn("file", .text), ResultColumn("line", .integer),
    ResultColumn("column", .integer), ResultColumn("found", .text),
    ResultColumn("expected", .text), ResultColumn("advice", .text),
    ResultColumn("severity", .text),
  ]

  func validate() throws {
    try DataLocation.requireName(directory, of: "<directory>")
    try LimitOptions.validate(limit)
  }

  func run() throws {
    let session = Session(global)
    defer { session.progress.clear() }
    let directory = try DataLocation.resolve(argument: directory, option: global.data)
    let check = try CheckReport(directory: directory, limit: limit, work: session.work)
    session.progress.clear()
    if global.reportFormat == .table {
      try write(check.lines)
    } else {
      try writeProblems(of: check)
    }
    if !check.isClean { throw ExitCode.failure }
  }

  /// The problems as rows, for programs.
  private func writeProblems(of check: CheckReport) throws {
    try ResultTable(columns: Self.columns, format: global.reportFormat).write { row in
      for (severity, problems) in [("error", check.problems), ("warning", check.warnings)] {
        for problem in problems {
          try row([
            .text(problem.file), problem.line.map(Cell.integer) ?? .missing,
            problem.column.map(Cell.integer) ?? .missing, .text(problem.found),
            .text(problem.expected), .text(problem.advice), .text(severity),
          ])
        }
      }
    }
  }

  private func write(_ lines: [String]) throws {
    try Destination.standardOutput.write { stream in
      for line in lines {
        stream.append(line.printable + "\n")
        try stream.flushIfLarge()
      }
    }
  }
}
