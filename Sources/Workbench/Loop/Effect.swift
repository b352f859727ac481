import Recommendations
import TerminalUI

/// Something to be done outside the model: data, so that a test can look at it and a runner can
/// do it.
enum Effect: Sendable {
  /// Takes time: runs on a thread of its own, and comes back as `Message.finished` with its id.
  case start(WorkID, Work)
  case cancel(WorkID)
  /// To the terminal's clipboard.
  case copy(String)
  case setTheme(Theme)
  case saveSession(SessionRecord)
  /// Everything is drawn anew.
  case redraw
  /// To the shell, until it brings the program to the foreground again.
  case suspend
  case quit
}

/// What a background thread can be asked to do.
enum Work: Sendable {
  case open
  case count(Workspace)
  /// Counts who bought what together.
  case relate(Workspace)
  /// Relates all items, so that every list is at hand.
  case index(Analysis, PurchaseUnit, listLength: Int)
  /// Trains what a learned method needs, or takes it from the cache.
  case learn(Training, Analysis)
  case answer(AnyQuestion, Workspace)
  /// Finds out what a plan stands on.
  case prepare(Workspace)
  case solve(PlanJob)
  /// Solves a plan on that is good enough, for a better start after the next change.
  case refine(PlanJob)
  /// Has recommenders foretell purchases.
  case judge(LabJob)
  /// Puts together the plan of a solve that was cut short.
  case digest(PlanJob, PlanEnd)
  /// Plans, calibrates and compares policies.
  case simulate(SimulationJob)
  /// Changes the file of scenarios, durably.
  case keep(ScenarioAct)
  /// Finds out what of a scenario fits the data.
  case load(ScenarioLoad)
  case export(TableExport)
  /// Writes commands to a file.
  case writeLog([String], path: String)
}
