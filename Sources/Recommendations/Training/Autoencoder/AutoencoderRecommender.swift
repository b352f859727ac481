import RetailData

/// `autoencoder`: an item scores the share, in per cent, that the network foretells it to have in
/// what the customer will buy.
public struct AutoencoderRecommender: Recommender {
  public var method: Method { model.parameters.method }
  let model: Autoencoder
  let scope: LearnedScope
  private let encoder: HistoryEncoder
  /// What scores start from today.
  private let start: Matrix<Float>

  init(model: Autoencoder, scope: LearnedScope) {
    self.model = model
    self.scope = scope
    encoder = HistoryEncoder(
      scope.purchases, items: model.items, halfLives: model.parameters.halfLives)
    start =
      RecentSales(
        scope.purchases, items: model.items, at: [scope.end], outputs: model.network.outputs,
        for: model.parameters.objective
      ).scores
  }

  public func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation] {
    var entries: [HistoryEncoder.Entry] = []
    encoder.append(customer: customer, at: scope.end, to: &entries) { true }
    let shares = entries.isEmpty ? [] : model.network.shares(entries, from: start.start)
    return scope.recommend(
      scores: shares.map { 100 * Double($0) }, to: customer, limit: limit, mode: mode, adding: term,
      reason: .autoencoder
    ) { _ in [] }
  }
}
