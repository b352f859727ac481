import InventoryPlanning
import RetailData

/// One solve: what a background thread needs to know of it.
struct PlanJob: Sendable {
  let id: WorkID
  let changes: PlanChanges
  let input: PlanInput
  let forecast: DemandForecast
  let goal: PlanGoal
  /// Where an earlier solve stopped.
  let start: PlanState?
}

/// What a running solve says.
enum PlanNews: Sendable {
  /// Seconds since it began; nothing else is new.
  case elapsed(Double)
  case point(PlanPoint)
  case figures(PlanFigures)
}

/// How good a solve was at a moment.
struct PlanPoint: Hashable, Sendable {
  /// Since the solve began, compiling included.
  let seconds: Double
  let iterations: Int
  let bound: Double
  let cost: Double

  var gap: Double {
    let difference = cost - bound
    return difference <= 0 ? 0 : difference / max(abs(cost), .leastNormalMagnitude)
  }
}

/// What is left of a solve.
struct PlanEnd: Sendable {
  let outcome: PlanOutcome
  /// Nil where it was cut short: whoever wants them has them put together.
  let figures: PlanFigures?
  let seconds: Double
}

extension PlanJob {
  /// Compiles and solves, telling of every better answer at once and of the plan behind the newest
  /// one as often as putting it together allows.
  ///
  /// - Throws: `CancellationError` where it was stopped before there was an answer;
  ///   `PlanningProblemError`.
  func run(_ work: WorkContext, tell: @escaping @Sendable (PlanNews) -> Void) throws -> PlanEnd {
    let began = ContinuousClock.now
    let digester = PlanDigester(self, began: began, tell: tell)
    defer { digester.close() }
    digester.start()
    BackgroundThread.yieldToItsLike()
    let draws = ScenarioDraws(input: input, forecast: forecast)
    let planner = try Planner(input: input, draws: draws, after: start, work: work)
    let outcome = try planner.solve(goal, from: start, work: work) { answer in
      digester.take(answer)
    }
    digester.close()
    let seconds = began.duration(to: .now) / .seconds(1)
    if outcome.ending == .cancelled {
      return PlanEnd(outcome: outcome, figures: nil, seconds: seconds)
    }
    return PlanEnd(
      outcome: outcome,
      figures: figures(of: outcome, seconds: seconds, course: digester.course), seconds: seconds)
  }

  /// Everything that screens show of the plan a solve ended with.
  func figures(
    of outcome: PlanOutcome, seconds: Double, course: [PlanPoint] = []
  ) -> PlanFigures {
    PlanFigures(
      id: PlanFigures.ID(solve: id, number: 0), changes: changes, input: input,
      answer: outcome.answer, seconds: seconds, course: course,
      fractionalCost: outcome.fractionalCost,
      fractional: PlanFigures(
        id: PlanFigures.ID(solve: id, number: -1), changes: changes, input: input,
        answer: outcome.fractional, seconds: seconds),
      ending: outcome.ending, state: outcome.state)
  }
}
