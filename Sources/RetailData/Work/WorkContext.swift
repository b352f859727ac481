import Synchronization

/// What a long computation has to know of its caller: how many threads it may use, whether it is
/// still wanted, and whom to tell how far it is.
public struct WorkContext: Sendable {
  public let threads: Int
  public let cancellation: Cancellation
  /// Called now and then, from any thread; must be quick.
  public let report: @Sendable (WorkProgress) -> Void

  public init(
    threads: Int = WorkContext.availableThreads, cancellation: Cancellation = Cancellation(),
    report: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) {
    self.threads = Swift.max(1, threads)
    self.cancellation = cancellation
    self.report = report
  }

  /// Throws `CancellationError` once the work is no longer wanted.
  public func checkCancelled() throws {
    if cancellation.isCancelled { throw CancellationError() }
  }
}

/// How far a computation is.
public struct WorkProgress: Sendable, Equatable {
  /// What is being done, as a person would say it: "reading purchases.csv".
  public let stage: String
  /// Units done, and units in all where that is known (rows, bytes, items: `unit` says which).
  public let done: Int
  public let total: Int?
  public let unit: String

  public init(stage: String, done: Int, total: Int?, unit: String) {
    self.stage = stage
    self.done = done
    self.total = total
    self.unit = unit
  }
}

/// A flag that one thread raises and others look at.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  public func cancel() { flag.store(true, ordering: .relaxed) }
}
