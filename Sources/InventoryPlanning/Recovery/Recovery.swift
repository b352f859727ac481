import RetailData

/// A feasible plan from quantities that nearly are.
struct Recovery: Sendable {
  var cuts: FlowCuts
  var costs: PlanCosts
  var sums: RecourseKernel.Sums

  /// - Parameters:
  ///   - lanes: Quantities decided now, by block.
  ///   - sums: What they load, uncut.
  ///   - cuts: Of lanes and later transfers; nil for as much as capacities ask for.
  static func fit(
    _ problem: PlanningProblem, states: [BlockState], lanes: [FlatBuffer<Float>],
    sums: FlowSums, prices: PassPrices, cuts given: FlowCuts? = nil, work: WorkContext
  ) throws -> Recovery {
    var cuts = given ?? FlowCuts(sums, problem: problem)
    let first = try run(
      problem, states: states, lanes: lanes, prices: prices, cuts: cuts, fillsUp: false,
      work: work)
    cuts.cutShipments(sums, actual: first.flows, problem: problem)
    var last = try run(
      problem, states: states, lanes: lanes, prices: prices, cuts: cuts, fillsUp: true, work: work)
    cuts.cutExtra(
      sums, actual: last.flows, added: last.added, addedVia: last.addedVia, problem: problem)
    if cuts.extra.contains(where: { $0 < 1 }) || cuts.extraVia.contains(where: { $0 < 1 }) {
      last = try run(
        problem, states: states, lanes: lanes, prices: prices, cuts: cuts, fillsUp: true,
        work: work)
    }
    var costs = last.costs
    for (target, served) in zip(problem.targets, last.served) {
      costs.missedTargets += target.price * max(0, target.share * target.demand - served)
    }
    return Recovery(cuts: cuts, costs: costs, sums: last)
  }

  /// The same plan once more, noted item by item.
  static func record(
    _ problem: PlanningProblem, states: [BlockState], lanes: [FlatBuffer<Float>],
    prices: PassPrices, cuts: FlowCuts, work: WorkContext
  ) throws -> [BlockPlan] {
    let plans = problem.blocks.map { BlockPlan($0, problem: problem) }
    _ = try run(
      problem, states: states, lanes: lanes, prices: prices, cuts: cuts, fillsUp: true,
      records: plans, work: work)
    return plans
  }

  private static func run(
    _ problem: PlanningProblem, states: [BlockState], lanes: [FlatBuffer<Float>],
    prices: PassPrices, cuts: FlowCuts, fillsUp: Bool, records: [BlockPlan]? = nil,
    work: WorkContext
  ) throws -> RecourseKernel.Sums {
    let kernels = (0..<work.threads).map { _ in
      RecourseKernel(problem: problem, prices: prices, cuts: cuts, fillsUp: fillsUp)
    }
    let parts = FlatList<RecourseKernel.Sums>(count: states.count)
    try work.forEachChunk(of: states.count, chunk: 1) { worker, range in
      for block in range {
        parts.set(
          kernels[worker].run(
            problem.blocks[block], lanes: lanes[block], states[block].projected,
            record: records?[block]),
          at: block)
      }
    }
    var total = kernels[0].emptySums
    for part in parts.values { total.add(part) }
    return total
  }
}
