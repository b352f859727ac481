import RetailData

/// What the projected point of an iteration proves and promises: a bound, and a feasible plan.
struct Evaluation: Sendable {
  /// Money per day.
  let bound: Double
  let cost: Double
  let cuts: FlowCuts
  let costs: PlanCosts
  let sums: RecourseKernel.Sums
  let lanes: FlowSums

  /// - Throws: `CancellationError`.
  init(
    _ problem: PlanningProblem, states: [BlockState], prices raw: PriceVector, work: WorkContext
  ) throws {
    let prices = Certificate.admissible(raw, problem: problem)
    let pass = PassPrices(prices, problem: problem)
    let certificates = (0..<work.threads).map { _ in
      Certificate(problem: problem, prices: pass)
    }
    let parts = FlatList<(Double, FlowSums)>(count: states.count)
    try work.forEachChunk(of: states.count, chunk: 1) { worker, range in
      for number in range {
        let block = problem.blocks[number]
        let projected = states[number].projected
        parts.set(
          (
            certificates[worker].bound(block, prices: projected.prices),
            FlowSums(block, projected, problem: problem)
          ), at: number)
      }
    }
    var bound = Certificate.shared(prices, problem: problem)
    var lanes = FlowSums(problem)
    for part in parts.values {
      bound += part.0
      lanes.add(part.1)
    }
    self.bound = bound
    self.lanes = lanes
    let recovery = try Recovery.fit(
      problem, states: states, lanes: states.map(\.projected.lanes), sums: lanes, prices: pass,
      work: work)
    cuts = recovery.cuts
    costs = recovery.costs
    sums = recovery.sums
    cost = recovery.costs.total
  }
}
