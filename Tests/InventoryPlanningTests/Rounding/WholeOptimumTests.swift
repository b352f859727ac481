import InventoryPlanning
import RetailData
import TestSupport
import Testing

/// How far whole plans are from the best whole plan there is, as an independent program and solver
/// find it.
@Suite("The best whole plan")
struct WholeOptimumTests {
  /// Two to six items that share four to seven buildings, in cases and from smallest orders on. In
  /// the mean plans are 0.4 % from the best (measured), most of them nowhere: what is lost is lost
  /// where two items would have to change at once.
  @Test func isNearlyReached() throws {
    var shares: [Double] = []
    var lost = 0.0
    var inherent = 0.0
    for seed in UInt64(100)..<140 {
      var options = RandomPlan.Options()
      options.mode = .state
      options.items = 2...6
      options.scenarios = 2...4
      let shop = WholeShop(seed: seed, options)
      let oracle = shop.plan.oracle
      let program = shop.integerProgram(oracle)
      guard let optimum = try ExternalSolver.integerOptimum(program, seconds: 1) else { continue }
      let answer = try shop.solved().answer
      let rounding = 1e-4 * max(abs(optimum), oracle.program.constant)
      #expect(answer.cost >= optimum - rounding)
      #expect(answer.bound <= optimum + rounding)
      shop.expectRulesKept(answer.plan)
      shop.expectLoadsFit(answer.plan)
      shares.append(answer.cost / optimum - 1)
      lost += (answer.cost - optimum) / optimum
      inherent += (optimum - answer.bound) / optimum
    }
    try #require(shares.count >= 25)
    let sorted = shares.sorted()
    let mean = lost / Double(shares.count)
    #expect(mean <= 0.008, "mean \(mean), inherent \(inherent / Double(shares.count)), \(sorted)")
    #expect(sorted[shares.count / 2] <= 0.003, "\(sorted)")
  }
}
