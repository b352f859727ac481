import Recommendations
import RetailData

/// Where the likely next buyers of an item live, by `related-items` under the present parameters:
/// the customers who find it among the first few recommended to them, each by the chance of choosing
/// it (`NextBuyers`). How soon it could be there does not enter: it is what they are compared with.
struct NextBuyersQuestion: Question {
  let item: Int
  let mode: Mode
  let parameters: RecommenderParameters

  /// How many recommendations a customer sees.
  static let top = 10

  var family: QuestionFamily { QuestionFamily(name: "next buyers", subject: item) }

  var isLong: Bool { true }

  /// Lists are needed for all items: counted one by one, they would take minutes in a large shop.
  func isAnswerable(in workspace: Workspace) -> Bool {
    workspace.analysis?.hasLists(parameters.relatedness, limit: parameters.listLength) ?? false
  }

  struct Homes: Sendable {
    /// By region: the expected share of the next buyers, 0...1, and how many find the item on their
    /// list. Shares add up to 1 where there is anyone.
    let shares: [Double]
    let counts: [Int32]
    /// By region: customers who have bought it.
    let bought: [Int32]
    /// All who find it on their list; of them, those of unknown region.
    let buyers: Int
    let homeless: Int
    let candidates: Int
    let asked: Int
  }

  func answer(from workspace: Workspace, work: WorkContext) throws -> Homes {
    guard let analysis = workspace.analysis, isAnswerable(in: workspace) else {
      throw CancellationError()
    }
    let lists = try analysis.allLists(
      parameters.relatedness, length: parameters.listLength, work: work)
    let found = try analysis.factory.with(lists: lists).relatedItems(parameters)
      .nextBuyers(of: item, top: Self.top, mode: mode, work: work)
    let regions = workspace.dataset.customers.regions
    let count = workspace.dataset.network.regions.count
    let counts = found.counts(by: regions, count: count)
    return Homes(
      shares: found.shares(by: regions, count: count), counts: counts.map { Int32($0) },
      bought: workspace.dataset.purchases.buyerCounts(ofItem: item, by: regions, count: count)
        .map { Int32($0) },
      buyers: found.buyers.count, homeless: found.buyers.count - counts.reduce(0, +),
      candidates: found.candidates, asked: found.asked)
  }
}

extension Model {
  func nextBuyersQuestion(_ item: Int) -> NextBuyersQuestion {
    NextBuyersQuestion(
      item: item, mode: parameters.mode, parameters: parameters.recommender(for: .relatedItems))
  }

  /// Why it is not known yet where they live.
  func nextBuyersWaiting(_ question: NextBuyersQuestion) -> String {
    if let failure = answers.failure(question) { return failure.summary }
    guard let workspace, question.isAnswerable(in: workspace) else {
      return isRelatingStopped
        ? "needs the related items of all items: :relate counts them"
        : "waits until all items are related…"
    }
    let work = running.values.first { $0.purpose == .answer(AnyQuestion(question)) }
    guard let progress = work?.progress, let total = progress.total, total > 0 else {
      return "asking customers…"
    }
    return "asking customers… \(progress.done * 100 / total) %"
  }
}
