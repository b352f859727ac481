import Foundation
import RetailData

/// `blend`: an item scores e^(weights · signs), as a share, in per cent, of that of all items; the
/// signs are the network's forecast, related items, and how often, how lately and how regularly the
/// customer bought it (`BlendSigns`).
public struct BlendRecommender: Recommender {
  public let method = Method.blend
  private let weights: SIMD8<Double>
  private let ground: BlendGround
  private let scope: LearnedScope

  init(model: Blend, related: RelatedItemsRecommender, scope: LearnedScope) {
    weights = model.weights
    self.scope = scope
    ground = BlendGround(autoencoder: model.autoencoder, related: related, at: scope.end)
  }

  public func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation] {
    let scores = ground.signs(of: customer).map(scores) ?? []
    return scope.recommend(
      scores: scores, to: customer, limit: limit, mode: mode, adding: term, reason: .blend
    ) { _ in [] }
  }

  private func scores(_ signs: BlendSigns) -> [Double] {
    var scores = signs.values.map { (weights * SIMD8<Double>($0)).sum() }
    let most = scores.max() ?? 0
    var total = 0.0
    for place in scores.indices {
      scores[place] = exp(scores[place] - most)
      total += scores[place]
    }
    return scores.map { 100 * $0 / total }
  }
}
