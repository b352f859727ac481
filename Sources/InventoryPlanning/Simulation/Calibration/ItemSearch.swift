import RetailData

/// Looks for the best levels of one item on sample paths: the item's days are simulated again with
/// levels a little higher or lower, on the same random numbers, and what costs less is kept.
///
/// This is the sample average approximation of a stochastic program in whole numbers (Kleywegt,
/// Shapiro & Homem-de-Mello, SIAM Journal on Optimization 12, 2002): a mean over paths that stay the
/// same, made as small as can be by descent along differences of one unit on common random numbers.
/// It is not infinitesimal perturbation analysis (Glasserman & Tayur, "Sensitivity analysis for
/// base-stock levels in multiechelon production-inventory systems", Management Science 41, 1995):
/// units, cases and promises are whole here, so a path has no derivative by a level, and what one
/// unit more or less changes, with all that follows from it, stands for it. Capacities and fill
/// targets, where items meet, are charged for by price (as in the planner), so items are independent
/// of each other.
struct ItemSearch {
  let simulator: Simulator
  let tables: PolicyTables
  let prices: SharedPrices
  /// Of a unit served in time, by row of `FillRows`.
  private let fillWorth: [Double]
  let item: Int
  let memory: ReplicationMemory
  private let traces: [DemandTrace]
  private let sources: ArraySlice<StockPolicy.Source>

  init(
    _ simulator: Simulator, _ policy: StockPolicy, _ tables: PolicyTables,
    prices: SharedPrices, item: Int
  ) {
    self.simulator = simulator
    self.tables = tables
    self.prices = prices
    fillWorth = simulator.world.fill.worth(at: prices.targets)
    self.item = item
    let facilities = simulator.world.facilityCount
    memory = ReplicationMemory(items: item..<item + 1, facilities: facilities)
    sources = policy.sources[item * facilities..<(item + 1) * facilities]
    traces = (0..<simulator.settings.replications).map {
      simulator.demand.trace(
        items: item..<item + 1, replication: $0,
        days: simulator.warmUpDays + simulator.settings.days)
    }
  }

  /// Money with the charge for capacities, by replication.
  func costs() -> [Double] { traces.indices.map { cost($0) } }

  private func cost(_ replication: Int) -> Double {
    var run = simulator.replication(replication, tables, memory: memory)
    run.runSparsely(traces[replication], warmUp: simulator.warmUpDays)
    return run.tally.spent + prices.charge(run.tally, worth: fillWorth)
  }

  /// The costs of the levels as they are now; nil where they are no better than `old`, which is
  /// often plain after a few replications.
  private func costs(betterThan old: [Double]) -> [Double]? {
    var new: [Double] = []
    new.reserveCapacity(old.count)
    for number in old.indices {
      new.append(cost(number))
      if new.count == 3, old.count > 4 {
        let (mean, error) = Self.difference(new, old)
        if mean > error { return nil }
      }
    }
    // Better on the whole, and more than by chance: half a standard error keeps most of what only
    // fits these days out, and lets what is real in.
    let (mean, error) = Self.difference(new, old)
    return mean < 0 && -mean >= 0.5 * error ? new : nil
  }

  /// Mean of the differences and its standard error, over the replications of the first.
  private static func difference(_ new: [Double], _ old: [Double]) -> (Double, Double) {
    let count = Double(new.count)
    var sum = 0.0
    var squares = 0.0
    for (a, b) in zip(new, old) {
      sum += a - b
      squares += (a - b) * (a - b)
    }
    let mean = sum / count
    guard count > 1 else { return (mean, 0) }
    return (mean, (max(0, squares / count - mean * mean) / (count - 1)).squareRoot())
  }

  private func level(_ facility: Int) -> UnsafeMutablePointer<Int32> {
    tables.levels.pointer + item * simulator.world.facilityCount + facility
  }

  /// Moves the levels of all facilities at once, down the slope as far as that helps, several times
  /// over.
  ///
  /// Two levels that only pay together, such as those of a centre and of a site it supplies, are
  /// found so; one after the other they are not.
  func descend(steps: Int) {
    var best = meanCost
    for _ in 0..<steps {
      let slope = slope(from: best)
      let facilities = slope.indices
      guard
        let steepest = facilities.max(by: { abs(slope[$0]) < abs(slope[$1]) }),
        slope[steepest] != 0
      else { return }
      let old = facilities.map { level($0).pointee }
      var length = Double(max(2, (old.max() ?? 0) / 4))
      var found = best
      while length >= 0.5, found >= best {
        for facility in facilities {
          let change = (slope[facility] / abs(slope[steepest]) * length).rounded()
          level(facility).pointee = max(0, old[facility] - Int32(change))
        }
        found = meanCost
        length /= 2
      }
      if found >= best {
        // Together they are no better: the one unit that saves most is.
        for facility in facilities { level(facility).pointee = old[facility] }
        level(steepest).pointee += slope[steepest] < 0 ? 1 : -1
        found = best - abs(slope[steepest])
      }
      best = found
    }
  }

  /// What a unit more changes, by facility, where that saves; what a unit less saves, where that
  /// does; 0 where neither does or no unit can come.
  func slope(from cost: Double) -> [Double] {
    (0..<simulator.world.facilityCount).map { facility in
      guard sources[sources.startIndex + facility] != .none else { return 0 }
      let place = level(facility)
      place.pointee += 1
      let more = meanCost - cost
      place.pointee -= 1
      if more < 0 || place.pointee == 0 { return min(0, more) }
      place.pointee -= 1
      let less = meanCost - cost
      place.pointee += 1
      return max(0, -less)
    }
  }

  var meanCost: Double { costs().reduce(0, +) / Double(max(1, traces.count)) }

  /// Improves the total of a pool that is spread by weights.
  func improveTotal(weights: [Double]) {
    let facilities = simulator.world.facilityCount
    var best = costs()
    for _ in 0..<2 {
      let moved = climb(&best) { step in
        let old = (0..<facilities).map { level($0).pointee }
        let total = old.reduce(0, +)
        let new = StockPolicy.spread(
          max(0, total + Int32(step) * max(1, total / 12)), in: weights)
        guard new != old else { return nil }
        for facility in 0..<facilities { level(facility).pointee = new[facility] }
        return { for facility in 0..<facilities { level(facility).pointee = old[facility] } }
      }
      if !moved { break }
    }
  }

  /// Steps up as long as that helps; else down.
  ///
  /// - Parameter move: Makes a step and says how to take it back; nil where there is none to make.
  private func climb(_ best: inout [Double], _ move: (Int) -> (() -> Void)?) -> Bool {
    for step in [1, -1] {
      var moved = false
      while let takeBack = move(step) {
        if let found = costs(betterThan: best) {
          best = found
          moved = true
        } else {
          takeBack()
          break
        }
      }
      if moved { return true }
    }
    return false
  }
}
