import RetailData
import Testing

@testable import InventoryPlanning

/// Rooms that what stands there fills, and what happens when they get litres or lose them, against
/// the optimum of the same problem, written and solved by others.
@Suite("Full rooms")
struct FullRoomTests {
  private let work = WorkContext(threads: 1)

  /// A shop of today's stock whose lowest rooms have no litres of their own.
  private func shop(_ seed: UInt64) -> RandomPlan {
    var options = RandomPlan.Options()
    options.mode = .state
    options.basis = .position
    var plan = RandomPlan(seed: seed, options)
    for room in lowest(plan) { plan.input.network.facilities[room].storage = 0 }
    return plan
  }

  /// Facilities that nothing can be moved on from.
  private func lowest(_ plan: RandomPlan) -> [Int] {
    let senders = Set(plan.input.network.transfers.map { Int($0.from) })
    return plan.input.network.facilities.indices.filter { !senders.contains($0) }
  }

  private func solved(
    _ plan: RandomPlan, to gap: Double, from state: PlanState? = nil, iterations: Int = 20_000
  ) throws -> PlanOutcome {
    try Planner(input: plan.input, draws: plan.source, work: work).solve(
      PlanGoal(gap: gap, iterationLimit: iterations, fractional: true), from: state, work: work)
  }

  private func optimum(_ plan: RandomPlan) throws -> Double {
    try ExternalSolver.clp.solve(plan.oracle.program).cost
  }

  @Test(arguments: 500..<512 as Range<UInt64>)
  func theOptimumLiesBetweenBoundAndCost(seed: UInt64) throws {
    let plan = shop(seed)
    let optimum = try optimum(plan)
    let rounding = 1e-7 * max(abs(optimum), plan.oracle.program.constant)
    let outcome = try solved(plan, to: 0.001)
    #expect(outcome.ending == .gapReached, "gap \(outcome.answer.gap)")
    #expect(outcome.answer.bound <= optimum + rounding)
    #expect(outcome.answer.cost >= optimum - rounding)
    let least = try PlanJudge(oracle: plan.oracle).leastCost(of: outcome.answer.plan)
    #expect(least <= outcome.answer.cost + 10 * rounding)
  }

  /// The price of a full room is what one litre more would save: the optimum with a hundredth of a
  /// litre more, by the solver of linear programs. Prices at an optimum are never less than what more
  /// would save; where several are right, which is the rule among few items whose stock comes in
  /// whole units, they may be more: how many agree depends on which of them a solve ends with. It
  /// is half of 66; a price that meant something else would agree nowhere.
  @Test func itsPriceIsWhatALitreWouldSave() throws {
    let litres = 0.01
    var agree = 0
    var rooms = 0
    for seed in 500..<530 as Range<UInt64> {
      let plan = shop(seed)
      let before = try optimum(plan)
      let answer = try solved(plan, to: 1e-5).answer
      for room in lowest(plan) {
        let load = answer.plan.loads[room].storage
        var roomier = plan
        roomier.input.network.facilities[room].storage = load.capacity + litres
        let saved = (before - (try optimum(roomier))) / litres
        // A gap of 1e-5 is worth this much of a hundredth of a litre.
        let open = 1e-5 * abs(before) / litres
        #expect(saved <= load.price + open + 1e-3, "\(seed), \(room): saves \(saved)")
        if max(saved, load.price) < 1e-3 { continue }
        rooms += 1
        if abs(saved - load.price) <= 0.05 * max(saved, load.price) { agree += 1 }
      }
    }
    #expect(rooms > 60)
    #expect(2 * agree >= rooms, "\(agree) of \(rooms)")
  }

  /// What is next to nothing in size makes a litre of a full room worth next to everything. The bound
  /// that the same prices prove loses no digits to that.
  @Test(arguments: [1e-40, 1e-300])
  func thingsThatAreNextToNothingSpoilNothing(volume: Double) throws {
    func shop(_ seed: UInt64, _ volume: Double) -> RandomPlan {
      var plan = self.shop(seed)
      for item in stride(from: 0, to: plan.input.items.count, by: 2) {
        plan.input.items.volume[item] = volume
      }
      return plan
    }
    for seed in 500..<508 as Range<UInt64> {
      let known = try solved(shop(seed, 1e-9), to: 0.01, iterations: 500).state
      func proved(_ volume: Double) throws -> Evaluation {
        let plan = shop(seed, volume)
        let problem = try PlanningProblem(input: plan.input, draws: plan.source, work: work)
        let iteration = Iteration(problem)
        for (state, iterate) in zip(iteration.states, known.iterates) {
          state.projected.copy(from: iterate)
        }
        return try Evaluation(
          problem, states: iteration.states, prices: known.prices, work: work)
      }
      let (small, smallest) = (try proved(1e-9), try proved(volume))
      // What 1e-9 litres cost to hold.
      #expect(abs(smallest.bound - small.bound) <= 1e-6 * abs(small.bound), "\(seed)")
      #expect(smallest.prices.storage.allSatisfy { $0.isFinite }, "\(seed)")
    }
  }

  /// Litres that a full room gets: the plan that was known is there at once, and what is gone on
  /// with ends where it must.
  @Test(arguments: 500..<512 as Range<UInt64>)
  func aRoomMayBeOpened(seed: UInt64) throws {
    let before = shop(seed)
    let known = try solved(before, to: 0.005)
    var after = before
    for room in lowest(before) {
      let capacity = known.answer.plan.loads[room].storage.capacity
      after.input.network.facilities[room].storage = 1.2 * capacity + 1
    }
    let optimum = try optimum(after)
    let rounding = 1e-7 * max(abs(optimum), after.oracle.program.constant)
    let first = try solved(after, to: 0, from: known.state, iterations: 0).answer
    #expect(first.bound <= optimum + rounding)
    #expect(first.cost <= known.answer.cost * (1 + 1e-3) + rounding)
    let last = try solved(after, to: 0.005, from: known.state)
    #expect(last.ending == .gapReached, "gap \(last.answer.gap)")
    #expect(last.answer.bound <= optimum + rounding)
    #expect(last.answer.cost >= optimum - rounding)
  }

  /// Rooms that lose litres: the price that is searched for proves no less than the one before, and
  /// something more in all.
  @Test func aRoomThatLostLitresHasAPriceThatProvesMore() throws {
    var gained = 0.0
    for seed in 520..<540 as Range<UInt64> {
      var options = RandomPlan.Options()
      options.mode = .state
      options.basis = .position
      let before = RandomPlan(seed: seed, options)
      let known = try solved(before, to: 0.001)
      for room in before.input.network.facilities.indices where !lowest(before).contains(room) {
        let load = known.answer.plan.loads[room].storage
        guard load.capacity.isFinite, load.used > 0 else { continue }
        var after = before
        after.input.network.facilities[room].storage = 0
        let problem = try PlanningProblem(input: after.input, draws: after.source, work: work)
        let plain = Iteration(problem)
        for (state, iterate) in zip(plain.states, known.state.iterates) {
          state.projected.copy(from: iterate)
        }
        let old = try Evaluation(
          problem, states: plain.states, prices: known.state.prices, work: work
        ).bound
        let searched = Iteration(problem)
        _ = try known.state.load(into: searched, work: work)
        let new = try Evaluation(
          problem, states: searched.states, prices: searched.projected, work: work
        ).bound
        // Stock prices are `Float`.
        #expect(new >= old - 1e-5 * abs(old), "\(seed), \(room)")
        gained += (new - old) / abs(old)
      }
    }
    #expect(gained > 0.001, "\(gained)")
  }
}
