import Foundation
import RetailData

/// One solve: iterates, looks now and then, and keeps the best bound and the best plan ever seen.
struct SolveRun {
  private let problem: PlanningProblem
  private let goal: PlanGoal
  private let work: WorkContext
  private let iteration: Iteration
  /// Whether an earlier solve of another problem is gone on with.
  private let isResumed: Bool
  private let began = ContinuousClock.now
  private var iterations = 0
  /// Whether the last look saw the prices overshoot.
  private var swings = false
  /// The pass from which a bound that falls back means something: a change upsets all at first, and
  /// so does a point that others led up to.
  private var steadyFrom = 0
  private var nextLook = 0
  private var plans = PlanSchedule()
  private var bound = -Double.infinity
  private var best: PlanDraft?
  private var readers = Readers()
  private var priceReaders = Readers()
  private var sound = SoundPrices()
  private var ranges: PriceRanges
  /// How the next plan's shipments are cut.
  private var cuts: FlowCuts?
  /// Prices of the best bound.
  private var prices: PriceVector
  /// Where the next solve starts: the prices of the best bound with the quantities of the best
  /// plan, which need not be of one step.
  private var kept: PlanState

  init(
    _ problem: PlanningProblem, goal: PlanGoal, from start: PlanState?, work: WorkContext
  ) throws {
    self.problem = problem
    self.goal = goal
    self.work = work
    iteration = Iteration(problem, threads: work.threads)
    prices = iteration.current
    if let start {
      cuts = try start.load(into: iteration, work: work)
      steadyFrom = iteration.passes(ofSteps: Self.settling)
    }
    let iterates = FlatList.made(count: problem.blocks.count, threads: work.threads) {
      BlockIterate(problem.blocks[$0])
    }
    kept = PlanState(
      problem: problem, iterates: iterates, prices: iteration.projected, weight: iteration.weight,
      localSteps: iteration.localSteps,
      cycle: iteration.cycle, cuts: nil)
    isResumed = iteration.isChanged
    ranges = PriceRanges(prices)
  }

  mutating func finish(_ onAnswer: (PlanAnswer) -> Void) throws -> PlanOutcome {
    var ending = PlanOutcome.Ending.cancelled
    do {
      ending = try solve(onAnswer)
    } catch is CancellationError where best != nil {
      ending = .cancelled
    }
    guard let fractional = answer else { throw CancellationError() }
    if ending != .cancelled, !goal.fractional {
      do {
        try makeWhole()
      } catch is CancellationError {
        ending = .cancelled
      }
    }
    return PlanOutcome(
      answer: answer ?? fractional, ending: ending, fractional: fractional,
      state: kept)
  }

  private var seconds: Double {
    let passed = ContinuousClock.now - began
    return Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
  }

  private var answer: PlanAnswer? {
    best.map {
      PlanAnswer(
        iterations: iterations, seconds: seconds, bound: bound, draft: $0,
        proof: PlanProof(
          problem: problem, iterates: kept.iterates, prices: kept.prices, ranges: ranges,
          readers: [readers, priceReaders]))
    }
  }

  private mutating func solve(_ onAnswer: (PlanAnswer) -> Void) throws -> PlanOutcome.Ending {
    // The start is a point like any other: the null plan, or what an earlier solve ended with.
    try look(onAnswer)
    while true {
      if let answer, answer.gap <= goal.gap { return .gapReached }
      if iterations >= goal.iterationLimit { return .iterationLimit }
      if let limit = goal.timeLimit, seconds >= limit { return .timeLimit }
      iterations += 1
      let looks = iterations == nextLook || iterations == goal.iterationLimit
      try iteration.advance(look: looks, work: work) { try look(onAnswer) }
      if swings, iteration.maySlowDown {
        iteration.slowDown(from: kept.iterates, prices: kept.prices, weight: kept.weight)
        steadyFrom = iterations + iteration.passes(ofSteps: Self.settling)
      }
      swings = false
    }
  }

  /// Puts a plan of whole cases in place of the best one. Time limits are for the solve alone: this
  /// takes a fraction of a second.
  private mutating func makeWhole() throws {
    guard let draft = best else { return }
    guard let rounding = Rounding(problem, prices: prices, work: work) else { return }
    let candidates = try rounding.candidates(draft, iterates: kept.iterates)
    var whole = candidates.map(\.draft).min { $0.costs.total < $1.costs.total }
    best = whole ?? draft
    // Quantities that were made whole leave other stock in other places: fit shipments to it.
    for candidate in candidates {
      let lanes = candidate.draft.blocks.map(\.lanes)
      try iteration.fix(
        lanes: lanes, from: candidate.iterates, prices: kept.prices, weight: kept.weight,
        work: work)
      // Steps cost little where items are few, and tell candidates apart that are close; looks cost
      // as much as many steps where they are not.
      let isAlone = candidates.count == 1
      let passes = iteration.passes(ofSteps: isAlone ? 80 : 120)
      let rest = isAlone ? passes : iteration.passes(ofSteps: 15)
      for pass in 1...passes {
        try iteration.advance(look: pass % rest == 0, work: work) {
          let found = try rounding.fitted(
            lanes, iteration.states.map(\.projected), prices,
            below: whole?.costs.total ?? .infinity)
          if let found { whole = found }
        }
      }
    }
    best = whole ?? draft
  }

  /// Makes a bound of the projected point, and now and then a plan.
  private mutating func look(_ onAnswer: (PlanAnswer) -> Void) throws {
    let found = try Evaluation(
      problem, states: iteration.states, prices: iteration.projected, work: work)
    var improved = false
    sound.add(found.prices, bound: found.bound)
    if iterations >= steadyFrom, let answer,
      bound - found.bound > Self.lostBound * (answer.cost - bound)
    {
      swings = true
    }
    if found.bound > bound {
      bound = found.bound
      // Who still wants to explain an earlier answer must find its prices.
      if !isKnownUniquelyReferenced(&priceReaders) {
        kept.iterates = kept.iterates.map { BlockIterate(pricesLike: $0) }
        priceReaders = Readers()
      }
      kept.prices = iteration.projected
      for room in problem.fullRooms.facilities {
        kept.prices.storage[room] = found.prices.storage[room]
      }
      kept.weight = iteration.weight
      kept.localSteps = iteration.localSteps
      kept.cycle = iteration.cycle
      try keep(iteration.states.map(\.projected)) { $0.prices.copy(from: $1.prices) }
      prices = found.prices
      best?.prices = prices
      improved = true
    }
    if improved { tell(onAnswer) }
    // Plans come near their end long before bounds do, and cost more: only the last ones count.
    if iterations >= plans.next || answer.map({ $0.gap <= 2 * goal.gap }) ?? true {
      let isBetter = try lookForPlan(found)
      if isBetter { tell(onAnswer) }
      let wait = isRough ? iterations : iterations / 5
      // The first plans of a solve from nothing are worth little.
      let least = iteration.passes(ofSteps: isResumed ? 12 : 80)
      plans.looked(
        at: iterations, wait: max(least, wait), isVain: isResumed && !isBetter)
    }
    nextLook = iterations + pause
  }

  private mutating func tell(_ onAnswer: (PlanAnswer) -> Void) {
    guard let best else { return }
    ranges = sound.ranges(prices, bound: bound, cost: best.costs.total)
    if let answer { onAnswer(answer) }
  }

  /// Whether the best answer says little as yet.
  private var isFar: Bool { answer.map { $0.gap > Self.farGap } ?? true }

  /// Whether better prices are likely to do more for a plan than care. Where they have settled and
  /// the plan is no good, care is what is left; and where storage counts on what shipments relieve
  /// it of, one point makes a good plan and the next one none, so that each is worth its time.
  private var isRough: Bool {
    isFar && iterations < iteration.passes(ofSteps: 400)
      && problem.input.settings.storageBasis == .position
  }

  private static let farGap = 0.1
  /// In steps.
  private static let settling = 40
  /// What a bound may lose of the best one on the way to a better one, in gaps.
  private static let lostBound = 0.1

  /// Passes until the next look: ever more as progress slows down, and fewer near the goal.
  private var pause: Int {
    let gap = answer?.gap ?? 1
    let share = isFar ? 2 : gap > 2 * goal.gap ? 8 : 16
    return max(iteration.passes(ofSteps: 10), iterations / share)
  }

  /// Whether the projected point makes a better plan.
  private mutating func lookForPlan(_ found: Evaluation) throws -> Bool {
    guard let (subject, recovery) = try recovered(found) else { return false }
    if iterations == 0, isResumed { iteration.move(to: subject) }
    // What was cut without care is no example.
    cuts =
      isRough && !isResumed
      ? nil : recovery.cuts.next(subject.sums, actual: recovery.sums, problem: problem)
    guard recovery.costs.total < best?.costs.total ?? .infinity else { return false }
    kept.cuts = cuts
    // Who still wants to see an earlier plan must find what it was made of.
    best = nil
    if !isKnownUniquelyReferenced(&readers) {
      kept.iterates = kept.iterates.map { BlockIterate(quantitiesLike: $0) }
      readers = Readers()
    }
    try keep(subject.iterates) {
      $0.shipments.copy(from: $1.shipments)
      $0.transfers.copy(from: $1.transfers)
    }
    for (iterate, lanes) in zip(kept.iterates, subject.lanes) { iterate.lanes.copy(from: lanes) }
    best = PlanDraft(
      problem: problem,
      recorded: recovery.recorded(
        subject, lanes: kept.iterates.map(\.lanes), kept.iterates, readers),
      lanes: subject.sums, recovery: recovery, prices: prices, isInteger: false)
    return true
  }

  /// Held by all who may still read the quantities of the best plan.
  final class Readers: Sendable {}

  /// Makes a plan of a point, by the cuts of the plan before where those do.
  private mutating func recovered(
    _ found: Evaluation
  ) throws -> (Recovery.Subject, Recovery)? {
    let subject = try found.subject()
    if isResumed {
      let best = best?.costs.total ?? .infinity
      let resumed = try ResumedRecovery(
        subject, prices: found.prices, bound: bound, best: best, cuts: cuts,
        isFirst: iterations == 0, mayCost: iterations >= plans.nextCostly)
      if let resumed, resumed.isCostly {
        plans.lookedAtLength(
          at: iterations, wait: iteration.passes(ofSteps:),
          isVain: resumed.recovery.costs.total >= best)
      }
      return resumed.map { ($0.subject, $0.recovery) }
    }
    let followed = try cuts.flatMap { try Recovery.follow(subject, $0) }
    return (subject, try followed ?? Recovery.fit(subject, isRough: isRough))
  }

  /// Copies a part of a point to where the next solve starts. Whole, even where the solve is no
  /// longer wanted: what is half copied is no plan, and the best one is kept there.
  private func keep(
    _ found: [BlockIterate],
    _ copy: @Sendable (_ kept: BlockIterate, _ found: BlockIterate) -> Void
  ) throws {
    try WorkContext(threads: work.threads).forEachChunk(of: problem.blocks.count, chunk: 1) {
      [iterates = kept.iterates] _, range in
      for block in range { copy(iterates[block], found[block]) }
    }
  }
}
