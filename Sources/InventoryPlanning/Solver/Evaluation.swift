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
    prices = try Self.keepingOut(
      of: problem, states: states, prices: Certificate.admissible(raw, problem: problem), work: work
    )
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

  /// The same prices, with those of full rooms as high as they must be. They change no bound: all
  /// that there is of those rooms is taken.
  private static func keepingOut(
    of problem: PlanningProblem, states: [BlockState], prices given: PriceVector, work: WorkContext
  ) throws -> PriceVector {
    let rooms = problem.fullRooms.facilities
    if rooms.isEmpty { return given }
    let free = given.without(storageAt: rooms)
    let pass = PassPrices(free, problem: problem)
    let certificates = (0..<work.threads).map { _ in Certificate(problem: problem, prices: pass) }
    let parts = FlatList<[Double]>(count: states.count)
    try work.forEachChunk(of: states.count, chunk: 1) { worker, range in
      for number in range {
        var wanted = free.storage
        certificates[worker].keepOut(
          problem.blocks[number], prices: states[number].projected.prices, of: &wanted)
        parts.set(wanted, at: number)
      }
    }
    var prices = free
    for wanted in parts.values {
      for room in rooms { prices.storage[room] = max(prices.storage[room], wanted[room]) }
    }
    return prices
  }

  /// What a plan is made of.
  func subject() throws -> Recovery.Subject {
    try Recovery.Subject(
      problem: problem, iterates: states.map(\.projected),
      lanes: zip(problem.blocks, states).map { $0.withinStockOnHand($1.projected.lanes) },
      prices: pass, work: work)
  }
}

extension PriceVector {
  fileprivate func without(storageAt rooms: [Int]) -> PriceVector {
    var result = self
    for room in rooms { result.storage[room] = 0 }
    return result
  }
}
