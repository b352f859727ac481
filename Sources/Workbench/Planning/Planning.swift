import InventoryPlanning
import RetailData

/// The live plan: what the analyst changed, the best plan known, and the solve that runs for it.
///
/// For the pages that show it:
/// - `model.planning.figures` is the plan to show, and whether it belongs to the present changes
///   (`Shown.isCurrent`; dim it where it does not). Nil: none yet; `model.planning.waitingText`
///   says why.
/// - `model.planning.input`, `.ground?.names`, `.ground?.catalogue`: the figures planned with, what
///   they are called, and all there are to change.
/// - A question about a plan holds `plan: PlanFigures.ID` (from `figures.value.id`), is answerable
///   where `workspace.plan?.id == plan`, and takes the figures from there: a new plan makes a new
///   question, and answers keep no plan alive.
/// - Changes go through `model.changePlan(path, to: value)`, `model.resetPlan(path)` and
///   `model.replacePlanChanges(_:)`, which can be undone.
struct Planning: Sendable {
  enum Phase: Sendable {
    /// Until what lists need is counted: they come first.
    case waiting
    /// The forecast is being fitted.
    case preparing
    case impossible(PlanObstacle)
    case ready(PlanGround)
  }

  /// The solve that runs.
  struct Solve: Sendable {
    let id: WorkID
    let changes: PlanChanges
    /// Whether it goes on from where an earlier one stopped.
    let isWarm: Bool
    /// It has been told to stop, and has not yet.
    var isEnding = false
    /// It is for the data's own figures, to compare with.
    var isForBaseline = false
    var seconds = 0.0
    var latest: PlanPoint?
  }

  var phase = Phase.waiting
  /// What the analyst changed in the data's figures.
  var changes = PlanChanges()
  /// The data's figures with the changes; nil until it is known that they can be planned with.
  var input: PlanInput?
  /// All figures there are to change, as they are now.
  var form: PlanForm?
  /// Counts the changes of the input.
  var generation = 0

  /// The newest plan, whatever it was made for.
  var newest: PlanFigures?
  /// Finished plans of other changes, the latest last: undo finds them again.
  var earlier: [PlanFigures] = []
  /// What differences are measured against.
  var baseline: PlanFigures?
  /// What the last solve left.
  var state: PlanState?

  var solve: Solve?
  /// What solves on while there is nothing else to do.
  var refinement: Refinement?
  /// What the last one came to.
  var refined: Refinement.Result?
  /// Of the solve of the present changes, for its chart: the newest one, or after an undo the one
  /// that led to the plan on screen.
  var points: [PlanPoint] = []
  /// The analyst stopped the solve of the present changes.
  var isStopped = false
  /// Why the solve of these changes failed.
  var failure: (changes: PlanChanges, failure: Failure)?

  /// When a solve is good enough, or not worth more time.
  static let goal = PlanGoal(timeLimit: 120)

  /// Plans kept for undo.
  static let keptPlans = 2
}

extension Planning {
  var ground: PlanGround? {
    if case .ready(let ground) = phase { ground } else { nil }
  }

  var obstacle: PlanObstacle? {
    if case .impossible(let obstacle) = phase { obstacle } else { nil }
  }

  /// What a new solve goes on from: the finished plan on screen, which after an undo is not that of
  /// the last solve, or what solving on has made of it.
  var start: PlanState? {
    if let refined, refined.plan == newest?.id, let state = refined.state { return state }
    return newest?.state ?? state
  }

  /// Whether the plan to show is what a solve has so far.
  var isPreliminary: Bool { figures?.value.isPreliminary ?? false }

  /// The plan to show, and whether it is one for the present changes.
  var figures: Shown<PlanFigures>? {
    newest.map { Shown($0, isCurrent: $0.changes == changes) }
  }

  /// Whether a solve of the present changes runs.
  var isSolving: Bool {
    solve.map { !$0.isEnding && !$0.isForBaseline && $0.changes == changes } ?? false
  }

  /// Whether a plan of the present changes is on its way, or will be in a moment.
  var isBusy: Bool { solve?.isForBaseline == false || needsSolve }

  /// Whether the solve of the present changes is as good as was asked for, and cases are being
  /// filled.
  var isFillingCases: Bool {
    isSolving && figures?.isCurrent == true
      && solve?.latest.map { $0.gap <= Self.goal.gap } == true
  }

  /// Whether what is known of the present changes is not all that was asked for.
  var needsSolve: Bool {
    guard ground != nil, !isStopped, failure?.changes != changes else { return false }
    guard let newest, newest.changes == changes else { return true }
    return !newest.isFinal
  }

  /// Why there is no plan to show.
  var waitingText: String {
    switch phase {
    case .waiting: "the plan waits until it is counted who bought what together"
    case .preparing: "forecasting demand…"
    case .impossible(let obstacle): "no plan: \(obstacle.summary)"
    case .ready:
      if let failure { failure.failure.summary } else { isStopped ? "stopped" : "planning…" }
    }
  }

  /// Whether there is time for a plan of the data's own figures: other changes came before there
  /// was one.
  var needsBaseline: Bool {
    baseline == nil && !needsSolve && !isStopped && newest?.isFinal == true
  }

  /// What is known of the plan of other changes is kept for undo, within reason.
  mutating func adopt(_ figures: PlanFigures) {
    // A solve that goes on where one was stopped begins with worse answers than that one ended with.
    if let newest, newest.changes == figures.changes, figures.ending == nil, newest.ending != nil,
      newest.gap < figures.gap
    {
      return
    }
    if let newest, newest.changes != figures.changes, newest.isFinal {
      earlier.removeAll { $0.changes == newest.changes || $0.changes == figures.changes }
      earlier.append(newest)
      if earlier.count > Self.keptPlans { earlier.removeFirst() }
    }
    newest = figures
    if baseline == nil, figures.isFinal, figures.changes.isEmpty { baseline = figures.light }
  }
}
