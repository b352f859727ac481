import RetailData
import Synchronization

/// What contenders may know in a window, and what they are asked: made once, used by all.
struct WindowGround: Sendable {
  let window: EvaluationWindow
  let truth: WindowTruth
  /// Everything up to the cut-off, and nothing else: no contender ever sees the data itself.
  private let known: Purchases
  private var factory: RecommenderFactory
  private let coPurchases: CoPurchases
  /// One for each unit that a contender counts in.
  private let indexes: [RelatednessIndex]
  /// Where what is learned of the window is kept; nil: nowhere.
  private let models: ModelCache?

  /// - Parameter contenders: related-items lists are counted if one of these reads them.
  init(
    _ window: EvaluationWindow, truth: WindowTruth, purchases: Purchases,
    for contenders: [Contender], models: ModelCache?, work: WorkContext
  ) throws {
    self.window = window
    self.truth = truth
    self.models = models
    known = purchases.upTo(window.cutoff)
    let coPurchases = try CoPurchases(known, work: work)
    self.coPurchases = coPurchases
    let readers = contenders.compactMap(\.relatedLists).filter { $0.relatedness.sequence.isPlain }
    let units = Set(readers.map(\.relatedness.effective.unit))
    let length = readers.map(\.length).max() ?? 0
    indexes = try PurchaseUnit.allCases.filter(units.contains).map { unit in
      try RelatednessIndex.build(coPurchases, unit: unit, listLength: length, work: work)
    }
    factory = RecommenderFactory(
      purchases: known, coPurchases: coPurchases, lists: coPurchases, end: window.cutoff)
  }

  /// Trains a contender on what may be known, where that has not been done before.
  mutating func recommender(
    for contender: Contender, work: WorkContext
  ) throws -> any Recommender {
    if let training = Training(contender.method, parameters: contender.parameters) {
      // One that cannot be kept is as good as any. What others are built on stays at hand.
      let model = try factory.model(training, keptIn: models, work: work).model
      factory = factory.with(model)
    }
    var factory = factory
    if let (relatedness, length) = contender.relatedLists {
      factory = factory.with(lists: try lists(relatedness, length: length, work: work))
    }
    return try factory.make(contender.method, parameters: contender.parameters, work: work)
  }

  private func lists(
    _ relatedness: Relatedness, length: Int, work: WorkContext
  ) throws -> ScoredLists {
    guard relatedness.sequence.isPlain,
      let index = indexes.first(where: { $0.unit == relatedness.effective.unit })
    else { return try coPurchases.scored(by: relatedness, length: length, work: work) }
    return try index.scored(by: relatedness, length: length, work: work)
  }

  /// Asks for recommendations to every customer of the window and compares them with what was
  /// bought.
  func scores(
    of recommender: any Recommender, mode: Mode, top: Int, work: WorkContext
  ) throws -> WindowScores {
    let cases = truth.customers.indices.map { (place: $0, bought: truth.items(of: $0, mode: mode)) }
      .filter { !$0.bought.isEmpty }
    let chunk = 32
    let results = Mutex(
      [[ForetellingScore]](repeating: [], count: (cases.count + chunk - 1) / chunk))
    try work.forEachChunk(of: cases.count, chunk: chunk) { _, range in
      let part = range.map { index in
        let list = recommender.recommend(
          to: Int(truth.customers[cases[index].place]), limit: top, mode: mode)
        return ForetellingScore(
          recommended: list.map(\.item), bought: cases[index].bought, top: top)
      }
      results.withLock { $0[range.lowerBound / chunk] = part }
    }
    return WindowScores(
      customers: cases.map { truth.customers[$0.place] },
      scores: results.withLock { Array($0.joined()) })
  }
}
