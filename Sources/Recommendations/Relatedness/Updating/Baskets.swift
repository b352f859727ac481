import RetailData

/// The distinct items of every customer, ascending: what tells which pairs were bought since.
struct Baskets: Sendable {
  /// `customers + 1` positions.
  let offsets: Column<UInt32>
  let items: Column<Int32>

  var count: Int { offsets.count - 1 }

  init(offsets: Column<UInt32>, items: Column<Int32>) {
    self.offsets = offsets
    self.items = items
  }

  init(_ coPurchases: CoPurchases) {
    offsets = coPurchases.basketOffsets
    let byRank = coPurchases.ranked.items.buffer
    let ranks = coPurchases.baskets.buffer
    items = Column(count: ranks.count) { items in
      for position in ranks.indices { items[position] = byRank[Int(ranks[position])] }
      for customer in 0..<coPurchases.customerCount {
        items[coPurchases.basketRange(customer)].sort()
      }
    }
  }

  /// A customer's items; none for a customer of later.
  subscript(customer: Int) -> ArraySlice<Int32> {
    guard customer < count else { return [] }
    return ArraySlice(items.buffer[Int(offsets[customer])..<Int(offsets[customer + 1])])
  }
}
