import InventoryPlanning
import Recommendations
import RetailData
import TerminalUI

/// Everything that can happen to the workbench: it reaches the model in no other way.
enum Message: Sendable {
  /// From the terminal.
  case event(Event)
  /// A command by name, as from the palette or a replayed log.
  case command(name: String, argument: String?)
  case progress(WorkID, WorkProgress)
  case planning(WorkID, PlanNews)
  case judging(WorkID, LabResults)
  case finished(WorkID, Outcome)
}

/// One piece of work, numbered in the order of starting. A result whose number the model no longer
/// waits for is stale, and is dropped.
typealias WorkID = Int

/// How a piece of work ended.
enum Outcome: Sendable {
  case opened(Workspace)
  case counted(CountedTables)
  case related(Analysis)
  case learned(TrainedModel)
  case answered(any Sendable)
  case prepared(PlanGround)
  /// There can be no plan.
  case unplannable(PlanObstacle)
  case solved(PlanEnd)
  case refined(PlanState)
  case digested(PlanFigures)
  case simulated(Simulated)
  case judged(LabNews)
  case kept(ScenarioNews)
  case loaded(LoadedScenario)
  case exported(path: String, rows: Int)
  case logged(path: String, commands: Int)
  case failed(Failure)
  case cancelled
}
