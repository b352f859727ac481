import RetailData
import TestSupport
import Testing

@testable import InventoryPlanning

@Suite("A plan at other prices")
struct RepricingTests {
  @Test(arguments: 0..<24)
  func costsTheSameWhereNothingChanged(seed: UInt64) throws {
    let solved = try SolvedPlan(seed: seed, gap: 0.01, iterations: 500)
    let costs = solved.outcome.answer.plan.costs
    let again = try solved.outcome.repriced(with: solved.plan.input).costs
    // Quantities are kept as `Float`s: 6e-8 of each, of sums some of which cancel.
    let tolerance = 1e-6 * (costs.total + costs.lostSales + costs.missedTargets)
    for part in Self.parts {
      #expect(abs(again[keyPath: part] - costs[keyPath: part]) <= tolerance)
    }
  }

  @Test(arguments: 0..<12)
  func costsThreeTimesAsMuchInCoinsOfAThird(seed: UInt64) throws {
    let solved = try SolvedPlan(seed: seed, gap: 0.01, iterations: 300)
    let cost = try solved.outcome.repriced(with: solved.plan.input).cost
    let scaled = try solved.outcome.repriced(with: solved.plan.input.scaled(by: 3)).cost
    #expect(abs(scaled - 3 * cost) <= 1e-9 * scaled)
  }

  /// Against the recorded quantities at the oracle's own reading of the new input, and between the
  /// new problem's optimum, or the optimum with the same purchases, and infinity.
  @Test(arguments: 0..<24)
  func costsWhatItsQuantitiesDo(seed: UInt64) throws {
    var options = RandomPlan.Options()
    options.items = 2...5
    let solved = try SolvedPlan(seed: seed, options, gap: 0.01, iterations: 500)
    var random = SeededGenerator(seed: seed + 1000)
    let input = random.otherMoney(solved.plan.input)
    let found = try solved.outcome.repriced(with: input)

    let oracle = OracleProgram(input, draws: solved.plan.draws)
    let expected = try cost(of: solved.outcome, oracle, input)
    let tolerance = 1e-6 * max(abs(expected), oracle.program.constant)
    #expect(abs(found.cost - expected) <= tolerance)

    let optimum = try ExternalSolver.clp.solve(oracle.program).cost
    #expect(found.cost >= optimum - tolerance)
    let least = try PlanJudge(oracle: oracle).leastCost(of: solved.outcome.answer.plan)
    #expect(found.cost >= least - tolerance)
  }

  private func cost(
    of outcome: PlanOutcome, _ oracle: OracleProgram, _ input: PlanInput
  ) throws -> Double {
    let draft = try #require(outcome.answer.draft)
    let problem = draft.problem
    var cost = 0.0
    var served = [Double](repeating: 0, count: oracle.targets.count)
    for (number, item) in oracle.items.enumerated() {
      let block = problem.blocks[number / PlanningProblem.blockSize]
      let plan = draft.blocks[number / PlanningProblem.blockSize]
      let figures = block.items.pointer[number % PlanningProblem.blockSize]
      let layout = problem.layouts[Int(figures.layout)]
      for place in Int(figures.laneStart)..<Int(figures.laneEnd) {
        let lane = block.lanes.pointer[place]
        let way =
          lane.route < 0
          ? (lane.transfer < 0 ? [] : [lane.transfer])
          : layout.routes[Int(lane.route)].transfers
        let transfers = way.map { Int(layout.transfers[Int($0)].row) }
        let same = try #require(
          item.lanes.first { $0.supply == Int(lane.supply) && $0.transfers == transfers })
        cost += item.perDay * same.cost * Double(plan.lanes.pointer[place])
      }
      for (local, facility) in layout.facilities.enumerated() {
        cost +=
          item.perDay * item.holding[Int(facility)]
          * Double(plan.leftover.pointer[Int(figures.figures) + local])
      }
      let later = Int(figures.transfers) / problem.stride / (problem.epochs - 1)
      for (local, transfer) in layout.transfers.enumerated() {
        let place = try #require(item.transfers.firstIndex(of: Int(transfer.row)))
        cost +=
          item.perDay * item.transferCosts[place] * Double(plan.later.pointer[later + local])
      }
      for speed in input.network.speeds.indices {
        let units = item.perDay * Double(plan.served.pointer[Int(figures.worth) + speed])
        cost += item.saleWorth[speed] * (item.dailyDemand(at: speed) - units)
        for (row, target) in oracle.targets.enumerated()
        where Int(target.target.speed) == speed
          && (target.target.category ?? input.items.category[number])
            == input.items.category[number]
        {
          served[row] += units
        }
      }
    }
    for (row, delivery) in input.network.deliveries.enumerated() {
      for plan in draft.blocks {
        cost += delivery.costPerUnit * plan.deliveredUnits.pointer[row]
        cost += delivery.costPerKilogram * plan.deliveredKilograms.pointer[row]
      }
    }
    for (row, target) in oracle.targets.enumerated() {
      cost += oracle.missingUnitCost * max(0, target.target.share * target.demand - served[row])
    }
    return cost
  }

  private static let parts: [any KeyPath<PlanCosts, Double> & Sendable] = [
    \.procurement, \.transfers, \.delivery, \.holding, \.lostSales, \.missedTargets,
  ]
}
