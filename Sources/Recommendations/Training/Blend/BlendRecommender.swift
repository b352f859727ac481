import RetailData

/// `blend`: an item scores the sum of three parts, each with the weight that it earned lately: the
/// network's forecast, related items, and the customer's own rhythm (`BlendSigns`). The odds of two
/// items to be what the customer chooses are e to the difference of their scores; an item that the
/// network thinks as likely as any, and nothing else speaks for, scores 0.
public struct BlendRecommender: Recommender {
  public let method = Method.blend
  private let weights: SIMD8<Double>
  private let ground: BlendGround
  private let scope: LearnedScope

  init(model: Blend, related: RelatedItemsRecommender, scope: LearnedScope) {
    weights = model.weights
    self.scope = scope
    ground = BlendGround(
      network: model.autoencoder.network, of: model.autoencoder, related: related, at: scope.end)
  }

  public func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation] {
    let signs = ground.signs(of: customer)?.values ?? []
    let list = scope.recommend(
      scores: signs.map { parts($0).total }, above: -.infinity, to: customer, limit: limit,
      mode: mode, adding: term, reason: .blend
    ) { _ in [] }
    return list.map { recommendation in
      recommendation.reason == .blend
        ? recommendation.with(parts(signs[scope.place(of: recommendation.item)])) : recommendation
    }
  }

  private func parts(_ signs: SIMD8<Float>) -> BlendParts {
    let parts = weights * SIMD8<Double>(signs)
    return BlendParts(
      forecast: parts[0], related: parts[1],
      rhythm: parts[2] + parts[3] + parts[4] + parts[5] + parts[6])
  }
}

/// What the score of `blend` is the sum of.
public struct BlendParts: Sendable, Equatable {
  /// The network's forecast.
  public let forecast: Double
  /// What other purchases of the customer say by related items.
  public let related: Double
  /// How often, how lately and how regularly the customer bought the item; 0 for one never bought.
  public let rhythm: Double

  public var total: Double { forecast + related + rhythm }

  public enum Kind: String, CaseIterable, Sendable {
    case forecast, related, rhythm
  }

  public subscript(kind: Kind) -> Double {
    switch kind {
    case .forecast: forecast
    case .related: related
    case .rhythm: rhythm
    }
  }
}
