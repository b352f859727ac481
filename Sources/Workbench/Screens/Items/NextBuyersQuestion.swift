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
  func isAnswerable(in workspace: Workspace) -> Bool { index(in: workspace) != nil }

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
    guard let analysis = workspace.analysis, let index = index(in: workspace) else {
      throw CancellationError()
    }
    let lists = try index.scored(
      by: parameters.relatedness, length: parameters.listLength, work: work)
    let found = try analysis.factory.with(lists: lists).relatedItems(parameters)
      .nextBuyers(of: item, top: Self.top, mode: mode, work: work)
    let regions = workspace.dataset.customers.regions
    let count = workspace.dataset.network.regions.count
    var counts = [Int32](repeating: 0, count: count)
    var homeless = 0
    for buyer in found.buyers {
      let region = Int(regions[Int(buyer.customer)])
      if region < 0 { homeless += 1 } else { counts[region] += 1 }
    }
    return Homes(
      shares: found.shares(by: regions, count: count), counts: counts,
      bought: bought(workspace.dataset), buyers: found.buyers.count, homeless: homeless,
      candidates: found.candidates, asked: found.asked)
  }

  private func bought(_ dataset: Dataset) -> [Int32] {
    let purchases = dataset.purchases
    var counts = [Int32](repeating: 0, count: dataset.network.regions.count)
    let customers = Set(purchases.positions(ofItem: item).map { purchases.customersByItem[$0] })
    for customer in customers where dataset.customers.regions[Int(customer)] >= 0 {
      counts[Int(dataset.customers.regions[Int(customer)])] += 1
    }
    return counts
  }

  private func index(in workspace: Workspace) -> RelatednessIndex? {
    workspace.analysis?.lists(parameters.relatedness, limit: parameters.listLength)
      as? RelatednessIndex
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
