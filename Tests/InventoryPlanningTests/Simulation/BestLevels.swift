import RetailData

@testable import InventoryPlanning

/// The best of all vectors of levels of a tiny shop, by trying every one.
struct BestLevels {
  let shop: TinyShop
  /// The highest level that is tried.
  let top: Int32
  /// Replications that all vectors are run through, and those that only the most promising are.
  let screening: Int
  let replications: Int
  /// How many of them those are.
  let finalists: Int

  /// The vector that costs least of those that keep every capacity beyond doubt.
  ///
  /// - Parameters:
  ///   - given: The policy, whose levels do not matter.
  ///   - prices: By which orders are given out, if they are.
  func search(
    _ simulator: Simulator, given: StockPolicy, prices: SharedPrices
  ) throws -> StockPolicy {
    let all = vectors(given).map { levels in
      var policy = given
      policy.levels = levels
      return policy.fulfilment == .priced ? simulator.priced(policy, prices: prices) : policy
    }
    let promising = try ranked(all, simulator, replications: screening).prefix(finalists)
    return try ranked(Array(promising), simulator, replications: replications)[0]
  }

  private func ranked(
    _ policies: [StockPolicy], _ simulator: Simulator, replications: Int
  ) throws -> [StockPolicy] {
    var settings = simulator.settings
    settings.replications = replications
    let tallies = try simulator.with(settings).tallies(policies, work: WorkContext(threads: 2))
    let merits = tallies.map { merit($0) }
    return policies.indices.sorted { (merits[$0], $0) < (merits[$1], $1) }.map { policies[$0] }
  }

  /// Calibration allows a use that is two deviations below what there is, as it estimates them
  /// from some tens of runs: wrong by a quarter of one. Who is at that edge is a matter of chance;
  /// at three, nobody is.
  private func merit(_ tallies: [RunTally]) -> Double {
    let use = MeanUse(highOf: tallies, days: shop.settings.days, deviations: 3)
    return CalibratedPolicy.merit(
      Interval(tallies.map(\.costPerOrder)).mean,
      excess: use.excess(over: shop.input.network.facilities))
  }

  private func vectors(_ given: StockPolicy) -> [[Int32]] {
    given.sources.reduce([[]]) { known, source in
      known.flatMap { start in
        (0...(source == .none ? 0 : top)).map { start + [$0] }
      }
    }
  }
}
