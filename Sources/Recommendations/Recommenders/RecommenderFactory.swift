import RetailData

/// Makes the recommender of any method from shared ingredients. What it is made from decides what
/// the recommenders know: give it purchases before a cut-off, and they know nothing later.
public struct RecommenderFactory: Sendable {
  private let purchases: Purchases
  private let coPurchases: CoPurchases
  private let lists: any RelatedLists
  private let end: Timestamp

  /// - Parameters:
  ///   - coPurchases: of `purchases`.
  ///   - lists: of `purchases`: an index, scored lists, or `coPurchases` to count on demand.
  ///   - end: the moment at which recommendations are made; the latest purchase if nil.
  public init(
    purchases: Purchases, coPurchases: CoPurchases, lists: any RelatedLists,
    end: Timestamp? = nil
  ) {
    self.purchases = purchases
    self.coPurchases = coPurchases
    self.lists = lists
    self.end = end ?? purchases.times.max() ?? Timestamp(seconds: 0)
  }

  public func make(_ method: Method, parameters: RecommenderParameters) -> any Recommender {
    switch method {
    case .relatedItems: return relatedItems(parameters)
    case .similarCustomers:
      return SimilarCustomers(
        purchases, coPurchases: coPurchases, neighbours: parameters.neighbours,
        bestsellers: bestsellers(parameters))
    case .bestsellers: return bestsellers(parameters)
    case .ownFavourites:
      return OwnFavourites(purchases, end: end, bestsellers: bestsellers(parameters))
    }
  }

  /// The method `related-items`, which can also say why not.
  public func relatedItems(_ parameters: RecommenderParameters) -> RelatedItemsRecommender {
    RelatedItemsRecommender(
      purchases: purchases, coPurchases: coPurchases, lists: lists, parameters: parameters,
      end: end, bestsellers: bestsellers(parameters))
  }

  private func bestsellers(_ parameters: RecommenderParameters) -> Bestsellers {
    Bestsellers(purchases, end: end, days: parameters.bestsellerDays)
  }
}
