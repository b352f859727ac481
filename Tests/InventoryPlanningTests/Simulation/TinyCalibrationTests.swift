import RetailData
import Testing

@testable import InventoryPlanning

/// Where a unit is a large part of what a room holds: calibration against everything that could
/// have been done instead, on days that neither has seen.
@Suite struct TinyCalibrationTests {
  private var small: Calibrator.Effort {
    var effort = Calibrator.Effort()
    effort.days = 60
    effort.shopReplications = 3
    effort.itemReplications = 4
    effort.rounds = 4
    effort.settlingReplications = 96
    return effort
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var items: Int
    var facilities: Int
    var seed: UInt64

    init(_ shape: (items: Int, facilities: Int), seed: UInt64) {
      (items, facilities, self.seed) = (shape.items, shape.facilities, seed)
    }

    var testDescription: String { "\(items) x \(facilities), seed \(seed)" }
  }

  static let cases = [(1, 2), (2, 1), (1, 3), (3, 1), (2, 2)].flatMap { shape in
    (1...2).map { Case(shape, seed: $0) }
  }

  /// Three parts in a hundred, beyond chance, are what some tens of training days may cost.
  @Test(arguments: cases) func isAboutTheBestOfAll(_ which: Case) throws {
    let shop = TinyShop(seed: which.seed, items: which.items, facilities: which.facilities)
    let found = try shop.calibrated(effort: small)
    let other = try shop.simulator(seed: which.seed + 100)
    let top: Int32 = [2: 6, 3: 4, 4: 3][which.items * which.facilities] ?? 0
    let best = try BestLevels(
      shop: shop, top: top, screening: 4, replications: 40, finalists: 10
    ).search(other, given: shop.localPolicy(other), prices: found.prices)
    let runs = try shop.simulator(seed: which.seed + 200, replications: 60)
      .tallies([found.policy, best], work: WorkContext(threads: 2))
    let more = Interval(zip(runs[0], runs[1]).map { $0.costPerOrder - $1.costPerOrder })
    #expect(more.low <= 0.03 * Interval(runs[1].map(\.costPerOrder)).mean)
    let use = MeanUse(runs[0], days: shop.settings.days)
    #expect(use.excess(over: shop.input.network.facilities) < 0.005)
  }

  /// Three items that share one room: it is kept, and no unit more, less, or of another item or
  /// place instead saves anything, as far as can be told.
  @Test func nothingBetterIsNear() throws {
    let seed: UInt64 = 1
    var shop = TinyShop(seed: seed, items: 3, facilities: 2)
    shop.input.network.facilities[1].storage = .infinity
    let found = try shop.calibrated(effort: small)
    let judge = try shop.simulator(seed: seed + 200, replications: 20)
    var policies = [found.policy]
    let cells = found.policy.levels.indices
    func add(_ changes: [(Int, Int32)]) {
      var policy = found.policy
      for (cell, change) in changes { policy.levels[cell] += change }
      guard policy.levels.allSatisfy({ $0 >= 0 }) else { return }
      policies.append(
        policy.fulfilment == .priced ? judge.priced(policy, prices: found.prices) : policy)
    }
    for cell in cells {
      add([(cell, 1)])
      add([(cell, -1)])
      for other in cells where other != cell { add([(cell, 1), (other, -1)]) }
    }
    let runs = try judge.tallies(policies, work: WorkContext(threads: 2))
    let places = shop.input.network.facilities
    let days = shop.settings.days
    #expect(MeanUse(runs[0], days: days).excess(over: places) < 0.005)
    let cost = Interval(runs[0].map(\.costPerOrder)).mean
    for other in runs.dropFirst() {
      let use = MeanUse(highOf: other, days: days, deviations: 3)
      guard use.excess(over: places) <= 0 else { continue }
      let saved = Interval(zip(runs[0], other).map { $0.costPerOrder - $1.costPerOrder })
      #expect(saved.low <= 0.03 * cost)
    }
  }
}
