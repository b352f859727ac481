import InventoryPlanning
import RetailData

/// What the live plan does by itself: getting ready, solving, giving way to the newest change.
extension Model {
  /// Starts what the plan needs next. Called after every message.
  mutating func settlePlanning(_ workspace: Workspace) -> [Effect] {
    switch planning.phase {
    case .preparing, .impossible: return []
    case .waiting:
      // Lists first: nobody waits for a plan before there is something to look at.
      if isRelating || isRunning(.count) { return [] }
      planning.phase = .preparing
      return [.start(begin(.prepare), .prepare(workspace))]
    case .ready(let ground): return settleSolve(ground)
    }
  }

  private mutating func settleSolve(_ ground: PlanGround) -> [Effect] {
    // What it has come to is where the next solve starts.
    if let stopping = stopRefinement() { return stopping }
    if let solve = planning.solve {
      // The newest change starts when this one has gone: a held key starts one solve, not a
      // hundred.
      let isWanted = solve.isForBaseline ? !planning.needsSolve : solve.changes == planning.changes
      if solve.isEnding || isWanted { return [] }
      planning.solve?.isEnding = true
      return [.cancel(solve.id)]
    }
    guard planning.needsSolve, let input = planning.input else {
      return planning.needsBaseline ? startBaseline(ground) : settleRefinement()
    }
    let id = begin(.solve)
    planning.solve = Planning.Solve(
      id: id, changes: planning.changes, isWarm: planning.start != nil)
    planning.points = []
    planning.failure = nil
    let job = PlanJob(
      id: id, changes: planning.changes, input: input, forecast: ground.forecast,
      goal: Planning.goal, start: planning.start)
    return [.start(id, .solve(job))]
  }

  private mutating func startBaseline(_ ground: PlanGround) -> [Effect] {
    let id = begin(.solve)
    planning.solve = Planning.Solve(
      id: id, changes: PlanChanges(), isWarm: planning.start != nil, isForBaseline: true)
    let job = PlanJob(
      id: id, changes: PlanChanges(), input: ground.base, forecast: ground.forecast,
      goal: Planning.goal, start: planning.start)
    return [.start(id, .solve(job))]
  }

  /// Takes in what a running solve says.
  mutating func note(_ news: PlanNews, of id: WorkID) {
    guard planning.solve?.id == id, planning.solve?.isEnding == false else { return }
    if planning.solve?.isForBaseline == true {
      if case .figures(let figures) = news, figures.isFinal { planning.baseline = figures.light }
      return
    }
    switch news {
    case .elapsed(let seconds): planning.solve?.seconds = seconds
    case .point(let point):
      planning.solve?.seconds = point.seconds
      planning.solve?.latest = point
      planning.points.append(point)
    case .figures(let figures): planning.adopt(figures)
    }
  }

  mutating func prepared(_ ground: PlanGround) {
    planning.phase = .ready(ground)
    planning.input = ground.base
    planning.form = ground.form
    let wanted = planning.changes
    planning.changes = PlanChanges()
    restorePlan(wanted)
    let lost = wanted.list.filter { planning.changes.value(of: $0.path) == nil }
    guard let first = lost.first else { return }
    complain(
      "\(lost.count) of the \(counted(wanted.list.count, "change")) of the last time no longer "
        + "\(lost.count == 1 ? "fits" : "fit") the data: \(first.path)=\(first.value)"
        + (lost.count > 1 ? " …" : ""))
  }

  /// A solve has ended. A plan that is still wanted is put together where the solve did not.
  mutating func solved(_ end: PlanEnd) -> [Effect] {
    guard let solve = planning.solve else { return [] }
    planning.solve = nil
    if solve.isForBaseline {
      planning.baseline = planning.baseline ?? end.figures?.light
      return []
    }
    planning.state = end.outcome.state
    if let figures = end.figures {
      planning.adopt(figures)
      return []
    }
    guard solve.changes == planning.changes, let input = planning.input,
      let ground = planning.ground
    else { return [] }
    let id = begin(.digest)
    let job = PlanJob(
      id: id, changes: solve.changes, input: input, forecast: ground.forecast, goal: Planning.goal,
      start: nil)
    return [.start(id, .digest(job, end))]
  }

  mutating func planFailed(_ failure: Failure) {
    guard let solve = planning.solve else { return }
    planning.solve = nil
    // Nothing to compare with is no reason to complain of the plan.
    if solve.isForBaseline {
      planning.baseline = planning.newest?.light
      return
    }
    planning.failure = (solve.changes, failure)
  }

  /// Ends the solve of the present changes with what it has.
  mutating func stopPlanning() -> [Effect] {
    guard let solve = planning.solve else { return [] }
    planning.isStopped = true
    planning.solve?.isEnding = true
    say("stopped; r goes on")
    return solve.isEnding ? [] : [.cancel(solve.id)]
  }

  /// Goes on with a solve that was stopped, that failed, or whose time was up.
  mutating func resumePlanning() {
    planning.isStopped = false
    planning.failure = nil
    if let newest = planning.newest, newest.changes == planning.changes, newest.isFinal {
      say("the plan is as good as was asked for")
    }
  }

  /// A solve that was told to stop and has not yet is as good as gone: the next one follows it.
  var canResumePlanning: Bool {
    planning.ground != nil && planning.solve?.isEnding != false
      && (planning.isStopped || planning.failure?.changes == planning.changes)
  }
}
