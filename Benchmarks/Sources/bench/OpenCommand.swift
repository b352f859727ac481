import ArgumentParser
import RetailData

/// Times `Dataset.open`.
struct OpenCommand: ParsableCommand {
  enum Mode: String, ExpressibleByArgument, CaseIterable {
    /// Reads the CSV files and keeps nothing.
    case parse
    /// Reads the CSV files and writes the cache: what an analyst waits for the first time.
    case first
    /// Maps the cache.
    case cached
  }

  static let configuration = CommandConfiguration(commandName: "open")

  @OptionGroup var data: DataOptions
  @Option(help: "parse, first or cached.") var mode = Mode.parse

  func run() throws {
    let options = OpenOptions(useCache: mode != .parse, rebuildCache: mode == .first)
    let watch = Stopwatch()
    let dataset = try Dataset.open(
      directory: data.directory, options: options, work: data.work)
    // Touches both ends of the largest columns, as a first screen would.
    let end = dataset.purchases.times.last?.seconds ?? 0
    let (seconds, cpu) = (watch.seconds, watch.processorSeconds)
    emit([
      ("seconds", seconds), ("cpu_seconds", cpu), ("lines", Double(dataset.purchases.count)),
      ("customers", Double(dataset.customers.count)), ("items", Double(dataset.items.count)),
      ("end", Double(end)), ("peak_bytes", peakResidentBytes()),
    ])
  }
}
