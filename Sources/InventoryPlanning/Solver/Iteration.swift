import Foundation
import RetailData

/// The iteration: reflected, restarted Halpern primal–dual hybrid gradient over all items and all
/// shared prices at once (Lu & Yang, "Restarted Halpern PDHG for linear programming", 2024).
///
/// A class, because it is a place where work goes on: hundreds of megabytes that are stepped in
/// place.
final class Iteration {
  let problem: PlanningProblem
  private let threads: Int
  private var steps: StepSizes
  let states: [BlockState]
  private(set) var current: PriceVector
  private(set) var anchor: PriceVector
  /// The prices that go with `states[…].projected`.
  private(set) var projected: PriceVector
  /// w: how much longer the quantities' steps are than the prices'.
  private(set) var weight: Double
  /// Passes since the last restart, and the pass at which the next one comes.
  private var pass = 0
  private var length: Int
  /// How many steps the quantities take at one set of shared prices: the mean of the items' paces.
  private(set) var localSteps: Int
  private var priceSteps: PriceSteps
  private let paces: Paces
  private var stability = Stability()
  /// Steps for which the prices of fill targets stay as they are.
  private var targetsRest = 0
  /// Cycles for which the weight stays as it is.
  private var settling = 0
  /// Passes between restarts when the weight was found: shorter cycles say less of it.
  private var weighedLength = 0
  /// Whether an earlier solve is gone on with.
  private var isResumed = false
  /// Whether its problem was another one. Then prices take shorter steps: a price that has far to go
  /// from where all others are settled goes much too far at once.
  private(set) var isChanged = false
  /// Whether lanes stay as they are.
  private var isFixed = false
  /// Whether the step sizes are still to be fitted to where the iteration starts or was resumed:
  /// the first answer after a change needs none.
  private var wantsSteps = true

  /// Measured: from 4 to 16 the iterations to a gap differ by a few per cent.
  private static let firstWeight = 8.0
  /// In steps.
  private static let firstLength = 20
  /// Where single steps are taken from nothing, shorter cycles that grow more slowly do better:
  /// measured in target mode on shops of 500, 1,000 and 2,000 items, 1 % after 508, 508 and 718
  /// passes instead of 538, 680 and 1,020. Later on they settle less than longer ones.
  private static let firstSingleLength = 12
  /// In steps: a cycle as long as this grows as all others do.
  private static let lastShortLength = 60
  /// In steps: what it takes the stock prices to find their level.
  private static let targetRest = 125
  /// The most that w may be where an earlier solve in single steps is gone on with after a change.
  /// Where all is settled it has grown to ten or more, and with such short steps of the prices what
  /// has to move hardly does. Measured in target mode on a shop of 500 items, a centre's door that
  /// ships a tenth less: 3 % off after 400 passes instead of 18.
  private static let mostChangedWeight = 1.0
  /// In cycles. After a change of one capacity its price has a long way to go, and how far it goes
  /// says nothing of all others.
  private static let settlingCycles = 3
  /// Many small steps at one set of shared prices cost less than as many sets: what an item
  /// touches stays near. Where targets are planned for from nothing, prices and quantities hang
  /// together so closely that only one step is stable.
  private static func localSteps(_ problem: PlanningProblem) -> Int {
    problem.input.settings.mode == .state ? 4 : 1
  }

  private var takesSingleSteps: Bool { Self.localSteps(problem) == 1 }

  init(_ problem: PlanningProblem, threads: Int = 1) {
    self.problem = problem
    self.threads = threads
    steps = StepSizes(problem)
    paces = Paces(problem)
    states = FlatList.made(count: problem.blocks.count, threads: threads) {
      BlockState(problem.blocks[$0])
    }
    current = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
    // Targets that cannot be met end at their highest price, and creep there over thousands of
    // steps; those that can be met come down fast. So all begin at the top, and stay there until
    // the stock prices have found their level.
    current.targets = problem.targets.map(\.price)
    targetsRest = Iteration.targetRest
    anchor = current
    projected = current
    weight = Self.firstWeight
    let localSteps = Self.localSteps(problem)
    self.localSteps = localSteps
    priceSteps = PriceSteps(fromNothing: localSteps)
    length = localSteps == 1 ? Self.firstSingleLength : Self.firstLength / localSteps
    paces.level(states, at: localSteps)
  }

  /// Starts anew from the projected point.
  private func start(prices: PriceVector, weight: Double) {
    projected = prices
    current = prices
    anchor = prices
    self.weight = weight
    // Nothing in it throws, and half a copy is no point: nobody can cancel it.
    try? WorkContext(threads: threads).forEachChunk(of: states.count, chunk: 1) {
      [states] _, range in
      for state in states[range] {
        state.current.copy(from: state.projected)
        state.anchor.copy(from: state.projected)
      }
    }
    pass = 0
    length = passes(ofSteps: Self.firstLength)
  }

  /// Goes on from where an earlier solve stopped: what `states` hold as projected.
  ///
  /// - Parameters:
  ///   - localSteps: How many the earlier solve ended with.
  ///   - cycle: Its steps between restarts at the end.
  ///   - isChanged: Whether its problem was another one.
  func resume(
    prices: PriceVector, weight: Double, localSteps: Int, cycle: Int, isChanged: Bool
  ) {
    let most = Self.localSteps(problem)
    let settling = isChanged ? Self.settlingCycles : 0
    stability = Stability(settling: localSteps == most ? settling : 0)
    self.localSteps = isFixed ? localSteps : most
    // Where only shorter steps of the prices were found to do, and late at that, longer ones may do
    // for what is left of a change.
    priceSteps =
      isChanged ? PriceSteps(all: localSteps) : PriceSteps(fromNothing: localSteps)
    paces.level(states, at: self.localSteps)
    let heaviest = isChanged && takesSingleSteps ? Self.mostChangedWeight : .infinity
    start(prices: prices, weight: min(weight, heaviest))
    weighedLength = passes(ofSteps: cycle)
    // Where nothing has changed, what is left to do takes as long as it did.
    if !isChanged { length = max(length, weighedLength) }
    targetsRest = 0
    self.settling = settling
    self.isChanged = isChanged
    isResumed = true
    wantsSteps = true
  }

  private func found(_ prices: PriceVector) -> StepSizes.Found {
    StepSizes.Found(states: states, prices: prices, isChanged: isChanged)
  }

  private func fitSteps(work: WorkContext) throws {
    guard wantsSteps else { return }
    try steps.fit(problem, to: isResumed ? found(projected) : nil, work: work)
    wantsSteps = false
  }

  /// Starts from other quantities: what an earlier solve ended with may no longer fit, and what a
  /// plan was made of that does is nearer.
  func move(to subject: Recovery.Subject) {
    for (number, state) in states.enumerated() {
      let (lanes, recourse) = (subject.lanes[number], subject.iterates[number])
      let movesLanes = lanes !== state.projected.lanes
      let movesRecourse = recourse.shipments !== state.projected.shipments
      for iterate in [state.projected, state.current, state.anchor] {
        if movesLanes { iterate.lanes.copy(from: lanes) }
        if !movesRecourse { continue }
        iterate.shipments.copy(from: recourse.shipments)
        iterate.transfers.copy(from: recourse.transfers)
      }
    }
  }

  /// Goes on from `iterates`, with the quantities decided now fixed at `lanes`: what is left to
  /// improve is what is shipped and moved in each scenario. There is no way back.
  func fix(
    lanes: [FlatBuffer<Float>], from iterates: [BlockIterate], prices: PriceVector,
    weight: Double, work: WorkContext
  ) throws {
    for (block, state) in states.enumerated() {
      state.projected.copy(from: iterates[block])
      state.projected.lanes.copy(from: lanes[block])
    }
    isFixed = true
    resume(
      prices: prices, weight: weight, localSteps: localSteps, cycle: Self.firstLength,
      isChanged: true)
    try fitSteps(work: work)
    for block in steps.blocks { block.lanes.fill(with: 0) }
  }

  /// Whether there are shorter steps than the present ones.
  var maySlowDown: Bool { localSteps > 1 }

  /// Goes back to a point, and on from there with shorter steps.
  func slowDown(from iterates: [BlockIterate], prices: PriceVector, weight: Double) {
    for (state, iterate) in zip(states, iterates) { state.projected.copy(from: iterate) }
    slowDown()
    paces.level(states, at: localSteps)
    start(prices: prices, weight: weight)
  }

  /// Shorter steps of the shared prices first, then single ones of the quantities.
  private func slowDown() {
    if priceSteps != .single { priceSteps = .single } else { localSteps = 1 }
    stability = Stability(isSlower: true)
  }

  /// Steps from one restart to the next.
  var cycle: Int { length * localSteps }

  /// How many passes make about as many steps.
  func passes(ofSteps count: Int) -> Int { max(1, count / localSteps) }

  /// One pass: some steps of all quantities, and one of the shared prices.
  ///
  /// - Parameter look: Whether the projected point is wanted, to make a bound and a plan of. Then
  ///   `then` is called once it is there, before the iteration goes on.
  func advance(look: Bool, work: WorkContext, then: () throws -> Void) throws {
    try fitSteps(work: work)
    pass += 1
    let restarts = pass == length
    let isShown = look || restarts
    let sums = try stepBlocks(
      moves(isShown: isShown, restarts: restarts), shown: isShown, work: work)
    let next = projection(sums.use)
    if isShown {
      projected = next
      if look { try then() }
    }
    if restarts {
      let (primal, dual) = (sums.primal, sums.dual + distance(next, anchor))
      if !stability.allows(movement: primal / weight + dual * weight) {
        slowDown()
      }
      paces.set(states, mean: localSteps)
      if settling > 0 { settling -= 1 } else { reweigh(primal: primal, dual: dual) }
      if !isFixed {
        try steps.fit(problem, to: found(next), work: work)
      }
      start(prices: next, weight: weight, following: length)
      return
    }
    if isShown {
      try work.forEachChunk(of: states.count, chunk: 1) { [problem, states, pass] _, range in
        for block in range {
          let state = states[block]
          for number in 0..<problem.blocks[block].items.count {
            let last = StepKernel.Blend.halpern(pass * Int(state.paces.pointer[number]))
            state.current.combine(
              number, of: problem.blocks[block], last.projected, state.projected, last.current,
              last.anchor, state.anchor)
          }
        }
      }
    }
    let blend = StepKernel.Blend.halpern(pass)
    current = next.combined(
      Double(blend.projected), current, Double(blend.current), anchor, Double(blend.anchor))
  }

  /// The steps of an item in this pass, by its pace.
  private func moves(isShown: Bool, restarts: Bool) -> [[StepKernel.Move]] {
    (0...Paces.most).map { pace in
      (1..<pace + 1).map { step in
        let isLast = step == pace
        return StepKernel.Move(
          blend: isShown && isLast ? .plain : .halpern((pass - 1) * pace + step),
          share: 1 / Double(pace), measures: restarts && isLast)
      }
    }
  }

  private func start(prices: PriceVector, weight: Double, following last: Int) {
    start(prices: prices, weight: weight)
    let isShort = takesSingleSteps && !isResumed && last < Self.lastShortLength
    length = isShort ? last * 6 / 5 : last * 4 / 3
  }

  private func stepBlocks(
    _ moves: [[StepKernel.Move]], shown: Bool, work: WorkContext
  ) throws -> StepKernel.Sums {
    let prices = PassPrices(current, problem: problem)
    let kernels = (0..<work.threads).map { _ in
      StepKernel(
        problem: problem, prices: prices, weight: Float(weight), moves: moves,
        sizes: steps.shipments)
    }
    let sums = FlatList<StepKernel.Sums>(count: states.count)
    try work.forEachChunk(of: states.count, chunk: 1) { [problem, states, steps] worker, range in
      for block in range {
        sums.set(
          kernels[worker].step(
            problem.blocks[block], states[block], steps.blocks[block],
            into: shown ? states[block].projected : states[block].current),
          at: block)
      }
    }
    var total = StepKernel.Sums(
      use: PriceVector(facilities: problem.facilityCount, targets: problem.targets.count))
    for part in sums.values {
      total.use.add(part.use)
      total.primal += part.primal
      total.dual += part.dual
    }
    return total
  }

  /// The shared prices after a step against what the reflected quantities use.
  private func projection(_ use: PriceVector) -> PriceVector {
    var next = current
    let rate = (isChanged ? 0.5 : 1) / weight
    func raise(
      _ kind: WritableKeyPath<PriceVector, [Double]>, by count: Double, within limit: [Double]
    ) {
      let (steps, use) = (steps.shared[keyPath: kind], use[keyPath: kind])
      for row in limit.indices where limit[row].isFinite {
        let price = next[keyPath: kind][row]
        next[keyPath: kind][row] =
          max(0, price + count * rate * steps[row] * (use[row] - limit[row]))
      }
    }
    raise(
      \.storage, by: priceSteps.storage,
      within: zip(problem.capacity.storage, problem.standing).map { $0 - $1 })
    raise(\.inbound, by: priceSteps.inbound, within: problem.capacity.inbound)
    raise(\.outbound, by: priceSteps.outbound, within: problem.capacity.outbound)
    if targetsRest > 0 {
      targetsRest -= localSteps
      return next
    }
    for (row, target) in problem.targets.enumerated() {
      let missing = target.share * target.demand - use.targets[row]
      let step = priceSteps.targets * rate * steps.shared.targets[row]
      next.targets[row] = min(max(0, next.targets[row] + step * missing), target.price)
    }
    return next
  }

  /// ‖a − b‖² of shared prices, in the norm of their step sizes.
  private func distance(_ a: PriceVector, _ b: PriceVector) -> Double {
    func sum(_ a: [Double], _ b: [Double], _ steps: [Double]) -> Double {
      a.indices.reduce(0) {
        steps[$1] > 0 ? $0 + (a[$1] - b[$1]) * (a[$1] - b[$1]) / steps[$1] : $0
      }
    }
    return sum(a.storage, b.storage, steps.shared.storage)
      + sum(a.inbound, b.inbound, steps.shared.inbound)
      + sum(a.outbound, b.outbound, steps.shared.outbound)
      + sum(a.targets, b.targets, steps.shared.targets)
  }

  /// Balances how far quantities and prices went since the anchor.
  ///
  /// In the few steps of a first cycle from a point where all is nearly settled, prices hardly move:
  /// taken at their word, such cycles led a weight from 1 to 170, and no better plan was found for
  /// 180 passes.
  private func reweigh(primal: Double, dual: Double) {
    guard primal > 0, dual > 0, primal.isFinite, dual.isFinite else { return }
    let ratio = ((primal / weight).squareRoot() / (dual * weight).squareRoot()).squareRoot()
    let trust = length < weighedLength ? Double(length) / Double(weighedLength) : 1
    weight *= pow(min(max(ratio, 0.25), 4), trust.squareRoot())
  }
}
