import RetailData

/// The experiment that shows why chance must be counted per purchase: a shop in which nothing goes
/// with anything, but some customers buy much more than others. Whatever relates items should find
/// nothing there: scores around 0.
///
/// Against the naive expectation, everything goes with everything: buyers of any item are heavy
/// buyers more often than others, and so buy any other item more often than the average customer.
public struct HeavyBuyerNull: Sendable, Equatable {
  /// Customers, and purchase lines each.
  public var ordinary = (customers: 900, lines: 2)
  public var heavy = (customers: 100, lines: 50)
  public var items = 100
  public var seed: UInt64

  public init(seed: UInt64 = 1) { self.seed = seed }

  public static func == (left: Self, right: Self) -> Bool {
    left.ordinary == right.ordinary && left.heavy == right.heavy && left.items == right.items
      && left.seed == right.seed
  }

  /// What one metric makes of it.
  public struct Finding: Sendable, Equatable {
    public let metric: Metric
    /// Means over all ordered pairs: customers who bought both, what chance would give, and the
    /// score (N − E)/√E.
    public let count: Double
    public let expected: Double
    public let score: Double
    /// The share of pairs whose score is above 2, where chance alone gives about one in forty.
    public let suspicious: Double
    /// Pairs by score: one bin for every unit from `lowest` on; the first and the last take what
    /// lies beyond.
    public let histogram: [Int]

    public static let lowest = -4
    public static let bins = 18
  }

  /// The shop: every line an item drawn at random.
  public var purchases: Purchases {
    var lines: [PurchaseLine] = []
    for customer in 0..<ordinary.customers + heavy.customers {
      var random = SplitMix64(seed: seed, stream: customer)
      for _ in 0..<(customer < ordinary.customers ? ordinary.lines : heavy.lines) {
        lines.append(
          PurchaseLine(
            customer: customer, item: random.below(items), time: Timestamp(seconds: 0)))
      }
    }
    return Purchases(
      lines: lines, customerCount: ordinary.customers + heavy.customers, itemCount: items)
  }

  /// Relates the shop's items by each metric that compares with chance, per purchase line.
  ///
  /// - Throws: `CancellationError`.
  public func findings(
    _ metrics: [Metric] = [.naive, .corrected], work: WorkContext
  ) throws -> [Finding] {
    let coPurchases = try CoPurchases(purchases, work: work)
    return try metrics.map { metric in
      let relatedness = Relatedness(metric: metric, score: .normalized, unit: .lines)
      var (count, expected, score, suspicious) = (0.0, 0.0, 0.0, 0.0)
      var histogram = [Int](repeating: 0, count: Finding.bins)
      for item in 0..<items {
        try work.checkCancelled()
        for other in 0..<items where other != item {
          let pair = coPurchases.pair(item, other, by: relatedness)
          count += Double(pair.count)
          expected += pair.expected
          score += pair.score
          if pair.score > 2 { suspicious += 1 }
          let bin = Int(pair.score.rounded(.down)) - Finding.lowest
          histogram[min(max(bin, 0), Finding.bins - 1)] += 1
        }
      }
      let pairs = Double(items * (items - 1))
      return Finding(
        metric: metric, count: count / pairs, expected: expected / pairs, score: score / pairs,
        suspicious: suspicious / pairs, histogram: histogram)
    }
  }
}
