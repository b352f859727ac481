import RetailData
import TestSupport
import Testing

@testable import InventoryPlanning

/// Whatever point a plan is made of, the plan can be had: no claim may hang on how exact an
/// iteration is.
@Suite("Plans of wild points")
struct WildPointTests {
  /// Quantities far beyond demand, stock and capacities; or beyond them by a hair.
  @Test(arguments: 100..<124, [1.0001, 3, 1e4])
  func costNoLessThanTheyMust(seed: UInt64, excess: Double) throws {
    let plan = RandomPlan(seed: seed)
    let oracle = plan.oracle
    let optimum = try ExternalSolver.clp.solve(oracle.program).cost
    // See `BracketTests.rounding`.
    let rounding = 1e-7 * max(abs(optimum), oracle.program.constant)
    let work = WorkContext(threads: 1)
    let problem = try PlanningProblem(input: plan.input, draws: plan.source, work: work)
    var random = SeededGenerator(seed: seed)
    let states = problem.blocks.map { block in
      let state = BlockState(block)
      fill(state.projected, block, excess, &random)
      return state
    }
    let prices = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
    let found = try Evaluation(problem, states: states, prices: prices, work: work)
    let subject = try found.subject()
    let fitted = try Recovery.fit(subject)
    var plans = [(subject, fitted)]
    // By the cuts of another plan, and with what a solve that goes on does besides.
    if let followed = try Recovery.follow(subject, fitted.cuts) {
      plans.append((subject, followed))
    }
    // Where there is no plan yet, and where one is dearer: then any cheaper one will do.
    for (isFirst, best) in [(false, Double.infinity), (true, .infinity), (false, 1e9)] {
      let resumed = try #require(
        try ResumedRecovery(
          subject, prices: prices, bound: found.bound, best: best, cuts: fitted.cuts,
          isFirst: isFirst, mayCost: true))
      plans.append((resumed.subject, resumed.recovery))
    }
    if let diverted = try StorageRelief.relieved(subject, prices: prices, diverts: true) {
      plans.append((diverted, try Recovery.fit(diverted)))
    }

    for (subject, recovery) in plans {
      let draft = PlanDraft(
        problem: problem,
        recorded: recovery.recorded(subject, lanes: subject.lanes, subject.iterates, nil),
        lanes: subject.sums, recovery: recovery, prices: prices, isInteger: false)
      #expect(recovery.costs.total >= optimum - rounding)
      let least = try PlanJudge(oracle: oracle).leastCost(of: draft.plan)
      #expect(least <= recovery.costs.total + 10 * rounding)
      for load in draft.loads {
        for resource in [load.storage, load.inbound, load.outbound] {
          // Sums of the same `Float`s in another order.
          #expect(resource.used <= resource.capacity * (1 + 1e-6))
        }
      }
    }
  }

  private func fill(
    _ iterate: BlockIterate, _ block: ItemBlock, _ excess: Double,
    _ random: inout SeededGenerator
  ) {
    for number in 0..<block.items.count {
      let item = block.items.pointer[number]
      for group in Int(item.groupStart)..<Int(item.groupEnd) {
        let group = block.groups.pointer[group]
        for pair in Int(group.pairStart)..<Int(group.pairEnd) {
          // Together `excess` times what is asked for.
          let shares = (0..<Int(group.arcCount)).map { _ in
            Double.random(in: 0.01...1, using: &random)
          }
          let scale = excess * Double(block.pairDemand.pointer[pair]) / shares.reduce(0, +)
          for (arc, share) in shares.enumerated() {
            iterate.shipments.pointer[block.shipment(ofPair: pair, arc: arc)] = Float(scale * share)
          }
        }
      }
      for lane in Int(item.laneStart)..<Int(item.laneEnd) {
        iterate.lanes.pointer[lane] = Float(
          excess * (item.totalDemand + 1) * Double.random(in: 0...1, using: &random))
      }
    }
    for place in 0..<iterate.transfers.count {
      iterate.transfers.pointer[place] = Float(excess * Double.random(in: 0...1, using: &random))
    }
  }
}
