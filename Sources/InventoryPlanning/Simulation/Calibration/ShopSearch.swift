import RetailData

/// Looks for the best levels of a whole shop on sample paths, capacities kept: what is tried is
/// simulated with everything that items do to each other, so no price has to stand for it.
///
/// Each try costs as much as the whole shop does, and there are more of them the more levels there
/// are: this is for a handful.
struct ShopSearch {
  private let shop: Simulator
  private let traces: [DemandTrace]
  private let memory: ReplicationMemory
  /// What else changes with the levels.
  private let adjusted: (StockPolicy) -> StockPolicy
  private let work: WorkContext
  private let tried: () -> Void

  /// What levels came to.
  private struct Look {
    var levels: LevelVector
    var tallies: [RunTally]
    var cost: Double
    var merit: Double
  }

  /// - Parameter tried: Called after every try.
  /// - Throws: `CancellationError`.
  init(
    _ shop: Simulator, work: WorkContext, tried: @escaping () -> Void = {},
    adjusted: @escaping (StockPolicy) -> StockPolicy
  ) throws {
    self.shop = shop
    self.adjusted = adjusted
    self.work = work
    self.tried = tried
    let items = 0..<shop.world.itemCount
    memory = ReplicationMemory(items: items, facilities: shop.world.facilityCount)
    traces = try (0..<shop.settings.replications).map {
      try work.checkCancelled()
      return shop.demand.trace(
        items: items, replication: $0, days: shop.warmUpDays + shop.settings.days)
    }
  }

  /// Goes downhill from some levels, some units at a time at first, in the end one by one, until no
  /// move helps.
  ///
  /// - Parameter replications: How many of them levels are tried on.
  /// - Throws: `CancellationError`.
  func descended(
    from start: StockPolicy, step first: Int32, replications: Int = .max
  ) throws -> StockPolicy {
    let traces = traces.prefix(replications)
    let levels = LevelVector(start, shop.world)
    guard var best = try look(at: levels, betterThan: nil, traces) else { return start }
    // Whatever was not better once is not better than what has become better since.
    var known: Set<[Int32]> = [levels.units]
    var step = first
    while step >= 1 {
      let moves = levels.moves(by: step)
      var failed = 0
      var next = 0
      while failed < moves.count {
        failed += 1
        if let trial = best.levels.moved(moves[next]), known.insert(trial.units).inserted,
          let found = try look(at: trial, betterThan: best, traces)
        {
          // What helped once may help again.
          (best, failed) = (found, 0)
        } else {
          next = (next + 1) % moves.count
        }
      }
      step /= 2
    }
    return adjusted(best.levels.applied())
  }

  /// - Returns: Nil where the levels are no better than `old`, which is often plain after a few
  ///   replications.
  /// - Throws: `CancellationError`.
  private func look(
    at levels: LevelVector, betterThan old: Look?, _ traces: ArraySlice<DemandTrace>
  ) throws -> Look? {
    defer { tried() }
    let tables = shop.tables(adjusted(levels.applied()))
    var tallies: [RunTally] = []
    for (number, trace) in traces.enumerated() {
      // A run takes a few milliseconds at most, all of them seconds.
      try work.checkCancelled()
      var run = shop.replication(number, tables, memory: memory)
      run.run(trace, warmUp: shop.warmUpDays)
      tallies.append(run.tally)
      let count = tallies.count
      if let old, count >= 4, count & (count - 1) == 0, count < traces.count,
        isHopeless(tallies, against: old)
      {
        return nil
      }
    }
    let (cost, merit) = summary(tallies)
    if let old, merit >= old.merit { return nil }
    return Look(levels: levels, tallies: tallies, cost: cost, merit: merit)
  }

  /// Whether more replications would not make these better than `old`, whatever chance there is in
  /// the first few: what they cost more than `old` did on the same days, and a capacity that even
  /// a usual run exceeds, are too much.
  private func isHopeless(_ new: [RunTally], against old: Look) -> Bool {
    let (newCosts, oldCosts) = (costs(new), costs(Array(old.tallies[..<new.count])))
    let more = Interval(zip(newCosts, oldCosts).map { $0 - $1 })
    let use = MeanUse(highOf: new, days: shop.settings.days, deviations: 1)
    return CalibratedPolicy.merit(
      old.cost + more.low, excess: use.excess(over: shop.world.input.network.facilities))
      > old.merit
  }

  private func costs(_ tallies: [RunTally]) -> [Double] {
    var charged = tallies
    shop.world.fill.charge(&charged)
    return charged.map(\.costPerOrder)
  }

  private func summary(_ tallies: [RunTally]) -> (cost: Double, merit: Double) {
    let cost = Interval(costs(tallies)).mean
    let excess = MeanUse(highOf: tallies, days: shop.settings.days)
      .excess(over: shop.world.input.network.facilities)
    return (cost, CalibratedPolicy.merit(cost, excess: excess))
  }
}
