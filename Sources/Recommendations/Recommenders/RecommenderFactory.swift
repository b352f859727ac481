import RetailData

/// Makes the recommender of any method from shared ingredients. What it is made from decides what
/// the recommenders know: give it purchases before a cut-off, and they know nothing later.
public struct RecommenderFactory: Sendable {
  let purchases: Purchases
  let coPurchases: CoPurchases
  private var lists: any RelatedLists
  let end: Timestamp
  /// What was learned from the purchases so far.
  private(set) var models: [Training: TrainedModel] = [:]
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

  /// The same factory with a model that was trained on its purchases.
  public func with(_ model: TrainedModel) -> RecommenderFactory {
    var factory = self
    factory.models[model.training] = model
    return factory
  }

  /// The recommender of a method. A learned method learns first, where the factory has no model
  /// of these parameters: that takes a while (`work` says how far it is, and can be cancelled).
  ///
  /// - Throws: for a learned method `TrainingProblem`, and `CancellationError`; for any other
  ///   nothing.
  public func make(
    _ method: Method, parameters: RecommenderParameters, work: WorkContext = WorkContext()
  ) throws -> any Recommender {
    if let training = Training(method, parameters: parameters) {
      return make(
        try models[training] ?? train(training, work: work), parameters: parameters)
    }
    return made(method, parameters)
  }

  /// The recommender of a method that only counts; bestsellers for one that does not.
  private func made(_ method: Method, _ parameters: RecommenderParameters) -> any Recommender {
    switch method {
    case .relatedItems: return relatedItems(parameters)
    case .similarCustomers:
      return SimilarCustomers(
        purchases, coPurchases: coPurchases, neighbours: parameters.neighbours,
        bestsellers: bestsellers(parameters))
    case .bestsellers, .linearAutoencoder, .factorization, .autoencoder, .autoencoderReconstruct,
      .blend, .buyAgain:
      return bestsellers(parameters)
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

  func bestsellers(_ parameters: RecommenderParameters) -> Bestsellers {
    parameters.bestsellerDays == RecommenderParameters().bestsellerDays
      ? usualBestsellers : Bestsellers(purchases, end: end, days: parameters.bestsellerDays)
  }
}
