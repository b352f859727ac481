import RetailData

/// `similar-customers`: the k customers whose sets of items have the largest cosine
/// |A ∩ B| / √(|A| |B|) with the customer's, found through the buyers of the customer's items; an
/// item scores the sum of the cosines of the neighbours who bought it. Customers with equal
/// cosines, and items with equal scores, are ordered by number. Then bestsellers.
public struct SimilarCustomers: Recommender {
  public let method = Method.similarCustomers
  private let purchases: Purchases
  private let coPurchases: CoPurchases
  private let neighbours: Int
  private let bestsellers: Bestsellers

  init(
    _ purchases: Purchases, coPurchases: CoPurchases, neighbours: Int, bestsellers: Bestsellers
  ) {
    self.purchases = purchases
    self.coPurchases = coPurchases
    self.neighbours = neighbours
    self.bestsellers = bestsellers
  }

  /// A customer who bought some of the same items.
  public struct Neighbour: Sendable, Equatable {
    public let customer: Int32
    /// 0...1.
    public let cosine: Double
    /// Distinct items that both bought.
    public let common: Int32
  }

  /// The nearest customers, the most similar first; never the customer.
  public func neighbours(of customer: Int) -> [Neighbour] {
    let own = coPurchases.basketRange(customer)
    var common = [Int32](repeating: 0, count: coPurchases.customerCount)
    var seen: [Int32] = []
    let buyers = coPurchases.buyers.buffer
    common.withUnsafeMutableBufferPointer { common in
      for entry in own {
        for position in coPurchases.buyerRange(rank: Int(coPurchases.baskets[entry])) {
          let other = buyers[position]
          if common[Int(other)] == 0 { seen.append(other) }
          common[Int(other)] += 1
        }
      }
    }
    var best = BestList<Int32>(limit: min(neighbours, coPurchases.customerCount))
    for other in seen where other != Int32(customer) {
      let size = coPurchases.basketRange(Int(other)).count
      let cosine = Double(common[Int(other)]) / Double(own.count * size).squareRoot()
      best.offer(score: cosine, order: other, payload: common[Int(other)])
    }
    return best.drain().map { Neighbour(customer: $0.order, cosine: $0.score, common: $0.payload) }
  }

  public func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation] {
    let addends = term?.addends(for: customer)
    let exclusion = Exclusion(mode, customer: customer, in: purchases)
    let neighbours = neighbours(of: customer)
    var scores = ScoreTable(
      additions: neighbours.reduce(0) { $0 + coPurchases.basketRange(Int($1.customer)).count })
    for neighbour in neighbours {
      for entry in coPurchases.basketRange(Int(neighbour.customer)) {
        scores.add(neighbour.cosine, to: coPurchases.ranked.items[Int(coPurchases.baskets[entry])])
      }
    }
    let similar = scores.best(
      min(limit, purchases.itemCount), excluding: exclusion, adding: addends
    ).map {
      Recommendation(
        item: $0.item, score: $0.score, reason: .similarCustomers, amounts: $0.amounts)
    }
    return bestsellers.fill(similar, to: limit, excluding: exclusion, adding: addends)
  }
}
