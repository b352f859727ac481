import Recommendations
import RetailData

/// What relates and recommends: the co-purchase counts, how soon things can be there, and, once it
/// is built, the index of all items' lists.
struct Analysis: Sendable {
  let coPurchases: CoPurchases
  /// Of the data.
  let fingerprint: UInt64
  let names: RelatednessLedger.Names
  /// Counts on demand; `Workspace.factory` gives it the index where that is there.
  let factory: RecommenderFactory
  /// Nil where the data does not say who delivers where.
  let reach: StockReach?
  /// What customers prefer: brands, categories, price bands.
  let preferences: PreferenceModel
  var index: RelatednessIndex?
  /// What the index had to be told of, where it was made from earlier counts.
  var update: RelatednessLedger.Change?
  /// When customers buy again; learned when it is first asked for.
  let repeats: RepeatShelf

  /// Rows that an index keeps an item; longer lists are counted when asked for.
  static let indexedRows = RelatednessIndex.usualLength

  init(of dataset: Dataset, work: WorkContext) throws {
    coPurchases = try CoPurchases(dataset.purchases, work: work)
    fingerprint = dataset.fingerprint
    names = RelatednessLedger.Names(dataset)
    reach = StockReach(of: dataset)
    repeats = RepeatShelf(of: dataset)
    preferences = PreferenceModel(dataset.purchases, traits: ItemTraits(dataset.items))
    factory = RecommenderFactory(
      purchases: dataset.purchases, coPurchases: coPurchases, lists: coPurchases, end: dataset.end)
  }

  /// What is added to scores with these weights; nil where nothing is.
  func term(_ weights: TermWeights) -> ScoreTerm? {
    ScoreTerm(sumOf: [
      reach?.term(weight: weights.reach),
      weights.preferences.isZero ? nil : ScoreTerm(preferences, weights: weights.preferences),
    ])
  }

  /// The quickest source of an item's list of this kind: both give the same lists.
  func lists(_ relatedness: Relatedness, limit: Int) -> any RelatedLists {
    guard let index, limit <= index.listLength, relatedness.sequence.isPlain,
      index.unit == relatedness.unit || relatedness.metric != .corrected
    else { return coPurchases }
    return index
  }

  /// Whether all items' lists can be had in a moment: the index is there, or of no use.
  func hasLists(_ relatedness: Relatedness, limit: Int) -> Bool {
    !relatedness.sequence.isPlain || lists(relatedness, limit: limit) is RelatednessIndex
  }

  /// All items' lists.
  func allLists(
    _ relatedness: Relatedness, length: Int, work: WorkContext
  ) throws -> any RelatedLists {
    guard let index = lists(relatedness, limit: length) as? RelatednessIndex else {
      return try coPurchases.scored(by: relatedness, length: length, work: work)
    }
    return try index.scored(by: relatedness, length: length, work: work)
  }
}
