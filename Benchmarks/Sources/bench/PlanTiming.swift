import InventoryPlanning
import RetailData

/// Times solves. Everything that is waited for counts: drawing scenarios and compiling too.
struct PlanTiming {
  let forecast: DemandForecast
  let work: WorkContext

  private static let gaps = [0.05, 0.01, 0.005, 0.001]

  /// One solve from nothing to 0.1 %, with a line for each gap on the way.
  func cold(_ input: PlanInput, limit: Double) throws -> PlanOutcome {
    let watch = Stopwatch()
    let planner = try Planner(input: input, draws: draws(input), work: work)
    let compiled = watch.seconds
    emit([("compile_seconds", compiled), ("cpu_seconds", watch.processorSeconds)])
    let outcome = try solve(
      planner, to: 0.001, limit: limit, from: nil, watch, compiled: compiled, change: nil)
    emit([
      ("cold", 1), ("gap", outcome.answer.gap), ("bound", outcome.answer.bound),
      ("cost", outcome.answer.cost), ("iterations", Double(outcome.answer.iterations)),
      ("seconds", watch.seconds), ("cpu_seconds", watch.processorSeconds),
      ("peak_bytes", peakResidentBytes()),
    ])
    return outcome
  }

  /// From where the cold solve stopped to 0.5 % of a changed problem.
  func warm(_ input: PlanInput, number: Int, from: PlanOutcome, limit: Double) throws {
    let watch = Stopwatch()
    let planner = try Planner(input: input, draws: draws(input), after: from.state, work: work)
    let compiled = watch.seconds
    let outcome = try solve(
      planner, to: 0.005, limit: limit, from: from.state, watch, compiled: compiled,
      change: number)
    emit([
      ("warm", Double(number)), ("gap", outcome.answer.gap), ("seconds", watch.seconds),
      ("compile_seconds", compiled), ("cpu_seconds", watch.processorSeconds),
    ])
  }

  /// The plan's cost under another penalty: the best of five.
  func reprice(_ input: PlanInput, _ outcome: PlanOutcome, _ names: PlanNames) throws {
    var input = input
    try input.set("speed.*.lost_sale_penalty", to: "+10%", names: names)
    var best = Double.infinity
    var cost = 0.0
    for _ in 0..<5 {
      let watch = Stopwatch()
      cost = try outcome.repriced(with: input).cost
      best = min(best, watch.seconds)
    }
    emit([("reprice_seconds", best), ("cost", cost)])
  }

  /// Whole cases: what follows once a solve, from where the cold one stopped, has its gap.
  func whole(_ input: PlanInput, from: PlanOutcome, limit: Double) throws {
    let planner = try Planner(input: input, draws: draws(input), work: work)
    let goal = PlanGoal(gap: max(0.005, from.answer.gap * 1.5), timeLimit: limit)
    let watch = Stopwatch()
    var solved = (seconds: 0.0, cpu: 0.0)
    let outcome = try planner.solve(goal, from: from.state, work: work) { _ in
      solved = (watch.seconds, watch.processorSeconds)
    }
    // Without the gap the time since the last answer is not that of rounding alone.
    let isRounding = outcome.ending == .gapReached
    emit([
      ("whole_seconds", watch.seconds - solved.seconds),
      ("cpu_seconds", watch.processorSeconds - solved.cpu), ("is_rounding", isRounding ? 1 : 0),
      ("gap", outcome.answer.gap), ("cost", outcome.answer.cost),
      ("fractional_cost", outcome.fractionalCost),
    ])
  }

  private func draws(_ input: PlanInput) -> ScenarioDraws {
    ScenarioDraws(input: input, forecast: forecast)
  }

  private func solve(
    _ planner: Planner, to gap: Double, limit: Double, from state: PlanState?, _ watch: Stopwatch,
    compiled: Double, change: Int?
  ) throws -> PlanOutcome {
    var open = Self.gaps.filter { $0 >= gap }[...]
    let goal = PlanGoal(gap: gap, timeLimit: limit, fractional: true)
    return try planner.solve(goal, from: state, work: work) { answer in
      while let next = open.first, answer.gap <= next {
        open.removeFirst()
        emit([
          ("certified", next), ("seconds", watch.seconds), ("solve_seconds", answer.seconds),
          ("cpu_seconds", watch.processorSeconds), ("iterations", Double(answer.iterations)),
          ("change", Double(change ?? -1)),
        ])
      }
    }
  }
}
