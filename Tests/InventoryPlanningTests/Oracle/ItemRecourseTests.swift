import RetailData
import TestSupport
import Testing

@testable import InventoryPlanning

/// Shipments made anew for what an item's lanes bring.
@Suite("Recourse of one item")
struct ItemRecourseTests {
  /// Where nothing is short, every item's own best is the best of all: as good as what the solver
  /// of linear programs finds for the same lanes, whatever fractions of a unit those bring.
  @Test(arguments: 700..<724 as Range<UInt64>) func isTheBestForItsLanes(seed: UInt64) throws {
    var options = RandomPlan.Options()
    options.hasLimits = false
    options.hasTargets = false
    let plan = RandomPlan(seed: seed, options)
    let work = WorkContext(threads: 1)
    let problem = try PlanningProblem(input: plan.input, draws: plan.source, work: work)
    var random = SeededGenerator(seed: seed)
    let iterates = problem.blocks.map { block in
      let iterate = BlockIterate(block)
      fill(iterate.lanes, block, &random)
      return iterate
    }
    let prices = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
    let pass = PassPrices(prices, problem: problem)
    let lanes = iterates.map(\.lanes)
    try ItemRecourse.write(
      problem.blocks.map { block in block.items.elements.indices.map { .init(item: $0) } },
      of: problem, lanes: lanes, prices: pass, into: iterates, work: work)
    let subject = try Recovery.Subject(
      problem: problem, iterates: iterates, lanes: lanes, prices: pass, work: work)
    let recovery = try Recovery.fit(subject)
    let draft = PlanDraft(
      problem: problem, recorded: recovery.recorded(subject, lanes: lanes, iterates, nil),
      lanes: subject.sums, recovery: recovery, prices: prices, isInteger: false)
    let least = try PlanJudge(oracle: plan.oracle).leastCost(of: draft.plan)
    let scale = max(1, plan.oracle.program.constant)
    #expect(recovery.costs.total >= least - 1e-5 * scale)
    #expect(recovery.costs.total <= least + 0.001 * scale)
  }

  /// Any quantities, but no more of what is on hand than there is.
  private func fill(
    _ lanes: FlatBuffer<Float>, _ block: ItemBlock, _ random: inout SeededGenerator
  ) {
    for item in block.items.elements {
      let count = Float(item.laneEnd - item.laneStart)
      for lane in Int(item.laneStart)..<Int(item.laneEnd) {
        let row = block.lanes.pointer[lane]
        let most =
          row.kind == .onHand
          ? block.onHand.pointer[Int(item.figures) + Int(row.from)] : Float(item.totalDemand)
        lanes.pointer[lane] = most / count * Float.random(in: 0...1, using: &random)
      }
    }
  }
}
