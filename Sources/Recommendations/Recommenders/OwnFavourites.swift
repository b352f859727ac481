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

  public func recommend(to customer: Int, limit: Int, mode: Mode) -> [Recommendation] {
    let exclusion = Exclusion(mode, customer: customer, in: purchases)
    // With the mode `new` there is nothing of one's own to recommend.
    let history =
      mode == .new
      ? [] : PurchaseHistory(of: customer, in: purchases, end: end, halfLifeDays: nil).items
    let favourites = history.sorted {
      ($1.lines, $1.lastPurchase, $0.item) < ($0.lines, $0.lastPurchase, $1.item)
    }
    let own = favourites.prefix(max(limit, 0)).map {
      Recommendation(item: $0.item, score: Double($0.lines), reason: .ownFavourite)
    }
    return bestsellers.fill(own, to: limit, excluding: exclusion)
  }
}
