import RetailData

/// `linear-autoencoder`: an item Y scores Σ over the customer's distinct items X of w(X) · B_XY,
/// with the weights of `LinearAutoencoder` and w as explained at `PurchaseHistory`. Then bestsellers.
public struct LinearAutoencoderRecommender: Recommender {
  public let method = Method.linearAutoencoder
  let model: LinearAutoencoder
  let scope: LearnedScope

  public func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation] {
    let history = scope.history(of: customer)
    var scores = [Double](repeating: 0, count: model.count)
    scores.withUnsafeMutableBufferPointer { scores in
      for bought in history {
        let row = model.row(scope.place(of: bought.item))
        for place in 0..<scores.count { scores[place] += bought.weight * Double(row[place]) }
      }
    }
    return scope.recommend(
      scores: scores, to: customer, limit: limit, mode: mode, adding: term,
      reason: .linearAutoencoder
    ) { place in
      history.map {
        Contribution(
          $0, weight: $0.weight,
          relatedness: Double(model.row(scope.place(of: $0.item))[place]))
      }
    }
  }
}
