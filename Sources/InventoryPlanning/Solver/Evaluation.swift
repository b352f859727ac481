import RetailData

/// What the projected point of an iteration proves, and what plan can be made of it.
struct Evaluation: Sendable {
  private let problem: PlanningProblem
  private let states: [BlockState]
  private let work: WorkContext
  /// Prices as the bound admits them, with those of full rooms as high as they must be.
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
    // All that there is of full rooms is taken: their prices change no bound, and where things are
    // next to nothing in size such a price is next to infinite and would cost the bound its digits.
    let rooms = problem.fullRooms.facilities
    let free = Certificate.admissible(raw, problem: problem).without(storageAt: rooms)
    let pass = PassPrices(free, problem: problem)
    let certificates = (0..<work.threads).map { _ in
      Certificate(problem: problem, prices: pass)
    }
    let parts = FlatList<(bound: Double, kept: [Double])>(count: states.count)
    try work.forEachChunk(of: states.count, chunk: 1) { worker, range in
      for number in range {
        let (block, stock) = (problem.blocks[number], states[number].projected.prices)
        var kept: [Double] = []
        if !rooms.isEmpty {
          kept = free.storage
          certificates[worker].keepOut(block, prices: stock, of: &kept)
        }
        parts.set((certificates[worker].bound(block, prices: stock), kept), at: number)
      }
    }
    bound = parts.values.reduce(Certificate.shared(free, problem: problem)) { $0 + $1.bound }
    var prices = free
    for part in parts.values {
      for room in rooms { prices.storage[room] = max(prices.storage[room], part.kept[room]) }
    }
    self.prices = prices
  }

  /// What a plan is made of.
  func subject() throws -> Recovery.Subject {
    try Recovery.Subject(
      problem: problem, iterates: states.map(\.projected),
      lanes: zip(problem.blocks, states).map { $0.withinStockOnHand($1.projected.lanes) },
      prices: PassPrices(prices, problem: problem), work: work)
  }
}
