import RetailData

/// What the projected point of an iteration proves, and what plan can be made of it.
struct Evaluation: Sendable {
  private let problem: PlanningProblem
  private let states: [BlockState]
  private let pass: PassPrices
  private let work: WorkContext
  /// Prices as the bound admits them.
  let prices: PriceVector
  /// Money per day.
  let bound: Double

  /// - Throws: `CancellationError`.
  init(
    _ problem: PlanningProblem, states: [BlockState], prices raw: PriceVector, work: WorkContext
  ) throws {
    self.problem = problem
    self.states = states
    self.work = work
    prices = Certificate.admissible(raw, problem: problem)
    let pass = PassPrices(prices, problem: problem)
    self.pass = pass
    let certificates = (0..<work.threads).map { _ in
      Certificate(problem: problem, prices: pass)
    }
    let parts = FlatList<Double>(count: states.count)
    try work.forEachChunk(of: states.count, chunk: 1) { worker, range in
      for number in range {
        parts.set(
          certificates[worker].bound(
            problem.blocks[number], prices: states[number].projected.prices), at: number)
      }
    }
    bound = parts.values.reduce(Certificate.shared(prices, problem: problem), +)
  }

  /// What a plan is made of.
  func subject() throws -> Recovery.Subject {
    try Recovery.Subject(
      problem: problem, iterates: states.map(\.projected),
      lanes: zip(problem.blocks, states).map { $0.withinStockOnHand($1.projected.lanes) },
      prices: pass, work: work)
  }
}
