import RetailData

/// Looks for the best levels of one item, by trying: the item's days are simulated again with a
/// level a little higher or lower, on the same random numbers, and what costs less is kept.
///
/// That is a search along the sample path. Levels are whole units, so there is no derivative to
/// follow: the difference that a unit makes is simulated as it is, with all that follows from it.
/// Capacities, where items meet, are charged for by price instead (as in the planner), so items are
/// independent of each other.
struct ItemSearch {
  let simulator: Simulator
  let tables: PolicyTables
  let prices: CapacityPrices
  let item: Int
  let memory: ReplicationMemory
  private let traces: [DemandTrace]
  private let sources: ArraySlice<StockPolicy.Source>

  init(
    _ simulator: Simulator, _ policy: StockPolicy, _ tables: PolicyTables,
    prices: CapacityPrices, item: Int
  ) {
    self.simulator = simulator
    self.tables = tables
    self.prices = prices
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
    return run.tally.cost + prices.charge(run.tally)
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

  /// Improves the levels of all facilities where the item can come to, one after the other.
  ///
  /// - Returns: The sum of costs before and after.
  @discardableResult
  func improveEach(sweeps: Int) -> (before: Double, after: Double) {
    var best = costs()
    let before = best.reduce(0, +)
    for _ in 0..<sweeps {
      var moved = false
      for facility in 0..<simulator.world.facilityCount
      where sources[sources.startIndex + facility] != .none {
        let place = level(facility)
        moved =
          climb(&best) { step in
            let old = place.pointee
            let new = max(0, old + Int32(step) * max(1, old / 8))
            guard new != old else { return nil }
            place.pointee = new
            return { place.pointee = old }
          } || moved
      }
      if !moved { break }
    }
    return (before, best.reduce(0, +))
  }

  /// Improves the total of a pool that is spread by weights.
  func improveTotal(weights: [Double], sweeps: Int) {
    let facilities = simulator.world.facilityCount
    var best = costs()
    for _ in 0..<2 * sweeps {
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
