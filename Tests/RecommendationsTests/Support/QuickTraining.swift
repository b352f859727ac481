import Recommendations

extension RecommenderParameters {
  /// With models so small that they are learned in no time: for tests of what all methods have in
  /// common.
  var quick: RecommenderParameters {
    var parameters = self
    parameters.factorization.factors = 6
    parameters.factorization.iterations = 2
    parameters.autoencoder.units = 5
    parameters.autoencoder.epochs = 1
    return parameters
  }
}
