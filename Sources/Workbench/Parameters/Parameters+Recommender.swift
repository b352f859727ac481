import Recommendations

extension Parameters {
  /// What a method depends on; everything else at its default, so that turning a parameter that
  /// does not matter asks nothing anew.
  func recommender(for method: Method) -> RecommenderParameters {
    var needed = RecommenderParameters()
    switch method {
    case .relatedItems:
      needed.relatedness = relatedness.effective
      needed.halfLifeDays = halfLife
      needed.listLength = listLength
    case .similarCustomers:
      needed.neighbours = neighbours
    case .linearAutoencoder:
      needed.halfLifeDays = halfLife
    case .bestsellers, .ownFavourites, .factorization, .autoencoder, .autoencoderReconstruct,
      .blend, .buyAgain:
      break
    }
    return needed
  }
}
