/// A way to choose what to recommend. The raw values are the names on the command line.
public enum Method: String, CaseIterable, Sendable, Codable {
  /// Items that go with what the customer bought: item-to-item collaborative filtering.
  case relatedItems = "related-items"
  /// What the customers with the most similar baskets bought.
  case similarCustomers = "similar-customers"
  /// What sold best lately, the same for everyone.
  case bestsellers
  /// What the customer bought most often.
  case ownFavourites = "own-favourites"
  /// What the customer bought before and will soon buy again, by rhythm and habit.
  case buyAgain = "buy-again"
  /// What a linear model rebuilds from what the customer bought: EASE^R.
  case linearAutoencoder = "linear-autoencoder"
  /// Customers and items described by a few learned numbers each: implicit-feedback matrix
  /// factorization.
  case factorization
  /// What a network foretells that was trained to give the next two weeks from the history before.
  case autoencoder
  /// The same network, trained to give the history itself: the older way, and the worse one.
  case autoencoderReconstruct = "autoencoder-reconstruct"
  /// The forecast of `autoencoder`, related items and the customer's own rhythm together, each with
  /// the weight that it earned lately.
  case blend

  /// Whether it learns a model first, which takes a while: see `RecommenderFactory.train`.
  public var isLearned: Bool { Training(self, parameters: RecommenderParameters()) != nil }
}

/// What may be recommended.
public enum Mode: String, CaseIterable, Sendable, Codable {
  /// Anything, bought before or not.
  case all
  /// Only items that the customer never bought.
  case new
  /// Only items that the customer bought.
  case again
}

/// Why an item is among the recommendations. The raw values stand in the output of the command
/// line.
public enum Reason: String, Sendable, Codable {
  /// It goes with items of the customer's history: `because` says which.
  case related = "related-items"
  /// Similar customers bought it.
  case similarCustomers = "similar-customers"
  /// It sells well: the method had nothing better to say.
  case bestseller
  /// The customer often buys it.
  case ownFavourite = "own-favourite"
  /// The customer is likely to buy it again soon.
  case buyAgain = "buy-again"
  /// By learned weights the customer's purchases add up to it: `because` says how.
  case linearAutoencoder = "linear-autoencoder"
  case factorization
  /// A network foretells it.
  case autoencoder
  /// A network, related items and the customer's own rhythm together foretell it.
  case blend
}
