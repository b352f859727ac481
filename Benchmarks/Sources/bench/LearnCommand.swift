import ArgumentParser
import Recommendations
import RetailData

/// Trains a learned method each time its name comes in on stdin, so that the caller can take turns
/// with a peer.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "learn")

  @OptionGroup var data: DataOptions
  @Option(help: "Factors of a factorization.") var factors = 64
  @Option(help: "Its iterations.") var iterations = 15

  func run() throws {
    let dataset = try data.open()
    let counts = try CoPurchases(dataset.purchases, work: data.work)
    let factory = RecommenderFactory(
      purchases: dataset.purchases, coPurchases: counts, lists: counts, end: dataset.end)
    var parameters = RecommenderParameters()
    parameters.factorization.factors = factors
    parameters.factorization.iterations = iterations
    emit([("ready", 1), ("lines", Double(dataset.purchases.count))])
    while let line = readLine() {
      guard let method = Method(rawValue: line),
        let training = Training(method, parameters: parameters)
      else { return }
      let watch = Stopwatch()
      _ = try factory.train(training, work: data.work)
      emit([("seconds", watch.seconds), ("cpu_seconds", watch.processorSeconds)])
    }
  }
}
