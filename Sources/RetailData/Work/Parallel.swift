import Foundation
import Synchronization

extension WorkContext {
  /// The processors this process may run on.
  public static var availableThreads: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Runs `body(worker, range)` over `0 ..< count` in chunks that idle workers fetch, so that
  /// uneven items do not leave a thread waiting. `worker` is below `threads`: the place of this
  /// worker's own scratch memory. Results must be written by item number, never appended: then
  /// they do not depend on the number of threads.
  ///
  /// Blocks until all is done. Throws the first error that a worker threw, or `CancellationError`.
  public func forEachChunk(
    of count: Int, chunk: Int, _ body: @Sendable (_ worker: Int, _ range: Range<Int>) throws -> Void
  ) throws {
    let workers = Swift.max(1, Swift.min(threads, (count + chunk - 1) / Swift.max(chunk, 1)))
    let run = ChunkedRun()
    try withoutActuallyEscaping(body) { body in
      @Sendable func work(_ worker: Int) {
        while let start = run.nextChunk(chunk, of: count) {
          do {
            try checkCancelled()
            try body(worker, start..<Swift.min(start + chunk, count))
          } catch {
            run.fail(error)
          }
        }
      }
      // Threads of their own, not a shared pool's: they inherit the caller's priority, and nobody
      // else's work waits behind them.
      let others = (1..<workers).compactMap { worker in JoinableThread { work(worker) } }
      work(0)
      for thread in others { thread.join() }
      try run.rethrow()
    }
  }
}

/// What the workers of one `forEachChunk` share: where the next chunk starts, and what went wrong.
private final class ChunkedRun: Sendable {
  private let next = Atomic<Int>(0)
  private let failure = Mutex<(any Error)?>(nil)

  /// Where the next chunk starts; nil when there is none, or a worker failed.
  func nextChunk(_ chunk: Int, of count: Int) -> Int? {
    if failure.withLock({ $0 != nil }) { return nil }
    let start = next.add(chunk, ordering: .relaxed).oldValue
    return start < count ? start : nil
  }

  func fail(_ error: any Error) {
    failure.withLock { if $0 == nil { $0 = error } }
  }

  func rethrow() throws {
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
