import InventoryPlanning
import RetailData
import TestSupport
import Testing

/// How far whole plans are from the best whole plan there is, as an independent program and solver
/// find it.
@Suite("The best whole plan")
struct WholeOptimumTests {
  /// Two to six items that share four to seven buildings, in cases and from smallest orders on.
  /// Measured on the 36 that the solver finishes in its second: 0.39 % from the best in the mean,
  /// 0.02 % in the middle, 4.4 % at the worst. The bounds leave room
  /// for what else the solver finishes on a faster machine.
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
