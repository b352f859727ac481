import Recommendations
import RetailData

/// What relates and recommends: the co-purchase counts, and, once it is built, the index of all
/// items' lists.
struct Analysis: Sendable {
  let coPurchases: CoPurchases
  var index: RelatednessIndex?

  /// Rows that an index keeps an item; longer lists are counted when asked for.
  static let indexedRows = 50

  /// The quickest source of an item's list of this kind: both give the same lists.
  func lists(_ relatedness: Relatedness, limit: Int) -> any RelatedLists {
    guard let index, limit <= index.listLength,
      index.unit == relatedness.unit || relatedness.metric != .corrected
    else { return coPurchases }
    return index
  }
}
