import ArgumentParser
import Recommendations
import RetailData

/// Builds the index each time a line `build` comes in on stdin and scores all lists again for each
/// line `rescore`, so that the caller can take turns with a peer.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "index")

  @OptionGroup var data: DataOptions
  @Option(help: "Length of the lists.") var limit = 50

  func run() throws {
    let dataset = try data.open()
    emit([("ready", 1), ("lines", Double(dataset.purchases.count))])
    var index: RelatednessIndex?
    while let line = readLine() {
      switch line {
      case "build":
        index = nil
        index = try build(dataset.purchases)
      case "rescore":
        if let index { try rescore(index) }
      default:
        return
      }
    }
  }

  /// From purchases to every item's list: counting, pools, and the lists themselves.
  private func build(_ purchases: Purchases) throws -> RelatednessIndex {
    let watch = Stopwatch()
    let counts = try CoPurchases(purchases, work: data.work)
    let prepared = watch.seconds
    let index = try RelatednessIndex.build(
      counts, unit: .distinct, listLength: limit, work: data.work)
    let built = watch.seconds
    let lists = try index.scored(by: Relatedness(), length: limit, work: data.work)
    emit([
      ("seconds", watch.seconds), ("cpu_seconds", watch.processorSeconds),
      ("prepare_seconds", prepared), ("pool_seconds", built - prepared),
      ("list_seconds", watch.seconds - built), ("pool", Double(index.poolSize)),
      ("pair_work", Double(counts.work)), ("items", Double(index.itemCount)),
      ("first_list", Double(lists.related(to: 0, by: Relatedness(), limit: limit).count)),
    ])
    return index
  }

  /// What a change on the screen costs: κ, then three other metrics.
  private func rescore(_ index: RelatednessIndex) throws {
    for relatedness in [
      Relatedness(metric: .corrected, score: .shrunk, kappa: 25), Relatedness(metric: .cosine),
      Relatedness(metric: .llr), Relatedness(metric: .naive, score: .normalized),
    ] {
      let watch = Stopwatch()
      let lists = try index.scored(by: relatedness, length: limit, work: data.work)
      emit([
        ("seconds", watch.seconds), ("cpu_seconds", watch.processorSeconds),
        ("first_list", Double(lists.related(to: 0, by: relatedness, limit: limit).count)),
      ])
    }
    emit([("done", 1)])
  }
}
