import Dispatch
import Recommendations
import RetailData
import Synchronization

/// Does what effects ask for on Dispatch threads, never on the UI thread, and puts what comes of
/// it into the queue. Work can be stopped by its id; what was stopped reports `.cancelled`.
final class EffectRunner: Sendable {
  private let queue: MessageQueue
  private let open: @Sendable (WorkContext) throws -> Dataset
  private let threads: Int
  private let running = Mutex<[WorkID: Cancellation]>([:])
  /// What a key waits for goes before what runs for minutes.
  private let prompt = DispatchQueue(
    label: "echelon.answers", qos: .userInitiated, attributes: .concurrent)
  private let patient = DispatchQueue(
    label: "echelon.work", qos: .utility, attributes: .concurrent)

  init(
    queue: MessageQueue, threads: Int,
    open: @escaping @Sendable (WorkContext) throws -> Dataset
  ) {
    self.queue = queue
    self.threads = threads
    self.open = open
  }

  func start(_ id: WorkID, _ work: Work) {
    let cancellation = Cancellation()
    running.withLock { $0[id] = cancellation }
    let context = WorkContext(threads: threads, cancellation: cancellation) { [queue] progress in
      queue.put(.progress(id, progress))
    }
    queue(for: work).async { [self] in
      let outcome = outcome(of: work, context)
      running.withLock { $0[id] = nil }
      queue.put(.finished(id, outcome))
    }
  }

  func cancel(_ id: WorkID) {
    running.withLock { $0[id] }?.cancel()
  }

  func cancelAll() {
    running.withLock { for cancellation in $0.values { cancellation.cancel() } }
  }

  private func queue(for work: Work) -> DispatchQueue {
    switch work {
    case .answer: prompt
    case .open, .count, .relate, .index, .export: patient
    }
  }

  private func outcome(of work: Work, _ context: WorkContext) -> Outcome {
    do {
      try context.checkCancelled()
      switch work {
      case .open: return .opened(Workspace(dataset: try open(context)))
      case .count(let workspace):
        return .counted(try CountedTables(counting: workspace.dataset, work: context))
      case .relate(let workspace):
        let counts = try CoPurchases(workspace.dataset.purchases, work: context)
        return .related(Analysis(coPurchases: counts))
      case .index(let analysis, let unit, let length):
        var analysis = analysis
        analysis.index = try RelatednessIndex.build(
          analysis.coPurchases, unit: unit, listLength: length, work: context)
        return .related(analysis)
      case .answer(let question, let workspace):
        return .answered(try answer(question.base, workspace, context))
      case .export(let export):
        return .exported(path: export.path, rows: try export.write(work: context))
      }
    } catch is CancellationError {
      return .cancelled
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
