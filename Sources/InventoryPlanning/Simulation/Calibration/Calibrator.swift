import RetailData

/// Fits a policy's levels to what happens when they are used: a plan foresees the demand of its
/// cycle and so stocks too little; a newsvendor sees neither its neighbours nor the doors.
///
/// Every policy gets the same: multipliers of whole echelons, found by simulating the shop; then
/// rounds of a search item by item (`ItemSearch`) at prices of capacities and fill targets, which
/// are adjusted after each until what is used fits (`PriceSearch`); in shops of a few levels those of
/// the whole shop (`ShopSearch`). What comes of it is held against what was given on days that
/// neither has seen, and the better one stays. Three streams of random
/// numbers, then, that share nothing: for fitting (`DrawPurpose.calibration`), for choosing
/// (`.validation`), and that of the days on which policies are compared, which is never looked at.
public struct Calibrator: Sendable {
  /// How much is tried.
  public struct Effort: Sendable, Equatable {
    /// Days of a replication; replications of a look at the whole shop, and of one at an item.
    public var days = 90
    public var shopReplications = 6
    public var itemReplications = 8
    /// Rounds of search and new prices.
    public var rounds = 16
    /// Replications by which the outcome is chosen.
    public var validationReplications = 12
    /// Levels (of an item at a facility) up to which the whole shop is tried with a unit more or
    /// less of each, at the end; and replications of that, for all levels together: the fewer there
    /// are, the more each of them matters.
    public var settledLevels = 6
    public var settlingReplications = 768

    public init() {}
  }

  let shop: Simulator
  /// Nobody queues: what is asked of a door at its price, be it more than it can do.
  private let openShop: Simulator
  private let items: Simulator
  let validation: Simulator
  /// Nil where there are too many levels for it.
  let settling: Simulator?
  let effort: Effort

  /// - Parameter simulator: Of the shop as it will be judged; only its random numbers are not used.
  public init(_ simulator: Simulator, effort: Effort = Effort()) {
    self.effort = effort
    var settings = simulator.settings
    settings.days = effort.days
    settings.purpose = .validation
    let settlingReplications = Self.settlingReplications(simulator, effort)
    settings.replications = max(effort.validationReplications, settlingReplications ?? 0)
    validation = simulator.with(settings)
    settings.purpose = .calibration
    settling = settlingReplications == nil ? nil : simulator.with(settings)
    settings.replications = effort.shopReplications
    shop = simulator.with(settings)
    settings.queuesFlows = false
    openShop = simulator.with(settings)
    settings.replications = effort.itemReplications
    settings.warmUpDays = min(simulator.warmUpDays, 60)
    items = simulator.with(settings)
  }

  /// - Parameters:
  ///   - name: What progress calls the policy.
  ///   - prices: Where the search for prices of capacities starts.
  /// - Returns: The policy as it was given where nothing better was found.
  /// - Throws: `CancellationError`.
  public func calibrated(
    _ policy: StockPolicy, name: String = "", prices first: SharedPrices, work: WorkContext
  ) throws -> CalibratedPolicy {
    var search = PriceSearch(
      first, shop.world.fill, facilities: shop.world.input.network.facilities, scale: priceScale)
    let quiet = WorkContext(threads: work.threads, cancellation: work.cancellation)
    let start = try scaled(policy, work: quiet)
    var current = repriced(start.policy, search.prices)
    var found = Shortlist()
    // Every item once; then those that moved, and of the others a third a round.
    var isActive = [Bool](repeating: true, count: items.world.itemCount)
    for round in 0...effort.rounds {
      let tallies = try shop.tallies([current], work: quiet)[0]
      found.offer(
        CalibratedPolicy(
          policy: current, promisedCost: Interval(tallies.map(\.costPerOrder)),
          multipliers: start.multipliers, prices: search.prices, excess: excess(tallies)))
      if round == effort.rounds { break }
      search.step(try asked(by: current, tallies, work: quiet), tallies)
      current = repriced(current, search.prices)
      let before = current.levels
      current = try searched(
        current, prices: search.prices,
        stage: "calibrating \(name), round \(round + 1) of \(effort.rounds)",
        where: { isActive[$0] || $0 % 3 == round % 3 }, work: work)
      for item in isActive.indices {
        let row = item * items.world.facilityCount..<(item + 1) * items.world.facilityCount
        isActive[item] = current.levels[row] != before[row]
      }
    }
    let given = CalibratedPolicy(
      policy: policy, promisedCost: Interval([]), multipliers: [], prices: first, excess: 0)
    let settled = try settled(found.best[0], policy, name: name, work: work)
    return try chosen(given, found.best, settled: settled, work: quiet)
  }

  func repriced(_ policy: StockPolicy, _ prices: SharedPrices) -> StockPolicy {
    policy.fulfilment == .priced ? shop.priced(policy, prices: prices) : policy
  }

  /// By which share a capacity is exceeded in nearly every run of them; 0 where all are kept.
  func excess(_ tallies: [RunTally]) -> Double {
    MeanUse(highOf: tallies, days: effort.days).excess(over: shop.world.input.network.facilities)
  }

  /// The use that prices answer to: litres as they stand, flows as they would be if no door made
  /// anybody wait. A door that is full looks the same whether a little or a lot too much is asked.
  private func asked(
    by policy: StockPolicy, _ tallies: [RunTally], work: WorkContext
  ) throws -> MeanUse {
    var use = MeanUse(try openShop.tallies([policy], work: work)[0], days: effort.days)
    use.litres = MeanUse(tallies, days: effort.days).litres
    return use
  }

  /// What a unit sold in time is worth on average, and that by litre and day.
  private var priceScale: (unit: Double, litreDay: Double) {
    let world = shop.world
    let fill = world.fill
    let inTime = fill.worth(at: fill.targets.map(\.price))
    var units = 0.0
    var worth = 0.0
    var litres = 0.0
    let penalty = world.penalty.elements.reduce(0, +) / Double(max(1, world.speedCount))
    for item in 0..<world.itemCount {
      let rate = shop.catchment.dailyMean(of: item)
      units += rate
      let row = Int(fill.first.pointer[item])
      let kept = inTime[row..<row + world.speedCount].reduce(0, +) / Double(world.speedCount)
      worth += rate * (max(0, world.margin.pointer[item] + penalty) + kept)
      litres += rate * world.volume.pointer[item]
    }
    guard units > 0 else { return (1, 1) }
    // A unit stays for about two reviews.
    let stay = 2 * Double(shop.reviewDays)
    return (worth / units, litres > 0 ? worth / litres / stay : 1)
  }

  /// One round of search over the items that are wanted.
  private func searched(
    _ policy: StockPolicy, prices: SharedPrices, stage: String,
    where isWanted: (Int) -> Bool, work: WorkContext
  ) throws -> StockPolicy {
    var result = policy
    let tables = items.tables(policy)
    let wanted = (0..<items.world.itemCount).filter(isWanted)
    let facilities = items.world.facilityCount
    try work.forEachChunk(of: wanted.count, chunk: 8) { _, range in
      for item in wanted[range] {
        try work.checkCancelled()
        let search = ItemSearch(items, policy, tables, prices: prices, item: item)
        if policy.weights.isEmpty {
          search.descend(steps: 3)
        } else {
          let row = policy.weights[item * facilities..<(item + 1) * facilities]
          search.improveTotal(weights: row.map { Double($0) })
        }
      }
      work.report(
        WorkProgress(
          stage: stage, done: range.upperBound, total: wanted.count, unit: "items"))
    }
    result.levels = tables.levels.elements
    return result
  }
}
