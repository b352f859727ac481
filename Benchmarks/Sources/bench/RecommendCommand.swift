import ArgumentParser
import Recommendations
import RetailData

/// Times `related-items` for all customers, and for one customer at a time.
struct RecommendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "recommend")

  @OptionGroup var data: DataOptions
  @Option(help: "Recommendations per customer.") var limit = 6
  @Option(help: "Customers asked one at a time.") var asked = 2_000

  func run() throws {
    let purchases = try data.open().purchases
    let counts = try CoPurchases(purchases, work: data.work)
    let index = try RelatednessIndex.build(counts, unit: .distinct, work: data.work)
    let parameters = RecommenderParameters()
    let lists = try index.scored(by: parameters.relatedness, length: 50, work: data.work)
    func recommender(_ lists: any RelatedLists) -> any Recommender {
      RecommenderFactory(purchases: purchases, coPurchases: counts, lists: lists)
        .relatedItems(parameters)
    }
    try all(recommender(lists), customers: purchases.customerCount)
    one(at: recommender(index), purchases: purchases)
  }

  private func all(_ recommender: any Recommender, customers: Int) throws {
    let watch = Stopwatch()
    let answers = try recommender.recommend(
      toAll: 0..<customers, limit: limit, mode: .all, work: data.work)
    emit([
      ("seconds", watch.seconds), ("cpu_seconds", watch.processorSeconds),
      ("customers", Double(customers)), ("answers", Double(answers.reduce(0) { $0 + $1.count })),
    ])
  }

  /// Asks the index itself, as a screen with live parameters does: a spread of customers, and the
  /// one with the longest history.
  private func one(at recommender: any Recommender, purchases: Purchases) {
    let step = max(1, purchases.customerCount / asked)
    var milliseconds: [Double] = []
    for customer in stride(from: 0, to: purchases.customerCount, by: step) {
      milliseconds.append(time(recommender, customer))
    }
    milliseconds.sort()
    let longest =
      (0..<purchases.customerCount)
      .max { purchases.lines(ofCustomer: $0).count < purchases.lines(ofCustomer: $1).count } ?? 0
    emit([
      ("p50", milliseconds[milliseconds.count / 2]),
      ("p99", milliseconds[milliseconds.count * 99 / 100]),
      ("longest", time(recommender, longest)),
      ("longest_lines", Double(purchases.lines(ofCustomer: longest).count)),
    ])
  }

  private func time(_ recommender: any Recommender, _ customer: Int) -> Double {
    let watch = Stopwatch()
    let answer = recommender.recommend(to: customer, limit: limit, mode: .all)
    // An empty answer would mean that nothing was timed.
    precondition(!answer.isEmpty, "a shop with purchases has something to recommend")
    return watch.seconds * 1_000
  }
}
