/// What a learned method learns, and with which parameters: what tells one trained model of a data
/// set from another.
public enum Training: Hashable, Sendable {
  /// - Parameter ridge: λ.
  case linearAutoencoder(ridge: Double)
  case factorization(FactorizationParameters)
  case autoencoder(AutoencoderParameters)
  /// With the parameters of its network.
  case blend(AutoencoderParameters)
  case buyAgain(horizonDays: Double)

  /// What a method has to learn; nil for a method that only counts.
  public init?(_ method: Method, parameters: RecommenderParameters) {
    switch method {
    case .linearAutoencoder: self = .linearAutoencoder(ridge: parameters.ridge)
    case .factorization: self = .factorization(parameters.factorization)
    case .autoencoder, .autoencoderReconstruct:
      var autoencoder = parameters.autoencoder
      if method == .autoencoderReconstruct {
        autoencoder.objective = .reconstruct
        // Given the whole history, there would be nothing to reconstruct.
        autoencoder.dropout = max(autoencoder.dropout, 0.5)
      }
      self = .autoencoder(autoencoder)
    case .blend: self = .blend(parameters.autoencoder)
    case .buyAgain: self = .buyAgain(horizonDays: parameters.horizonDays)
    case .relatedItems, .similarCustomers, .bestsellers, .ownFavourites: return nil
    }
  }

  /// What has to be learned first; nil for most.
  var ground: Training? {
    if case .blend(let parameters) = self { return .autoencoder(parameters) }
    return nil
  }

  public var method: Method {
    switch self {
    case .linearAutoencoder: .linearAutoencoder
    case .factorization: .factorization
    case .autoencoder(let parameters): parameters.method
    case .blend: .blend
    case .buyAgain: .buyAgain
    }
  }
}

/// What was learned. A value whose copies share their storage.
public struct TrainedModel: Sendable {
  public let training: Training
  let content: Content

  enum Content: Sendable {
    case linearAutoencoder(LinearAutoencoder)
    case factorization(Factorization)
    case autoencoder(Autoencoder)
    case blend(Blend)
    case buyAgain(RepeatModel)
  }
}
