import RetailData

/// What the projected point of an iteration proves and promises: a bound, and a feasible plan.
struct Evaluation: Sendable {
  /// Money per day.
  let bound: Double
  let recovery: Recovery
  let subject: Recovery.Subject

  /// - Parameter before: How shipments were cut in the plan before this one: nearly this.
  /// - Throws: `CancellationError`.
  init(
    _ problem: PlanningProblem, states: [BlockState], prices raw: PriceVector, before: FlowCuts?,
    work: WorkContext
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
    let subject = Recovery.Subject(
      problem: problem, states: states, lanes: states.map(\.projected.lanes), sums: lanes,
      prices: pass, work: work)
    self.subject = subject
    recovery =
      try before.flatMap { try Recovery.follow(subject, $0) } ?? Recovery.fit(subject)
  }

  var cost: Double { recovery.costs.total }

  /// How the next plan's shipments are best cut.
  var next: FlowCuts {
    recovery.cuts.next(subject.sums, actual: recovery.sums, problem: subject.problem)
  }
}
