import Dispatch
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
    let next = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
    let workers = Swift.max(1, Swift.min(threads, (count + chunk - 1) / Swift.max(chunk, 1)))
    @Sendable func work(_ worker: Int) {
      while true {
        let start = next.add(chunk, ordering: .relaxed).oldValue
        if start >= count { return }
        do {
          try checkCancelled()
          try body(worker, start..<Swift.min(start + chunk, count))
        } catch {
          failure.withLock { if $0 == nil { $0 = error } }
          next.store(count, ordering: .relaxed)
          return
        }
      }
    }
    if workers == 1 {
      work(0)
    } else {
      DispatchQueue.concurrentPerform(iterations: workers, execute: work)
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
