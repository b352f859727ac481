import ArgumentParser
import RetailData

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Directory of CSV files to read. (default: $ECHELON_DATA, else the bundled sample)",
      valueName: "dir"),
    completion: .directory)
  var data: String?

  @Option(help: "How to write results. (default: table on a terminal, csv otherwise)")
  var format: OutputFormat?

  @Option(help: "Seed of everything random.")
  var seed: UInt64 = 1

  @Option(help: "Threads to compute with; results do not depend on it. (default: all processors)")
  var threads: Int?

  @Flag(name: [.customLong("quiet"), .customShort("q")], help: "No progress and no notices.")
  var quiet = false

  @Flag(help: "Leave out rows that cannot be read, and say how many, instead of stopping.")
  var skipBadRows = false

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads is \(threads), but at least one thread has to do the work.")
    }
  }

  /// The format that was asked for, or the automatic one.
  var resultFormat: OutputFormat { format ?? .automatic }
}
