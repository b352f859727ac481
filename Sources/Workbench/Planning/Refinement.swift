import InventoryPlanning
import RetailData

/// Solving on when the plan on screen is as good as was asked for and nobody wants anything: not
/// for a better plan, which would change under the eyes of whoever reads it, but for a start. A
/// solve that goes on from prices which have settled is done sooner after the next change, several
/// times where a full room or door changes.
struct Refinement: Sendable {
  let id: WorkID
  /// The plan that is solved on.
  let plan: PlanFigures.ID
  /// It has been told to stop, and has not yet.
  var isEnding = false

  /// How far, and for how long at most.
  static let goal = PlanGoal(gap: 0.001, timeLimit: 10, fractional: true)

  /// What it has come to.
  struct Result: Sendable {
    let plan: PlanFigures.ID
    /// Nil where it failed.
    let state: PlanState?
  }
}

extension Model {
  /// Solves the plan on screen on. A replay is not left to chance: what a change starts from would
  /// depend on how much time there was before it.
  mutating func settleRefinement() -> [Effect] {
    guard running.isEmpty, replay.isDone, planning.refinement == nil, let ground = planning.ground,
      let newest = planning.newest, newest.changes == planning.changes,
      newest.ending == .gapReached, let start = newest.state,
      planning.refined?.plan != newest.id
    else { return [] }
    let id = begin(.refine)
    planning.refinement = Refinement(id: id, plan: newest.id)
    let job = PlanJob(
      id: id, changes: newest.changes, input: newest.input, forecast: ground.forecast,
      goal: Refinement.goal, start: start)
    return [.start(id, .refine(job))]
  }

  /// Stops solving on where another plan is wanted or shown.
  ///
  /// - Returns: Nil where nothing solves on that would be in the way of another solve.
  mutating func stopRefinement() -> [Effect]? {
    guard let refinement = planning.refinement else { return nil }
    let isWanted = refinement.plan == planning.newest?.id && !planning.needsSolve
    if refinement.isEnding || isWanted { return [] }
    planning.refinement?.isEnding = true
    return [.cancel(refinement.id)]
  }

  /// - Parameter state: Nil where it failed, or was stopped before it came to anything.
  mutating func refined(_ state: PlanState?) {
    guard let refinement = planning.refinement else { return }
    planning.refinement = nil
    if state == nil, refinement.isEnding { return }
    planning.refined = Refinement.Result(plan: refinement.plan, state: state)
  }
}

extension PlanJob {
  /// Solves on, and tells nobody.
  ///
  /// - Throws: `CancellationError` where it was stopped before there was an answer;
  ///   `PlanningProblemError`.
  func refine(_ work: WorkContext) throws -> PlanState {
    let draws = ScenarioDraws(input: input, forecast: forecast)
    let planner = try Planner(input: input, draws: draws, after: start, work: work)
    return try planner.solve(goal, from: start, work: work).state
  }
}
