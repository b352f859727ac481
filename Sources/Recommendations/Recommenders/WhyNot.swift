import RetailData

/// What `related-items` thinks of any item for a customer, purchase by purchase: the answer to
/// "why not this one?", and for a recommended item the same addends as its explanation.
public struct WhyNot: Sendable, Equatable {
  public let item: Int32
  /// The score it has for this customer: the sum of the addends' contributions and `amounts`.
  public let score: Double
  /// What a `ScoreTerm` adds, kind by kind.
  public let amounts: [ScoreTerm.Amount]
  /// Its place among all candidates of the mode, from 1; nil if it is none, because no addend
  /// speaks for it or because the mode leaves it out.
  public let rank: Int?
  /// The mode is `new` and the customer bought it before, or `again` and the customer did not.
  public let isExcluded: Bool
  /// One per distinct item of the customer's history that is looked at, the latest first.
  public let addends: [Addend]

  /// What one item of the history says.
  public struct Addend: Sendable, Equatable {
    /// The contribution as it is, or as it would be if the item were on the list.
    public let potential: Contribution
    /// The item's place on the list of the bought item, from 1; nil if it is not on it.
    public let listRank: Int?
    /// The score of the last item of that list, which had to be beaten; nil if the list is not
    /// full.
    public let lastOnList: Double?

    /// What enters the score: 0 unless the item is on the list with a positive score.
    public var contribution: Double {
      listRank != nil && potential.relatedness > 0 ? potential.contribution : 0
    }
  }
}

extension RelatedItemsRecommender {
  /// Explains the score of any item.
  public func whyNot(
    customer: Int, item: Int, mode: Mode, adding term: ScoreTerm? = nil
  ) -> WhyNot {
    let evidence = evidence(of: customer)
    let exclusion = Exclusion(mode, customer: customer, in: purchases)
    let item32 = Int32(item)
    let addends = evidence.lists.map { bought, related in
      let place = related.firstIndex { $0.item == item32 }
      let pair =
        place.map { related[$0] }
        ?? coPurchases.pair(Int(bought.item), item, by: parameters.relatedness)
      return WhyNot.Addend(
        potential: Contribution(bought, pair), listRank: place.map { $0 + 1 },
        lastOnList: related.count == parameters.listLength ? related.last?.score : nil)
    }
    let terms = term?.addends(for: customer)?.over(evidence.scores.spread(excluding: exclusion))
    let added = terms[item: item32]
    let own = evidence.scores[item32]
    let isExcluded = exclusion.contains(item32)
    var better = 0
    evidence.scores.forEach { other, sum in
      let score = sum + terms[item: other]
      if score > own + added || (score == own + added && other < item32),
        !exclusion.contains(other)
      {
        better += 1
      }
    }
    return WhyNot(
      item: item32, score: own + added, amounts: terms.amounts(of: item32),
      rank: own > 0 && !isExcluded ? better + 1 : nil, isExcluded: isExcluded, addends: addends)
  }
}
