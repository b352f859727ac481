import RetailData
import Testing

@testable import InventoryPlanning

@Suite("What a marginal unit is worth, and costs")
struct MarginalExplanationTests {
  /// After a few iterations, where prices are far from converged, and after many.
  @Test(arguments: 0..<16)
  func addsUp(seed: UInt64) throws {
    let solved = try SolvedPlan(seed: seed, gap: 1e-3, iterations: seed % 2 == 0 ? 30 : 1_500)
    let problem = solved.outcome.state.problem
    let prices = Certificate.admissible(solved.outcome.state.prices, problem: problem)
    for (number, oracle) in solved.plan.oracle.items.enumerated() {
      let found = solved.outcome.explain(item: number)
      #expect(Set(found.map(\.facility)) == Set(oracle.facilities.map { Int32($0) }))
      for explanation in found {
        let size = max(1, explanation.worth)
        let parts = explanation.uses.reduce(explanation.unexplained) { $0 + $1.amount }
        #expect(abs(parts - explanation.worth) <= 1e-9 * size)
        #expect(explanation.unexplained >= 0)
        #expect(explanation.uses.allSatisfy { $0.amount >= -1e-9 * size })
        let likely = explanation.uses.reduce(0) { $0 + $1.probability }
        #expect(abs(likely - 1) <= 1e-9)
        try expectCharges(explanation, oracle, prices, solved.plan.input)
        expectReachable(explanation, solved.plan.input)
      }
      let ways = found.filter { $0.source != nil }
      #expect(zip(ways, ways.dropFirst()).allSatisfy { $0.net >= $1.net })
      #expect(found.prefix(ways.count) == ways[...])
    }
  }

  /// The cost of a unit against the oracle's own figures of the model, at the same prices.
  private func expectCharges(
    _ explanation: MarginalExplanation, _ item: OracleItem, _ prices: PriceVector,
    _ input: PlanInput
  ) throws {
    let facility = Int(explanation.facility)
    var cost = item.holding[facility] + item.cycle * item.volume * prices.storage[facility]
    let orders = item.lanesPerDay / item.perDay
    func lane(_ supply: Int32, _ transfers: [Int32]) throws -> OracleItem.Lane {
      try #require(
        item.lanes.first {
          $0.supply == Int(supply) && $0.transfers == transfers.map { Int($0) }
            && $0.into == facility
        })
    }
    switch explanation.source {
    case nil:
      #expect(!item.lanes.contains { $0.into == facility && !$0.isOnHand })
    case .vendor(let supply):
      cost += try lane(supply, []).cost + orders * prices.inbound[facility]
      #expect(explanation.net <= 1e-9 * max(1, cost))
    case .crossDock(let supply, let onward):
      cost += try lane(supply, onward.rows).cost
      cost += orders * prices.inbound[facility]
      for row in onward.rows {
        let dock = Int(input.network.transfers[Int(row)].from)
        cost += orders * (prices.inbound[dock] + prices.outbound[dock])
      }
      #expect(explanation.net <= 1e-9 * max(1, cost))
    case .onHand(let transfer):
      let lane = try lane(-1, [transfer])
      cost += lane.cost + orders * (prices.inbound[facility] + prices.outbound[lane.from])
      cost -= item.holding[lane.from] + item.cycle * item.volume * prices.storage[lane.from]
      let there = explanation.charges.first { $0.kind == .worthThere(facility: Int32(lane.from)) }
      cost += there?.amount ?? 0
    }
    #expect(abs(cost - explanation.cost) <= 1e-9 * max(1, abs(cost)))
    #expect(explanation.otherSources.allSatisfy { $0.net <= explanation.net + 1e-9 })
  }

  /// Nobody is served from where no delivery leads to them.
  private func expectReachable(_ explanation: MarginalExplanation, _ input: PlanInput) {
    for use in explanation.uses {
      guard case .shipped(let from, let region, let speed) = use.kind else { continue }
      #expect(
        input.network.deliveries.contains {
          $0.facility == from && $0.region == region && $0.speed <= speed
        })
    }
  }

  /// A unit of stock more, or less, changes the optimum by what the explanation says: no more than
  /// the bound's own distance to the optimum away from it. Prices stay dual feasible whatever
  /// stands there, so this is weak duality of the changed problem, and holds for any step.
  @Test(arguments: 0..<10)
  func standingUnitSavesWhatTheOptimumSays(seed: UInt64) throws {
    var options = RandomPlan.Options()
    options.mode = .state
    options.items = 1...3
    options.scenarios = 3...6
    let solved = try SolvedPlan(seed: seed, options, gap: 1e-5)
    let (plan, bound) = (solved.plan, solved.bound)
    let optimum = try ExternalSolver.clp.solve(plan.oracle.program).cost
    let scale = max(abs(optimum), plan.oracle.program.constant)
    #expect(optimum - bound <= 2e-4 * scale)
    let standing = solved.outcome.state.problem.standing
    let step = 0.5
    var checked = 0
    for (row, stock) in plan.input.network.inventory.enumerated()
    where stock.onHand >= 1 && checked < 3 {
      let facility = Int(stock.facility)
      let item = Int(stock.item)
      // Where what stands there fills the building, a unit more makes it larger.
      if plan.input.network.facilities[facility].storage
        <= standing[facility] + plan.input.items.volume[item]
      {
        continue
      }
      guard let explanation = solved.outcome.explain(item: item, facility: facility) else {
        continue
      }
      checked += 1
      let slope = -explanation.standingUnitSaves / explanation.cycleDays
      for change in [step, -step] {
        var input = plan.input
        input.network.inventory[row].onHand += change
        let changed = try ExternalSolver.clp.solve(
          OracleProgram(input, draws: plan.draws).program)
        #expect(
          slope * change <= changed.cost - bound + 1e-7 * scale,
          "\(change) units at \(facility): \(changed.cost - optimum) a day, \(slope) a unit")
      }
    }
  }

  /// Where the plan brings units, one more is worth what it costs: complementary slackness, which
  /// fails by no more than the gap in all.
  @Test(arguments: 0..<10)
  func whatIsBoughtIsWorthItsCost(seed: UInt64) throws {
    let solved = try SolvedPlan(seed: seed, gap: 1e-4)
    let gap = solved.outcome.answer.cost - solved.bound
    var loss = 0.0
    var bought = 0.0
    for item in solved.plan.draws.indices {
      for explanation in solved.outcome.explain(item: item) {
        loss += max(0, -explanation.net) * explanation.incoming / explanation.cycleDays
        bought += explanation.cost * explanation.incoming / explanation.cycleDays
      }
    }
    #expect(loss <= gap + 1e-6 * abs(solved.outcome.answer.cost))
    #expect(bought == 0 || loss <= 0.02 * bought)
  }
}
