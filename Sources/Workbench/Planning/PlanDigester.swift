import Dispatch
import InventoryPlanning
import RetailData
import Synchronization

/// Puts plans together beside a running solve, on a thread that comes before those of the solve:
/// always of the newest answer, those in between are passed over, and never for more than a quarter
/// of the time, which belongs to the solve. One that is not nearly as good as was asked for waits a
/// moment: the next one is near, and sooner there if it is not held up.
final class PlanDigester: Sendable {
  private struct State {
    var newest: PlanAnswer?
    var course: [PlanPoint] = []
    var isClosed = false
  }

  private let job: PlanJob
  private let began: ContinuousClock.Instant
  private let tell: @Sendable (PlanNews) -> Void
  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)

  /// Seconds between two words that the solve goes on.
  private static let tick = 0.1
  /// Seconds from when on any plan is worth putting together.
  private static let patience = 0.4
  /// In gaps that were asked for: a plan as good as this is put together at once.
  private static let near = 2.0

  init(
    _ job: PlanJob, began: ContinuousClock.Instant, tell: @escaping @Sendable (PlanNews) -> Void
  ) {
    self.job = job
    self.began = began
    self.tell = tell
  }

  func start() { BackgroundThread.start { [self] in work() } }

  /// A better answer.
  func take(_ answer: PlanAnswer) {
    let point = PlanPoint(
      seconds: seconds, iterations: answer.iterations, bound: answer.bound, cost: answer.cost)
    tell(.point(point))
    state.withLock { state in
      state.newest = answer
      state.course.append(point)
    }
    news.signal()
  }

  /// All answers so far.
  var course: [PlanPoint] { state.withLock { $0.course } }

  /// Nothing is told after this returns.
  func close() {
    state.withLock { $0.isClosed = true }
    news.signal()
  }

  private var seconds: Double { began.duration(to: .now) / .seconds(1) }

  private func work() {
    var number = 0
    var next = 0.0
    while true {
      _ = news.wait(timeout: .now() + Self.tick)
      let now = seconds
      let (answer, isClosed) = state.withLock { state in
        let isNear = state.newest.map { $0.gap <= Self.near * job.goal.gap } ?? false
        let isDue = now >= next && (isNear || now >= Self.patience)
        defer { if isDue { state.newest = nil } }
        return (isDue ? state.newest : nil, state.isClosed)
      }
      if isClosed { return }
      guard let answer else {
        tellUnlessClosed(.elapsed(now))
        continue
      }
      number += 1
      let figures = PlanFigures(
        id: PlanFigures.ID(solve: job.id, number: number), changes: job.changes, input: job.input,
        answer: answer, seconds: now)
      next = seconds + 3 * (seconds - now)
      tellUnlessClosed(.figures(figures))
    }
  }

  private func tellUnlessClosed(_ news: PlanNews) {
    state.withLock { if !$0.isClosed { tell(news) } }
  }
}
