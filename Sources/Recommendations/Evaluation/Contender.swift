/// A method with its parameters, as it enters an evaluation.
public struct Contender: Hashable, Sendable {
  /// What it is called in the results.
  public let name: String
  public let method: Method
  public let parameters: RecommenderParameters

  /// - Parameter name: the method's own if nil.
  public init(
    _ method: Method, parameters: RecommenderParameters = RecommenderParameters(),
    name: String? = nil
  ) {
    self.name = name ?? method.rawValue
    self.method = method
    self.parameters = parameters
  }

  /// What every method is held against: no evaluation is without them.
  public static let baselines: [Method] = [.bestsellers, .ownFavourites]

  /// The baselines, and after them the other methods asked for, each once.
  public static func field(
    of methods: [Method], parameters: RecommenderParameters = RecommenderParameters()
  ) -> [Contender] {
    let wanted = baselines + methods
    return wanted.enumerated().filter { !wanted[..<$0].contains($1) }
      .map { Contender($1, parameters: parameters) }
  }

  /// Which related-items lists of the training data should be at hand; nil: none. Those who do not
  /// look at them should not have to wait for them.
  var relatedLists: (relatedness: Relatedness, length: Int)? {
    switch method {
    case .relatedItems: (parameters.relatedness, parameters.listLength)
    case .blend:
      (
        Blend.relatedParameters(parameters).relatedness,
        Blend.relatedParameters(parameters).listLength
      )
    case .similarCustomers, .bestsellers, .ownFavourites, .buyAgain, .linearAutoencoder,
      .factorization, .autoencoder, .autoencoderReconstruct:
      nil
    }
  }
}
