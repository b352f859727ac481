import RetailData
import TestSupport
import Testing

@testable import InventoryPlanning

/// The certificate on its own: right for any prices whatever, and tight for the right ones.
@Suite("The certificate")
struct CertificateTests {
  private func problem(_ plan: RandomPlan) throws -> PlanningProblem {
    try PlanningProblem(input: plan.input, draws: plan.source, work: WorkContext(threads: 1))
  }

  /// Money per day.
  private func bound(
    _ problem: PlanningProblem, _ shared: PriceVector, _ stock: [FlatBuffer<Float>]
  ) -> Double {
    let admissible = Certificate.admissible(shared, problem: problem)
    let certificate = Certificate(
      problem: problem, prices: PassPrices(admissible, problem: problem))
    return zip(problem.blocks, stock).reduce(Certificate.shared(admissible, problem: problem)) {
      $0 + certificate.bound($1.0, prices: $1.1)
    }
  }

  @Test(arguments: 100..<112)
  func isNeverAboveTheOptimumWhateverThePrices(seed: UInt64) throws {
    let plan = RandomPlan(seed: seed)
    let oracle = plan.oracle
    let optimum = try ExternalSolver.clp.solve(oracle.program).cost
    // See `BracketTests.rounding`.
    let limit = optimum + 1e-7 * max(abs(optimum), oracle.program.constant)
    let problem = try problem(plan)
    var random = SeededGenerator(seed: seed)
    for trial in 0..<200 {
      // Of all sizes, some of them negative: inadmissible until they are clipped.
      let scale = [0.01, 0.3, 3, 30, 1e4][trial % 5]
      let share = [0.05, 0.5, 1][trial % 3]
      func price() -> Double {
        random.chance(share) ? scale * Double.random(in: -0.3...1, using: &random) : 0
      }
      var shared = PriceVector(
        facilities: problem.facilityCount, targets: problem.targets.count)
      for facility in 0..<problem.facilityCount {
        shared.storage[facility] = price() / 10
        shared.inbound[facility] = price()
        shared.outbound[facility] = price()
      }
      for target in problem.targets.indices { shared.targets[target] = price() }
      let stock = problem.blocks.map { block in
        FlatBuffer<Float>((0..<block.priceCount).map { _ in Float(price()) })
      }
      let bound = bound(problem, shared, stock)
      #expect(bound.isFinite)
      #expect(bound <= limit, "prices of about \(scale)")
    }
  }

  @Test(arguments: 100..<124)
  func isTightAtTheOptimumsOwnPrices(seed: UInt64) throws {
    let plan = RandomPlan(seed: seed)
    let oracle = plan.oracle
    let optimum = try ExternalSolver.clp.solve(oracle.program)
    let problem = try problem(plan)
    var shared = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
    func price(_ row: Int?) -> Double { row.map { max(0, -optimum.duals[$0]) } ?? 0 }
    for facility in 0..<problem.facilityCount {
      shared.storage[facility] = price(oracle.storageRows[facility])
      shared.inbound[facility] = price(oracle.inboundRows[facility])
      shared.outbound[facility] = price(oracle.outboundRows[facility])
    }
    for (target, row) in oracle.serviceRows.enumerated() {
      shared.targets[target] = optimum.duals[row]
    }
    // u: the row's dual is money per day and a unit in one scenario.
    let stock = problem.blocks.map { block in
      let prices = FlatBuffer<Float>(repeating: 0, count: block.priceCount)
      for number in 0..<block.items.count {
        let compiled = block.items.pointer[number]
        let item = oracle.items[Int(compiled.number)]
        let layout = problem.layouts[Int(compiled.layout)]
        for (local, facility) in layout.facilities.enumerated() {
          for scenario in 0..<item.scenarios {
            for epoch in 0..<item.epochs {
              let row = oracle.stockRows[item.number][Int(facility)]?[scenario][epoch]
              prices.pointer[
                Int(compiled.prices) + (local * item.epochs + epoch) * problem.stride + scenario] =
                Float(price(row) * item.cycle * Double(item.scenarios))
            }
          }
        }
      }
      return prices
    }
    let bound = bound(problem, shared, stock)
    // The stock prices are `Float`s: 6e-8 of each, some hundred of which add up.
    let rounding = 1e-6 * max(abs(optimum.cost), oracle.program.constant)
    #expect(abs(bound - optimum.cost) <= rounding, "\(bound), optimum \(optimum.cost)")
  }
}
