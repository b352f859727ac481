import ArgumentParser
import RetailData

/// One timed scenario a process: results are JSON lines on stdout, for `Benchmarks/run`.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Times Echelon's library calls, one scenario a process.",
    subcommands: [
      OpenCommand.self, IndexCommand.self, RecommendCommand.self, MatrixCommand.self,
      PlanCommand.self, LearnCommand.self, SimulateCommand.self,
    ])
}

struct DataOptions: ParsableArguments {
  @Argument(help: "Directory of CSV files.")
  var directory: String

  @Option(help: "Threads to compute with.")
  var threads = 2

  var work: WorkContext { WorkContext(threads: threads) }

  /// The data, from the binary cache once there is one.
  func open() throws -> Dataset {
    try Dataset.open(directory: directory, work: work)
  }
}
