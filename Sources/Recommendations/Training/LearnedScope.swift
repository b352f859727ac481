import RetailData

/// What the recommenders of learned models share: the items that a model knows, by their places in
/// it, the customers' histories, and how a score for each place becomes a list.
struct LearnedScope: Sendable {
  let purchases: Purchases
  let end: Timestamp
  let halfLifeDays: Double?
  let bestsellers: Bestsellers
  /// By place: the item.
  let items: Column<Int32>
  /// By item: its place, or -1.
  private let places: Column<Int32>

  init(
    purchases: Purchases, end: Timestamp, halfLifeDays: Double?, bestsellers: Bestsellers,
    items: Column<Int32>
  ) {
    self.purchases = purchases
    self.end = end
    self.halfLifeDays = halfLifeDays
    self.bestsellers = bestsellers
    self.items = items
    var places = [Int32](repeating: -1, count: purchases.itemCount)
    for (place, item) in items.enumerated() { places[Int(item)] = Int32(place) }
    self.places = Column(places)
  }

  /// The place of an item that the model knows.
  func place(of item: Int32) -> Int { Int(places[Int(item)]) }

  /// Those of a customer's items that the model knows, the latest first.
  func history(of customer: Int) -> [HistoryItem] {
    PurchaseHistory(of: customer, in: purchases, end: end, halfLifeDays: halfLifeDays).items
      .filter { places[Int($0.item)] >= 0 }
  }

  /// The best of the items with a score above a floor, and bestsellers after them.
  ///
  /// - Parameters:
  ///   - scores: By place.
  ///   - explain: The addends of the score of a place; they are put in order here.
  func recommend(
    scores: [Double], above floor: Double = 0, to customer: Int, limit: Int, mode: Mode,
    adding term: ScoreTerm?,
    reason: Reason, explain: (_ place: Int) -> [Contribution]
  ) -> [Recommendation] {
    let exclusion = Exclusion(mode, customer: customer, in: purchases)
    let terms = term?.addends(for: customer)
    let candidates = scores.indices.lazy.filter {
      scores[$0] > floor && !exclusion.contains(items[$0])
    }
    let addends = terms?.over(ScoreSpread(candidates.map { scores[$0] }))
    var best = BestList<Int>(limit: min(limit, scores.count))
    for (place, score) in scores.enumerated() where score > floor {
      let item = items[place]
      let total = score + addends[item: item]
      if best.takes(score: total, order: item), !exclusion.contains(item) {
        best.offer(score: total, order: item, payload: place)
      }
    }
    let chosen = best.drain().map { entry in
      Recommendation(
        item: entry.order, score: entry.score, reason: reason,
        because: explain(entry.payload)
          .sorted { ($1.contribution, $0.item) < ($0.contribution, $1.item) },
        amounts: addends.amounts(of: entry.order))
    }
    return bestsellers.fill(chosen, to: limit, excluding: exclusion, adding: terms)
  }
}
