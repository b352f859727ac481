import ArgumentParser
import Foundation
import RetailData

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Directory of CSV files to read. (default: $ECHELON_DATA, else the bundled sample)",
      valueName: "dir"),
    completion: .directory)
  var data: String?

  @Option(
    help: """
      How to write results. (default: $ECHELON_FORMAT, else table on a terminal, csv otherwise)
      """)
  var format: OutputFormat?

  @Option(
    name: .customLong("seed"),
    help: "Seed of everything random. (default: \(SampleShop.Options.defaultSeed))")
  var namedSeed: UInt64?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Threads to compute with; results do not depend on it. (default: all processors)",
      valueName: "count"))
  var threads: Int?

  @Flag(name: [.customLong("quiet"), .customShort("q")], help: "No progress and no notices.")
  var quiet = false

  @Flag(help: "Leave out rows that cannot be read and say how many, instead of stopping.")
  var skipBadRows = false

  func validate() throws {
    try DataLocation.requireName(data, of: "--data")
    if let threads, threads < 1 {
      throw ValidationError("--threads is \(threads), but at least one thread has to do the work.")
    }
    if format == nil, let named = Self.environmentFormat, OutputFormat(rawValue: named) == nil {
      throw ValidationError("ECHELON_FORMAT is '\(named)', but must be table, csv or json.")
    }
  }

  var seed: UInt64 { namedSeed ?? SampleShop.Options.defaultSeed }

  /// The format that was asked for, or the automatic one.
  var resultFormat: OutputFormat {
    format ?? Self.environmentFormat.flatMap(OutputFormat.init) ?? .automatic
  }

  /// The format of what a command says of its work: text for people, unless asked otherwise.
  var reportFormat: OutputFormat {
    format ?? Self.environmentFormat.flatMap(OutputFormat.init) ?? .table
  }

  private static var environmentFormat: String? {
    let value = ProcessInfo.processInfo.environment["ECHELON_FORMAT"]
    return value?.isEmpty == true ? nil : value
  }
}
