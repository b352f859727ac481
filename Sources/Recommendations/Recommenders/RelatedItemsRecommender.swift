import RetailData

/// `related-items`: an item Y scores Σ over the customer's distinct items X of w(X) · S(X, Y),
/// where S is the score of Y on X's related-items list and w is explained at `PurchaseHistory`.
/// Items that recur across lists rise (Linden, Smith and York, "Amazon.com Recommendations",
/// IEEE Internet Computing 7(1), 2003).
///
/// Only what is on a list and goes with X more often than by chance, S > 0, counts as evidence.
/// Equal scores are ordered by item number. When there are too few candidates, bestsellers
/// follow, and say so.
public struct RelatedItemsRecommender: Recommender {
  public let method = Method.relatedItems
  let purchases: Purchases
  let coPurchases: CoPurchases
  let lists: any RelatedLists
  let parameters: RecommenderParameters
  let end: Timestamp
  let bestsellers: Bestsellers

  public func recommend(
    to customer: Int, limit: Int, mode: Mode, adding term: ScoreTerm?
  ) -> [Recommendation] {
    let evidence = evidence(of: customer)
    let exclusion = Exclusion(mode, customer: customer, in: purchases)
    let addends = term?.addends(for: customer)
    let chosen = evidence.scores.best(
      min(limit, purchases.itemCount), excluding: exclusion, adding: addends)
    let explanations = evidence.explain(chosen.map(\.item))
    let related = zip(chosen, explanations).map { entry, because in
      Recommendation(
        item: entry.item, score: entry.score, reason: .related, because: because,
        amounts: entry.amounts)
    }
    return bestsellers.fill(related, to: limit, excluding: exclusion, adding: addends)
  }

  /// The lists of the customer's history, and what they add up to.
  func evidence(of customer: Int) -> Evidence {
    let history = PurchaseHistory(
      of: customer, in: purchases, end: end, halfLifeDays: parameters.halfLifeDays
    ).items
    let heard = history.prefix(parameters.historyLimit.map { max($0, 0) } ?? history.count)
    return Evidence(
      heard.map { bought in
        (
          bought,
          lists.related(
            to: Int(bought.item), by: parameters.relatedness, limit: parameters.listLength)
        )
      })
  }
}

/// What a customer's history says about other items.
struct Evidence {
  /// Each item of the history with its related-items list, the latest purchase first.
  let lists: [(bought: HistoryItem, related: [RelatedItem])]
  let scores: ScoreTable

  init(_ lists: [(bought: HistoryItem, related: [RelatedItem])]) {
    self.lists = lists
    var scores = ScoreTable(additions: lists.reduce(0) { $0 + $1.related.count })
    for (bought, related) in lists {
      // Lists are ordered by score.
      for item in related {
        if item.score <= 0 { break }
        scores.add(bought.weight * item.score, to: item.item)
      }
    }
    self.scores = scores
  }

  /// The addends of each item's score, the largest first.
  func explain(_ items: [Int32]) -> [[Contribution]] {
    var addends = [[Contribution]](repeating: [], count: items.count)
    // Long histories have tens of thousands of lines here, and few of them are asked for.
    var mayBeAsked = [Bool](repeating: false, count: 1_024)
    for item in items { mayBeAsked[Int(item) & 1_023] = true }
    for (bought, related) in lists {
      for other in related {
        if other.score <= 0 { break }
        if mayBeAsked[Int(other.item) & 1_023], let place = items.firstIndex(of: other.item) {
          addends[place].append(Contribution(bought, other))
        }
      }
    }
    return addends.map { addends in
      addends.sorted { ($1.contribution, $0.item) < ($0.contribution, $1.item) }
    }
  }
}
