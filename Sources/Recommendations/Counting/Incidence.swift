import RetailData
import Synchronization

/// The distinct (customer, item) pairs of purchases, made in three passes: sizes, baskets by
/// customer, and their transposition.
struct Incidence {
  let ranked: RankedItems
  let basketOffsets: Column<UInt32>
  let baskets: Column<Int32>
  let buyerOffsets: Column<UInt32>
  let buyers: Column<Int32>
  /// The most distinct items, and the most lines, of one customer.
  let largestBasket: Int
  let largestLines: Int

  /// Customers per chunk of work: enough to pay for a chunk's scratch memory.
  private static let chunk = 16_384

  init(_ purchases: Purchases, work: WorkContext) throws {
    let sizes = try Incidence.sizes(purchases, work: work)
    let itemLines = (0..<purchases.itemCount).map { Int32(purchases.positions(ofItem: $0).count) }
    let ranked = RankedItems(
      buyersByItem: sizes.buyersByItem, linesByItem: itemLines,
      customers: sizes.basketSizes.reduce(0) { $0 + ($1 > 0 ? 1 : 0) })
    let basketOffsets = Incidence.offsets(sizes.basketSizes)
    let baskets = try Incidence.baskets(
      purchases, ranks: ranked.ranks, offsets: basketOffsets, work: work)
    try work.checkCancelled()
    let buyerOffsets = Incidence.offsets(ranked.buyers)
    buyers = Incidence.transpose(
      baskets: baskets, basketOffsets: basketOffsets, buyerOffsets: buyerOffsets)
    self.ranked = ranked
    self.basketOffsets = basketOffsets
    self.baskets = baskets
    self.buyerOffsets = buyerOffsets
    largestBasket = Int(sizes.basketSizes.max() ?? 0)
    largestLines =
      (0..<purchases.customerCount).lazy.map { purchases.lines(ofCustomer: $0).count }.max() ?? 0
  }

  /// Distinct items of every customer, and distinct buyers of every item.
  private static func sizes(
    _ purchases: Purchases, work: WorkContext
  ) throws -> (basketSizes: Column<Int32>, buyersByItem: [Int32]) {
    let items = purchases.itemCount
    let totals = Mutex([Int32](repeating: 0, count: items))
    let basketSizes = try Column<Int32>(count: purchases.customerCount) { sizes in
      // Every customer's slot is written by one worker only.
      nonisolated(unsafe) let sizes = sizes
      try work.forEachChunk(of: purchases.customerCount, chunk: chunk) { _, customers in
        var counts = [Int32](repeating: 0, count: items)
        counts.withUnsafeMutableBufferPointer { counts in
          forEachDistinctItem(of: purchases, customers: customers) { customer, item in
            sizes[customer] += 1
            counts[item] += 1
          }
        }
        totals.withLock { totals in
          for item in 0..<items { totals[item] += counts[item] }
        }
      }
    }
    return (basketSizes, totals.withLock { $0 })
  }

  private static func baskets(
    _ purchases: Purchases, ranks: Column<Int32>, offsets: Column<UInt32>, work: WorkContext
  ) throws -> Column<Int32> {
    try Column<Int32>(count: Int(offsets[offsets.count - 1])) { baskets in
      // Every customer's basket is written by one worker only.
      nonisolated(unsafe) let baskets = baskets
      try work.forEachChunk(of: purchases.customerCount, chunk: chunk) { _, customers in
        let ranks = ranks.buffer
        var position = Int(offsets[customers.lowerBound])
        forEachDistinctItem(of: purchases, customers: customers) { _, item in
          baskets[position] = ranks[item]
          position += 1
        }
      }
    }
  }

  /// Calls `body` for every item of every customer of a range, in the order of first purchases.
  @inline(__always)
  private static func forEachDistinctItem(
    of purchases: Purchases, customers: Range<Int>, _ body: (_ customer: Int, _ item: Int) -> Void
  ) {
    let lines = purchases.items.buffer
    let offsets = purchases.customerOffsets.buffer
    var lastCustomer = [Int32](repeating: -1, count: purchases.itemCount)
    lastCustomer.withUnsafeMutableBufferPointer { lastCustomer in
      for customer in customers {
        for line in Int(offsets[customer])..<Int(offsets[customer + 1]) {
          let item = Int(lines[line])
          if lastCustomer[item] != Int32(truncatingIfNeeded: customer) {
            lastCustomer[item] = Int32(truncatingIfNeeded: customer)
            body(customer, item)
          }
        }
      }
    }
  }

  /// Walking the customers in order leaves every item's buyers ascending.
  private static func transpose(
    baskets: Column<Int32>, basketOffsets: Column<UInt32>, buyerOffsets: Column<UInt32>
  ) -> Column<Int32> {
    Column<Int32>(count: baskets.count) { buyers in
      let offsets = basketOffsets.buffer
      let ranks = baskets.buffer
      var next = Array(buyerOffsets)
      next.withUnsafeMutableBufferPointer { next in
        for customer in 0..<(offsets.count - 1) {
          for position in Int(offsets[customer])..<Int(offsets[customer + 1]) {
            let rank = Int(ranks[position])
            buyers[Int(next[rank])] = Int32(truncatingIfNeeded: customer)
            next[rank] += 1
          }
        }
      }
    }
  }

  private static func offsets(_ sizes: Column<Int32>) -> Column<UInt32> {
    Column<UInt32>(count: sizes.count + 1) { offsets in
      for index in 0..<sizes.count { offsets[index + 1] = offsets[index] + UInt32(sizes[index]) }
    }
  }
}
