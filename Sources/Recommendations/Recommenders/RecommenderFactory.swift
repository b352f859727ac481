import RetailData

/// Makes the recommender of any method from shared ingredients. What it is made from decides what
/// the recommenders know: give it purchases before a cut-off, and they know nothing later.
public struct RecommenderFactory: Sendable {
  private let purchases: Purchases
  private let coPurchases: CoPurchases
  private var lists: any RelatedLists
  private let end: Timestamp
  /// Of the usual window: counted once, since that looks at every purchase.
  private let usualBestsellers: Bestsellers

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
    usualBestsellers = Bestsellers(
      purchases, end: self.end, days: RecommenderParameters().bestsellerDays)
  }

  /// The same factory with another source of the same related-items lists. Costs nothing.
  public func with(lists: any RelatedLists) -> RecommenderFactory {
    var factory = self
    factory.lists = lists
    return factory
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
    parameters.bestsellerDays == RecommenderParameters().bestsellerDays
      ? usualBestsellers : Bestsellers(purchases, end: end, days: parameters.bestsellerDays)
  }
}
