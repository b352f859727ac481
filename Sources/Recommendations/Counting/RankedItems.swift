import RetailData

/// What a score needs to know of every item, with the items *ranked* by rarity: by number of
/// distinct buyers and then by item number.
///
/// Ranks are the item numbers of the counting kernels. In order of rank, an item can only be
/// better than one before it by being bought together more often, and popular items, which
/// nearly every row touches, lie next to each other in memory.
struct RankedItems: Sendable {
  /// By rank: the item.
  let items: Column<Int32>
  /// By item: the rank.
  let ranks: Column<Int32>
  /// By rank: distinct buyers, nondecreasing.
  let buyers: Column<Int32>
  /// By rank: purchase lines.
  let lines: Column<Int32>
  /// By rank: the place of the item by number of lines and then by item number.
  let lineRanks: Column<Int32>
  /// By place in that order: the rank.
  let ranksByLines: Column<Int32>
  /// U: customers who bought anything.
  let customers: Int

  /// - Parameters:
  ///   - buyersByItem: distinct buyers of every item.
  ///   - linesByItem: purchase lines of every item.
  init(buyersByItem: [Int32], linesByItem: [Int32], customers: Int) {
    let order = RankedItems.order(by: buyersByItem)
    let lineOrder = RankedItems.order(by: linesByItem)
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, item) in order.enumerated() { ranks[Int(item)] = Int32(rank) }
    var lineRanks = [Int32](repeating: 0, count: order.count)
    for (place, item) in lineOrder.enumerated() {
      lineRanks[Int(ranks[Int(item)])] = Int32(place)
    }
    items = Column(order)
    self.ranks = Column(ranks)
    buyers = Column(order.map { buyersByItem[Int($0)] })
    lines = Column(order.map { linesByItem[Int($0)] })
    self.lineRanks = Column(lineRanks)
    ranksByLines = Column(lineOrder.map { ranks[Int($0)] })
    self.customers = customers
  }

  var count: Int { items.count }

  /// Purchases by rank in a unit: the numerator of P_Y.
  func purchases(in unit: PurchaseUnit) -> Column<Int32> {
    unit == .lines ? lines : buyers
  }

  /// Item numbers by (count, number), by counting sort.
  private static func order(by counts: [Int32]) -> [Int32] {
    var starts = [Int](repeating: 0, count: Int(counts.max() ?? 0) + 2)
    for count in counts { starts[Int(count) + 1] += 1 }
    for value in 1..<starts.count { starts[value] += starts[value - 1] }
    var order = [Int32](repeating: 0, count: counts.count)
    for (item, count) in counts.enumerated() {
      order[starts[Int(count)]] = Int32(item)
      starts[Int(count)] += 1
    }
    return order
  }
}
