import Dispatch
import RetailData
import ScenarioStore
import Synchronization

/// Does what effects ask for on threads of its own, never on the UI thread, and puts what comes of
/// it into the queue. Work can be stopped by its id; what was stopped reports `.cancelled`.
final class EffectRunner: Sendable {
  private let queue: MessageQueue
  private let worker: Worker
  private let threads: Int
  private let running = Mutex<[WorkID: Cancellation]>([:])
  /// What somebody waits for.
  private let prompt = DispatchQueue(
    label: "echelon.answers", qos: .userInitiated, attributes: .concurrent)
  /// What is saved, one after the other.
  private let disk = DispatchQueue(label: "echelon.scenarios", qos: .userInitiated)

  init(
    queue: MessageQueue, threads: Int, cache: CacheDirectory?,
    scenarios: ScenarioStore? = nil,
    open: @escaping @Sendable (WorkContext) throws -> Dataset
  ) {
    self.queue = queue
    self.threads = threads
    worker = Worker(cache: cache, scenarios: scenarios, open: open)
  }

  func start(_ id: WorkID, _ work: Work) {
    let cancellation = Cancellation()
    running.withLock { $0[id] = cancellation }
    let context = WorkContext(threads: threads, cancellation: cancellation) { [queue] progress in
      queue.put(.progress(id, progress))
    }
    let perform: @Sendable () -> Void = { [self] in
      let outcome = worker.outcome(
        of: work, context, tell: { [queue] news in queue.put(.planning(id, news)) },
        show: { [queue] results in queue.put(.judging(id, results)) })
      running.withLock { $0[id] = nil }
      queue.put(.finished(id, outcome))
    }
    switch work {
    case .answer(let question, _) where question.base.isLong: BackgroundThread.start(perform)
    case .open, .count, .answer, .load, .export, .writeLog: prompt.async(execute: perform)
    case .keep: disk.async(execute: perform)
    // Goes on while keys are pressed, and must not take the processor from them.
    case .relate, .index, .learn, .prepare, .solve, .refine, .digest, .simulate, .judge:
      BackgroundThread.start(perform)
    }
  }

  func cancel(_ id: WorkID) {
    running.withLock { $0[id] }?.cancel()
  }

  /// Waits until what is being saved is on the disk.
  func finishSaving() { disk.sync {} }

  func cancelAll() {
    running.withLock { for cancellation in $0.values { cancellation.cancel() } }
  }
}
