import RetailData

/// Who bought what, each customer and item once, in compressed sparse rows both ways: the ground
/// that N and E are counted on.
///
/// `related` and `pair` count what they are asked for at that moment, exactly; for the lists of
/// all items there is `RelatednessIndex`, which gives the same lists. The cost of all rows is
/// `work`, the sum of squares of the customers' distinct items.
public struct CoPurchases: Sendable {
  let purchases: Purchases
  let ranked: RankedItems
  /// `customers + 1` positions into `baskets`.
  let basketOffsets: Column<UInt32>
  /// By customer: the ranks of the distinct items bought, in the order of the first purchase.
  let baskets: Column<Int32>
  /// `items + 1` positions into `buyers`, by rank.
  let buyerOffsets: Column<UInt32>
  /// By rank of the item: its distinct buyers, ascending.
  let buyers: Column<Int32>
  /// The latest purchase: ages are counted from here.
  let latest: Timestamp
  let chanceByLine: ChanceModel
  let chanceByItem: ChanceModel

  /// Finds the distinct pairs of `purchases`. Takes memory for 8 bytes per pair.
  ///
  /// Throws `CancellationError` when the work is cancelled.
  public init(_ purchases: Purchases, work: WorkContext) throws {
    self.purchases = purchases
    let incidence = try Incidence(purchases, work: work)
    ranked = incidence.ranked
    basketOffsets = incidence.basketOffsets
    baskets = incidence.baskets
    buyerOffsets = incidence.buyerOffsets
    buyers = incidence.buyers
    latest =
      (0..<purchases.customerCount).lazy.compactMap { purchases.lines(ofCustomer: $0).last }
      .map { purchases.times[$0] }.max() ?? Timestamp(seconds: 0)
    chanceByLine = ChanceModel(
      purchases: ranked.lines, largestOthers: max(incidence.largestLines - 1, 0))
    chanceByItem = ChanceModel(
      purchases: ranked.buyers, largestOthers: max(incidence.largestBasket - 1, 0))
  }

  public var itemCount: Int { ranked.count }
  public var customerCount: Int { basketOffsets.count - 1 }
  /// Distinct (customer, item) pairs.
  public var pairCount: Int { baskets.count }

  /// n_X: the distinct buyers of an item.
  public func buyerCount(of item: Int) -> Int { Int(ranked.buyers[Int(ranked.ranks[item])]) }

  /// Increments that counting every row takes: Σ over customers of the square of their number of
  /// distinct items. What an index costs grows with it.
  public var work: Int {
    (0..<customerCount).reduce(0) { sum, customer in
      let size = basketRange(customer).count
      return sum + size * size
    }
  }

  func basketRange(_ customer: Int) -> Range<Int> {
    Int(basketOffsets[customer])..<Int(basketOffsets[customer + 1])
  }

  func buyerRange(rank: Int) -> Range<Int> {
    Int(buyerOffsets[rank])..<Int(buyerOffsets[rank + 1])
  }

  func chance(_ unit: PurchaseUnit) -> ChanceModel {
    unit == .lines ? chanceByLine : chanceByItem
  }
}
