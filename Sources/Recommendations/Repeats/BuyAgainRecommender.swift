import RetailData

/// `buy-again`: what the customer bought before, the likeliest to be bought again within the
/// horizon first (`RepeatModel`); then bestsellers.
public struct BuyAgainRecommender: Recommender {
  public let method = Method.buyAgain
  let model: RepeatModel
  let bestsellers: Bestsellers

  public func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation] {
    let exclusion = Exclusion(mode, customer: customer, in: model.tables.purchases)
    // With the mode `new` there is nothing to be bought again.
    let outlook = mode == .new ? [] : model.outlook(of: customer)
    let terms = term?.addends(for: customer)
    let addends = terms?.over(ScoreSpread(outlook.lazy.map(\.probability)))
    let own = outlook.map {
      Recommendation(
        item: $0.item, score: $0.probability + addends[item: $0.item], reason: .buyAgain,
        amounts: addends.amounts(of: $0.item), outlook: $0)
    }.sorted { ($1.score, $0.item) < ($0.score, $1.item) }.prefix(max(limit, 0))
    return bestsellers.fill(Array(own), to: limit, excluding: exclusion, adding: terms)
  }
}
