import Recommendations

extension Parameters {
  /// What a method depends on; everything else at its default, so that turning a parameter that
  /// does not matter asks nothing anew.
  func recommender(for method: Method) -> RecommenderParameters {
    var needed = RecommenderParameters()
    switch method {
    case .relatedItems:
      needed.relatedness = relatedness.essential
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

extension Relatedness {
  /// With the parts that do not matter to the metric at their defaults.
  var essential: Relatedness {
    var essential = Relatedness(metric: metric)
    if metric == .corrected { essential.unit = unit }
    if metric.comparesWithChance {
      essential.score = score
      if score == .shrunk { essential.kappa = kappa }
    }
    return essential
  }
}
