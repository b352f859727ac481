import RetailData
import Synchronization

/// Says how many replications are done, from whatever thread.
final class ReplicationCounter: Sendable {
  private let done = Atomic<Int>(0)
  private let total: Int
  private let report: @Sendable (WorkProgress) -> Void

  init(total: Int, report: @escaping @Sendable (WorkProgress) -> Void) {
    self.total = total
    self.report = report
  }

  func finishOne() {
    let count = done.add(1, ordering: .relaxed).newValue
    report(WorkProgress(stage: "simulating", done: count, total: total, unit: "replications"))
  }
}
