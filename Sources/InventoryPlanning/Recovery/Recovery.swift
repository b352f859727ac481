import RetailData

/// A feasible plan from quantities that nearly are.
struct Recovery: Sendable {
  let cuts: FlowCuts
  let costs: PlanCosts
  let sums: RecourseSums
  /// Units per day: by fill target, by speed, sent to customers by facility number, and brought
  /// by transfers for shipments on top, by row of `network.transfers`.
  let served: [Double]
  let servedBySpeed: [Double]
  let shipments: [Double]
  let brought: [Double]

  private init(_ sums: RecourseSums, cuts: FlowCuts, problem: PlanningProblem) {
    self.sums = sums
    self.cuts = cuts
    served = sums.served(trim: cuts.trim)
    servedBySpeed = sums.servedBySpeed(trim: cuts.trim)
    shipments = zip(cuts.trim, sums.leaving(cuts, problem: problem)).map { $0 * $1 }
    brought = sums.brought(cuts)
    var costs = sums.costs(trim: cuts.trim)
    for (target, served) in zip(problem.targets, served) {
      costs.missedTargets += target.price * max(0, target.share * target.demand - served)
    }
    self.costs = costs
  }

  /// What a pass over all blocks runs over.
  struct Subject {
    let problem: PlanningProblem
    /// Shipments and transfers, by block.
    let iterates: [BlockIterate]
    /// Quantities decided now, by block.
    let lanes: [FlatBuffer<Float>]
    /// What they load, uncut.
    let sums: FlowSums
    let prices: PassPrices
    let work: WorkContext
  }

  /// How often what a door cannot take is asked of the next.
  private static let extraRounds = 2

  /// How often lanes are cut for shelves that shipments do not relieve of enough.
  private static let shelfRounds = 4

  /// In four passes at most, as a rule: each sees what the one before leaves of the capacities.
  ///
  /// - Parameters:
  ///   - cuts: Of lanes and later transfers; nil for as much as capacities ask for.
  ///   - isRough: Two passes have to do, or three.
  static func fit(
    _ subject: Subject, cuts given: FlowCuts? = nil, isRough: Bool = false
  ) throws -> Recovery {
    let problem = subject.problem
    var cuts = given ?? FlowCuts(subject.sums, problem: problem)
    var first = try subject.run(cuts, fillsUp: false)
    for round in 0..<shelfRounds
    where cuts.cutShelves(
      subject.sums, actual: first.flows, problem: problem, by: Double(1 << round))
    {
      first = try subject.run(cuts, fillsUp: false)
    }
    cuts.cutShipments(subject.sums, actual: first.flows, problem: problem)
    cuts.keepExtra()
    var last = try subject.run(cuts, fillsUp: true)
    // The next can take less then.
    for _ in 0..<(isRough ? 0 : extraRounds) {
      let before = (cuts.extra, cuts.extraVia)
      cuts.cutExtra(subject.sums, actual: last, problem: problem)
      if (cuts.extra, cuts.extraVia) == before { break }
      last = try subject.run(cuts, fillsUp: true)
    }
    // What transfers for shipments on top ask too much of is mostly one door among many.
    var givesUp = false
    while !cuts.trim(subject.sums, actual: last, problem: problem) {
      if givesUp {
        cuts.keepBrought(share: 0)
      } else {
        cuts.dropBrought(subject.sums, actual: last, problem: problem)
      }
      givesUp = true
      last = try subject.run(cuts, fillsUp: true)
    }
    return Recovery(last, cuts: cuts, problem: problem)
  }

  /// What is asked of a plan that is cut as another one was.
  struct Terms {
    /// Of a facility's shipments, the share that must be left: trimming takes from every promise
    /// alike.
    var leastTrim = 0.0
    /// Money per day that a plan may cost which takes more than one pass.
    var most = Double.infinity
    /// Money per day that the best plan so far costs; infinite where there is none. What costs less
    /// will do, however it is trimmed.
    var best = Double.infinity
    /// How many it may take.
    var passes = 2
  }

  /// In a few passes: shipments are cut as they were in a plan for quantities a little different,
  /// and then trimmed, facility by facility, to what may leave.
  ///
  /// - Returns: Nil where that does not do.
  static func follow(
    _ subject: Subject, _ before: FlowCuts, _ terms: Terms = Terms()
  ) throws -> Recovery? {
    let problem = subject.problem
    // Shipments that are trimmed relieve storage of less.
    if problem.input.settings.storageBasis == .shelf { return nil }
    var cuts = FlowCuts(subject.sums, problem: problem)
    cuts.ship = before.ship
    cuts.extra = before.extra
    cuts.extraVia = before.extraVia
    var sums = try subject.run(cuts, fillsUp: true)
    var passes = 1
    // Shipments on top may ask for more than they did: once more, with what there is room for. That
    // costs more than all of them would.
    while !cuts.trim(subject.sums, actual: sums, problem: problem) {
      let least = Recovery(sums, cuts: cuts, problem: problem).costs.total
      if passes == terms.passes || least > min(terms.most, terms.best) { return nil }
      // No cut of shipments on top makes up for others that ask for more than the door can ship.
      let doors = cuts.doorShares(subject.sums, actual: sums.flows, problem: problem)
      if doors.contains(where: { $0 < terms.leastTrim }) { return nil }
      if passes == 1 {
        cuts.cutExtra(subject.sums, actual: sums, problem: problem, dropsShort: true)
      } else {
        cuts.dropBrought(subject.sums, actual: sums, problem: problem)
      }
      sums = try subject.run(cuts, fillsUp: true)
      passes += 1
    }
    let found = Recovery(sums, cuts: cuts, problem: problem)
    if found.costs.total < terms.best, terms.best < .infinity { return found }
    if cuts.trim.contains(where: { $0 < terms.leastTrim }) { return nil }
    return passes == 1 || found.costs.total <= terms.most ? found : nil
  }

  /// The same plan once more, to be noted item by item.
  ///
  /// - Parameters:
  ///   - iterates: The quantities it was made of, which must stay as they are while `reader` is
  ///     held.
  func recorded(
    _ subject: Subject, lanes: [FlatBuffer<Float>], _ iterates: [BlockIterate],
    _ reader: (any AnyObject & Sendable)?
  ) -> RecordedBlocks {
    let (problem, prices, cuts) = (subject.problem, subject.prices, cuts)
    // Not the work of the solve: that may have been called off, and its plan is wanted all the same.
    let work = WorkContext(threads: subject.work.threads)
    return RecordedBlocks {
      defer { withExtendedLifetime(reader) {} }
      let plans = problem.blocks.map { BlockPlan($0, problem: problem) }
      let kernels = (0..<work.threads).map { _ in
        RecourseKernel(problem: problem, prices: prices, cuts: cuts, fillsUp: true)
      }
      // Nothing in it throws, and nobody can cancel it.
      try? work.forEachChunk(of: plans.count, chunk: 1) { worker, range in
        for number in range {
          _ = kernels[worker].run(
            problem.blocks[number], lanes: lanes[number], iterates[number], record: plans[number])
        }
      }
      return plans
    }
  }
}

extension Recovery.Subject {
  init(
    problem: PlanningProblem, iterates: [BlockIterate], lanes: [FlatBuffer<Float>],
    prices: PassPrices, work: WorkContext
  ) throws {
    let parts = FlatList<FlowSums>(count: iterates.count)
    try work.forEachChunk(of: iterates.count, chunk: 1) { _, range in
      for number in range {
        parts.set(
          FlowSums(
            problem.blocks[number], iterates[number], lanes: lanes[number],
            problem: problem),
          at: number)
      }
    }
    var sums = FlowSums(problem)
    for part in parts.values { sums.add(part) }
    self.init(
      problem: problem, iterates: iterates, lanes: lanes, sums: sums, prices: prices, work: work)
  }

  func run(
    _ cuts: FlowCuts, fillsUp: Bool
  ) throws -> RecourseSums {
    let kernels = (0..<work.threads).map { _ in
      RecourseKernel(problem: problem, prices: prices, cuts: cuts, fillsUp: fillsUp)
    }
    let parts = FlatList<RecourseSums>(count: iterates.count)
    try work.forEachChunk(of: iterates.count, chunk: 1) {
      [problem, lanes, iterates] worker, range in
      for block in range {
        parts.set(
          kernels[worker].run(
            problem.blocks[block], lanes: lanes[block], iterates[block]), at: block)
      }
    }
    var total = RecourseSums(problem)
    for part in parts.values { total.add(part) }
    return total
  }
}
