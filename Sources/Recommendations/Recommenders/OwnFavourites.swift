import RetailData

/// `own-favourites`: the items the customer bought on the most lines, the latest first among
/// equals; then bestsellers. The baseline for repeat purchases.
public struct OwnFavourites: Recommender {
  public let method = Method.ownFavourites
  private let purchases: Purchases
  private let end: Timestamp
  private let bestsellers: Bestsellers

  init(_ purchases: Purchases, end: Timestamp, bestsellers: Bestsellers) {
    self.purchases = purchases
    self.end = end
    self.bestsellers = bestsellers
  }

  public func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation] {
    let exclusion = Exclusion(mode, customer: customer, in: purchases)
    // With the mode `new` there is nothing of one's own to recommend.
    let history =
      mode == .new
      ? [] : PurchaseHistory(of: customer, in: purchases, end: end, halfLifeDays: nil).items
    let terms = term?.addends(for: customer)
    let addends = terms?.over(ScoreSpread(history.lazy.map { Double($0.lines) }))
    let favourites = history.map { (bought: $0, score: Double($0.lines) + addends[item: $0.item]) }
      .sorted {
        ($1.score, $1.bought.lastPurchase, $0.bought.item)
          < ($0.score, $0.bought.lastPurchase, $1.bought.item)
      }
    let own = favourites.prefix(max(limit, 0)).map {
      Recommendation(
        item: $0.bought.item, score: $0.score, reason: .ownFavourite,
        amounts: addends.amounts(of: $0.bought.item))
    }
    return bestsellers.fill(own, to: limit, excluding: exclusion, adding: terms)
  }
}
