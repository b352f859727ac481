import RetailData

/// Plans buying and placement together, with a proof of how good the plan is.
public struct Planner: Sendable {
  public let input: PlanInput

  /// Compiles `input` and draws its scenarios.
  ///
  /// - Throws: `PlanningProblemError`, `CancellationError`.
  public init(input: PlanInput, draws: some DrawSource, work: WorkContext) throws {
    self.input = input
  }

  /// Solves until `goal` is met, the time is up or nobody wants the answer any more.
  ///
  /// - Parameters:
  ///   - start: Where an earlier solve stopped, for this input or one a little different.
  ///   - onAnswer: Called on the caller's thread with every answer better than the one before.
  /// - Returns: The last answer, and where to go on from. A cancelled solve returns what it has,
  ///   once it has a first answer.
  /// - Throws: `CancellationError` where there is no answer yet.
  public func solve(
    _ goal: PlanGoal, from start: PlanState? = nil, work: WorkContext,
    onAnswer: (PlanAnswer) -> Void = { _ in }
  ) throws -> PlanOutcome {
    throw CancellationError()
  }
}

/// How a solve ended.
public struct PlanOutcome: Sendable {
  public enum Ending: Sendable, Equatable {
    case gapReached, timeLimit, iterationLimit, cancelled
  }

  public var answer: PlanAnswer
  public var ending: Ending
  /// Cost of the plan before quantities were made whole; money per day. Its gap to `answer.bound`
  /// is what the solver left open; the rest is the price of whole cases.
  public var fractionalCost: Double
  public var state: PlanState
}

/// All that a solve knows when it stops: prices, stock prices and quantities.
public struct PlanState: Sendable {
}
