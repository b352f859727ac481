/// What proves an answer's bound: prices of the shared rows and of stock.
struct PlanProof: Sendable {
  let problem: PlanningProblem
  /// Stock prices of the best bound, quantities of the best plan, which need not be of one step.
  let iterates: [BlockIterate]
  let prices: PriceVector
  /// By the sound prices that were seen on the way here.
  let ranges: PriceRanges
  /// Keep what is read here from being written over.
  let readers: [SolveRun.Readers]
}

/// Between which values each price lay wherever the prices of a solve proved nearly as good a
/// bound as its best ones: how far a price is certain.
struct PriceRanges: Sendable, Equatable {
  private(set) var low: PriceVector
  private(set) var high: PriceVector

  init(_ prices: PriceVector) {
    low = prices
    high = prices
  }

  mutating func add(_ prices: PriceVector) {
    low = low.combined(prices, by: min)
    high = high.combined(prices, by: max)
  }
}

/// The prices that a solve has looked at and that are still worth something.
struct SoundPrices: Sendable {
  private var seen: [(bound: Double, prices: PriceVector)] = []

  mutating func add(_ prices: PriceVector, bound: Double) { seen.append((bound, prices)) }

  /// How far a bound may fall short of the best one, in gaps: the best one itself may do so by one.
  private static let shortfall = 6.0

  /// The ranges of those that prove nearly as good a bound as the best one does, measured by the
  /// gap it leaves to `cost`. Forgets the others: a gap only shrinks.
  mutating func ranges(_ best: PriceVector, bound: Double, cost: Double) -> PriceRanges {
    let least = bound - Self.shortfall * max(0, cost - bound)
    seen.removeAll { $0.bound < least }
    return seen.reduce(into: PriceRanges(best)) { $0.add($1.prices) }
  }
}

extension PriceVector {
  fileprivate func combined(
    _ other: PriceVector, by choose: (Double, Double) -> Double
  ) -> PriceVector {
    var result = self
    result.storage = zip(storage, other.storage).map { choose($0, $1) }
    result.inbound = zip(inbound, other.inbound).map { choose($0, $1) }
    result.outbound = zip(outbound, other.outbound).map { choose($0, $1) }
    result.targets = zip(targets, other.targets).map { choose($0, $1) }
    return result
  }
}
