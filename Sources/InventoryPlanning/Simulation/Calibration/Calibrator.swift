import Foundation
import RetailData

/// Fits a policy's levels to what happens when they are used: a plan foresees the demand of its
/// cycle and so stocks too little; a newsvendor sees neither its neighbours nor the doors.
///
/// Every policy gets the same: multipliers of whole echelons, found by simulating the shop; then a
/// search item by item (`ItemSearch`), with prices on capacities that are adjusted until their mean
/// use fits, a few times over. All on random numbers of their own (`DrawPurpose.calibration`): the
/// days on which policies are compared are never looked at.
public struct Calibrator: Sendable {
  /// How much is tried.
  public struct Effort: Sendable, Equatable {
    /// Training days and replications of a look at the whole shop, and of one at an item.
    public var days = 90
    public var shopReplications = 6
    public var itemReplications = 8
    /// Rounds of search and new prices.
    public var rounds = 12

    public init() {}
  }

  let shop: Simulator
  private let items: Simulator
  let effort: Effort

  /// - Parameter simulator: Of the shop as it will be judged; only its random numbers are not used.
  public init(_ simulator: Simulator, effort: Effort = Effort()) {
    self.effort = effort
    var settings = simulator.settings
    settings.purpose = .calibration
    settings.days = effort.days
    settings.replications = effort.shopReplications
    shop = simulator.with(settings)
    settings.replications = effort.itemReplications
    settings.queuesFlows = false
    settings.warmUpDays = min(simulator.warmUpDays, 60)
    items = simulator.with(settings)
  }

  /// - Parameters:
  ///   - name: What progress calls the policy.
  ///   - prices: Where the search for prices of capacities starts.
  /// - Throws: `CancellationError`.
  public func calibrated(
    _ policy: StockPolicy, name: String = "", prices first: SharedPrices, work: WorkContext
  ) throws -> CalibratedPolicy {
    let fill = shop.world.fill
    var search = PriceSearch(
      first, fill, facilities: shop.world.input.network.facilities, scale: priceScale)
    // Every item once; then those that moved, and of the others a third a round.
    var isActive = [Bool](repeating: true, count: items.world.itemCount)
    let quiet = WorkContext(threads: work.threads, cancellation: work.cancellation)
    let start = try scaled(policy, work: quiet)
    var current = start.policy
    if current.fulfilment == .priced { current = shop.priced(current, prices: search.prices) }
    var best: CalibratedPolicy?
    for round in 0...effort.rounds {
      let tallies = try shop.tallies([current], work: quiet)[0]
      let cost = Interval(tallies.map(\.costPerOrder))
      let use = MeanUse(tallies, days: effort.days)
      let excess = excess(use)
      let found = CalibratedPolicy(
        policy: current, trainingCost: cost, multipliers: start.multipliers,
        prices: search.prices, excess: excess)
      if found.isBetter(than: best) { best = found }
      if round == effort.rounds { break }
      search.step(use, tallies)
      let prices = search.prices
      if current.fulfilment == .priced { current = shop.priced(current, prices: prices) }
      let stage = "calibrating \(name), round \(round + 1) of \(effort.rounds)"
      let before = current.levels
      current = try searched(
        current, prices: prices, stage: stage,
        where: { isActive[$0] || $0 % 3 == round % 3 }, work: work)
      for item in isActive.indices {
        let row = item * items.world.facilityCount..<(item + 1) * items.world.facilityCount
        isActive[item] = current.levels[row] != before[row]
      }
    }
    return best
      ?? CalibratedPolicy(
        policy: current, trainingCost: Interval([]), multipliers: start.multipliers,
        prices: search.prices, excess: 0)
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

  /// The largest share by which the mean use of a capacity is above it; 0 where all are kept.
  func excess(_ use: MeanUse) -> Double {
    var most = 0.0
    for (number, place) in shop.world.input.network.facilities.enumerated() {
      for (used, capacity) in [
        (use.litres[number], place.storage), (use.inbound[number], place.inboundPerDay),
        (use.outbound[number], place.outboundPerDay),
      ] where used > capacity {
        most = max(most, capacity > 0 ? used / capacity - 1 : 1)
      }
    }
    return most
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

/// A policy that was tried out before it is judged.
public struct CalibratedPolicy: Sendable {
  public var policy: StockPolicy
  /// Money per unit ordered on the training days: what the policy promises.
  public var trainingCost: Interval
  /// What the levels of each echelon, from the top, were multiplied by at first.
  public var multipliers: [Double]
  public var prices: SharedPrices
  /// The largest share by which a capacity's mean use was above it in training.
  public var excess: Double

  /// Of a capacity: what rounding of days may leave is none.
  static let tolerance = 0.005

  /// Within the capacities first, then by cost.
  func isBetter(than other: CalibratedPolicy?) -> Bool {
    guard let other else { return true }
    let keeps = excess <= Self.tolerance
    if keeps != (other.excess <= Self.tolerance) { return keeps }
    return Calibrator.merit(trainingCost.mean, excess: excess)
      < Calibrator.merit(other.trainingCost.mean, excess: other.excess)
  }
}
