import RetailData

/// What a plan costs in scenarios that it was not made for.
///
/// The quantities decided now are kept; shipments and later transfers are chosen anew, for 64 fresh
/// scenarios in four sets as large as the plan's own (with 16). A plan looks best in its own
/// scenarios: the difference is what it owes to having seen them.
struct SamplingCheck {
  static let scenarios = 64
  /// A plan of very few scenarios is checked on fewer: sets are as large as its own.
  private static let mostSets = 8

  /// After so many what is left to gain is about a hundredth of the cost (measured): the figure is
  /// a little too high, never too low.
  private static let steps = 150

  /// Money per day on fresh scenarios, the mean of their sets; nil where the outcome holds no plan.
  ///
  /// - Throws: `PlanningProblemError`, `CancellationError`.
  static func freshCost(
    of outcome: PlanOutcome, forecast: DemandForecast, work: WorkContext
  ) throws -> Double? {
    guard let draft = outcome.answer.draft else { return nil }
    let known = outcome.state.problem
    let sets = min(mostSets, max(1, (scenarios + known.scenarios / 2) / known.scenarios))
    var sum = 0.0
    for number in 0..<sets {
      try work.checkCancelled()
      work.report(
        WorkProgress(stage: "checking on fresh scenarios", done: number, total: sets, unit: "sets"))
      var input = known.input
      // Another seed for each set, and another purpose than the plan's.
      input.settings.seed = known.input.settings.seed &+ UInt64(number) &* 0x2545_f491_4f6c_dd1d
      let draws = ScenarioDraws(input: input, forecast: forecast, purpose: .checking)
      let fresh = try PlanningProblem(input: input, draws: draws, work: work)
      sum += try cost(of: draft, from: outcome.state, in: fresh, work: work)
    }
    return sum / Double(sets)
  }

  private static func cost(
    of draft: PlanDraft, from state: PlanState, in problem: PlanningProblem, work: WorkContext
  ) throws -> Double {
    let iteration = Iteration(problem)
    _ = try state.load(into: iteration, work: work)
    try iteration.fix(
      lanes: draft.blocks.map(\.lanes), from: iteration.states.map(\.projected),
      prices: iteration.projected, weight: iteration.weight, work: work)
    var best = Double.infinity
    for step in 1...steps {
      try iteration.advance(look: step >= steps / 2 && step % 25 == 0, work: work) {
        let found = try Evaluation(
          problem, states: iteration.states, prices: iteration.projected, work: work)
        best = min(best, try Recovery.fit(found.subject()).costs.total)
      }
    }
    return best
  }
}
