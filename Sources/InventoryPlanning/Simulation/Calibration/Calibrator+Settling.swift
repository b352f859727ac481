import RetailData
import Synchronization

/// A last step for shops of a few levels, where prices are too coarse: one unit more or less fills or
/// empties a room, and no price of room asks for half a unit. Where levels are many, some of them
/// always answers to a little more or less, and there are too many moves to try.
extension Calibrator {
  /// How often a shop of a few levels is run through to see what a move changes; nil for shops of
  /// many levels, or of so many orders that a unit is nothing.
  static func settlingReplications(_ simulator: Simulator, _ effort: Effort) -> Int? {
    let world = simulator.world
    let levels = world.itemCount * world.facilityCount
    guard levels > 0, levels <= effort.settledLevels else { return nil }
    let units = (0..<world.itemCount).reduce(0) { $0 + simulator.catchment.dailyMean(of: $1) }
    let orders = units * Double(simulator.warmUpDays + effort.days)
    let most = min(256, effort.settlingReplications / levels)
    let affordable = Int(min(Double(most), ordersInMemory / max(orders, 1)))
    return affordable >= firstReplications ? affordable : nil
  }

  /// Thirty megabytes.
  private static let ordersInMemory = 1e6

  /// The best of a search by prices, the policy as it was given, and nothing at all, each brought to
  /// where no unit more, less or moved makes the whole shop better: such places are many. None for
  /// a shop that is not small.
  ///
  /// - Parameter name: What progress calls the policy.
  /// - Throws: `CancellationError`.
  func settled(
    _ found: CalibratedPolicy, _ given: StockPolicy, name: String, work: WorkContext
  ) throws -> [CalibratedPolicy] {
    guard let settling else { return [] }
    var empty = given
    empty.levels = [Int32](repeating: 0, count: given.levels.count)
    let starts = [found.policy, given, empty]
    let step = min(10_000, max(1, (found.policy.levels.max() ?? 0) / 4))
    let ends = FlatList<StockPolicy>(count: starts.count)
    let tries = Atomic<Int>(0)
    // Nobody knows how many it will be: it ends where none of them helps.
    @Sendable func countTry() {
      let count = tries.add(1, ordering: .relaxed).newValue
      guard count.isMultiple(of: Self.triesPerReport) else { return }
      work.report(
        WorkProgress(
          stage: "calibrating \(name), unit by unit", done: count, total: nil, unit: "tries"))
    }
    try work.forEachChunk(of: starts.count, chunk: 1) { _, range in
      for number in range {
        let search = try ShopSearch(settling, work: work, tried: countTry) {
          repriced($0, found.prices)
        }
        let near = try search.descended(
          from: starts[number], step: step, replications: Self.firstReplications)
        ends.set(try search.descended(from: near, step: 1), at: number)
      }
    }
    return ends.values.map { policy in
      var result = found
      result.policy = policy
      return result
    }
  }

  private static let triesPerReport = 8

  /// Replications by which the way downhill is found; where it ends, more of them tell.
  private static let firstReplications = 16
}
