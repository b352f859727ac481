import RetailData

extension NextBuyers {
  /// The buyers' chances by group (a region, say), each as a share of them all; customers of a
  /// group below 0 are left out. All 0 where nobody counts.
  public func shares(by groups: Column<Int32>, count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for buyer in buyers where groups[Int(buyer.customer)] >= 0 {
      sums[Int(groups[Int(buyer.customer)])] += buyer.chance
    }
    let total = sums.reduce(0, +)
    return total > 0 ? sums.map { $0 / total } : sums
  }

  /// How many of the buyers are in each group; those of a group below 0 are left out.
  public func counts(by groups: Column<Int32>, count: Int) -> [Int] {
    groups.counts(of: buyers.lazy.map(\.customer), count: count)
  }
}

extension Purchases {
  /// How many customers of each group have bought an item; those of a group below 0 are left out.
  public func buyerCounts(ofItem item: Int, by groups: Column<Int32>, count: Int) -> [Int] {
    groups.counts(of: Set(positions(ofItem: item).lazy.map { customersByItem[$0] }), count: count)
  }
}

extension Column<Int32> {
  fileprivate func counts(of customers: some Sequence<Int32>, count: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for customer in customers where self[Int(customer)] >= 0 {
      counts[Int(self[Int(customer)])] += 1
    }
    return counts
  }
}
