import RetailData

/// What a running solve says.
public enum PlanUpdate: Sendable {
  /// A better answer than the one before.
  case answer(PlanAnswer)
  /// The last word.
  case finished(PlanOutcome)
}

extension Planner {
  /// Solves on a thread of low priority and tells every better answer as it comes; a reader who is
  /// slower than the solver gets the newest. The last element is `.finished`.
  ///
  /// To stop, cancel the task that reads, or end the loop: the solve ends within the time that a
  /// few dozen items take, a small part of a pass over all of them. A reader who wants the state
  /// of a stopped solve, to go on from, cancels `work` instead: then `.finished` still comes, with
  /// the best answer so far.
  ///
  /// The stream throws `CancellationError` where there was no answer yet.
  public func answers(
    _ goal: PlanGoal, from start: PlanState? = nil, work: WorkContext
  ) -> AsyncThrowingStream<PlanUpdate, any Error> {
    AsyncThrowingStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      continuation.onTermination = { _ in work.cancellation.cancel() }
      BackgroundThread.start {
        do {
          let outcome = try solve(goal, from: start, work: work) {
            continuation.yield(.answer($0))
          }
          continuation.yield(.finished(outcome))
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
    }
  }
}
