import Foundation
import Recommendations
import RetailData
import ScenarioStore

/// Does one piece of work, on whatever thread it is called: what came of it is a value too.
struct Worker: Sendable {
  /// Where the index is kept for the next time; nil: nowhere.
  var cache: CacheDirectory?
  /// Where named what-ifs are kept; nil: nowhere.
  var scenarios: ScenarioStore?
  /// What time it is.
  var clock: @Sendable () -> Date = { .now }
  let open: @Sendable (WorkContext) throws -> Dataset

  /// - Parameters:
  ///   - tell: Called with what a solve says on its way, from any thread.
  ///   - show: Called with what an evaluation has shown so far.
  func outcome(
    of work: Work, _ context: WorkContext, tell: @escaping @Sendable (PlanNews) -> Void = { _ in },
    show: @escaping @Sendable (LabResults) -> Void = { _ in }
  ) -> Outcome {
    do {
      try context.checkCancelled()
      switch work {
      case .open:
        var workspace = Workspace(dataset: try open(context))
        workspace.scenarios = scenarios
        return .opened(workspace)
      case .count(let workspace):
        return .counted(try CountedTables(counting: workspace.dataset, work: context))
      case .relate(let workspace):
        return .related(try Analysis(of: workspace.dataset, work: context))
      case .index(let analysis, let unit, let length):
        var analysis = analysis
        // One that cannot be kept is as good as any; it is built again the next time.
        let kept = try RelatednessIndex.kept(
          in: cache, fingerprint: analysis.fingerprint, names: analysis.names, unit: unit,
          listLength: length, work: context, counts: { analysis.coPurchases })
        analysis.index = kept.index
        analysis.update = kept.update
        return .related(analysis)
      case .learn(let training, let analysis):
        return .learned(
          try analysis.factory.model(
            training, keptIn: ModelCache(in: cache, fingerprint: analysis.fingerprint),
            work: context
          ).model)
      case .answer(let question, let workspace):
        return .answered(try answer(question.base, workspace, context))
      case .prepare(let workspace):
        return .prepared(try PlanGround(of: workspace, work: context))
      case .solve(let job):
        return .solved(try job.run(context, tell: tell))
      case .refine(let job):
        return .refined(try job.refine(context))
      case .digest(let job, let end):
        return .digested(job.figures(of: end.outcome, seconds: end.seconds))
      case .simulate(let job):
        return .simulated(try job.run(keepingIn: scenarios, clock: clock, context))
      case .judge(let job):
        return .judged(
          try job.run(keepingIn: scenarios, models: cache, clock: clock, context, tell: show))
      case .keep(let act):
        guard let scenarios else { throw CancellationError() }
        return .kept(try act.perform(on: scenarios, at: clock()))
      case .load(let load):
        guard let scenarios else { throw CancellationError() }
        return .loaded(try load.perform(on: scenarios))
      case .export(let export):
        return .exported(path: export.path, rows: try export.write(work: context))
      case .writeLog(let lines, let path):
        try CommandLog.write(lines, to: path)
        return .logged(path: path, commands: lines.count)
      }
    } catch is CancellationError {
      return .cancelled
    } catch let obstacle as PlanObstacle {
      return .unplannable(obstacle)
    } catch {
      return .failed(Failure(error))
    }
  }

  private func answer(
    _ question: some Question, _ workspace: Workspace, _ context: WorkContext
  ) throws -> any Sendable {
    try question.answer(from: workspace, work: context)
  }
}
