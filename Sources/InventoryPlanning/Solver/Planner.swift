import Foundation
import RetailData

/// Plans buying and placement together, with a proof of how good the plan is.
///
/// A two-stage stochastic programme over sampled scenarios, decomposed by Lagrangian prices for
/// storage, flows and fill targets; see `PlanningProblem`, `Iteration`, `Certificate` and
/// `Recovery` for its parts.
public struct Planner: Sendable {
  public var input: PlanInput { problem.input }
  let problem: PlanningProblem

  /// Compiles `input` and draws its scenarios.
  ///
  /// - Parameter earlier: Where a solve with draws of the same forecast stopped. What it compiled is
  ///   taken over where nothing but capacities of facilities has changed since, and what it drew
  ///   where nothing has that a draw depends on.
  /// - Throws: `PlanningProblemError`, `CancellationError`.
  public init(
    input: PlanInput, draws: some DrawSource, after earlier: PlanState? = nil, work: WorkContext
  ) throws {
    if let earlier = earlier?.problem, input.drawsLike(earlier.input) {
      problem =
        try earlier.with(capacitiesOf: input)
        ?? PlanningProblem(input: input, draws: earlier.draws, work: work)
    } else {
      problem = try PlanningProblem(input: input, draws: draws, work: work)
    }
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
    var run = try SolveRun(problem, goal: goal, from: start, work: work)
    return try run.finish(onAnswer)
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
  public var fractionalCost: Double { fractional.cost }
  /// The plan before quantities were made whole; the answer itself where they were not.
  public var fractional: PlanAnswer
  public var state: PlanState
}

/// All that a solve knows when it stops: prices, stock prices and quantities, and how the plan made
/// of them is cut.
public struct PlanState: Sendable {
  let problem: PlanningProblem
  var iterates: [BlockIterate]
  var prices: PriceVector
  var weight: Double
  /// How many steps of the quantities at one set of shared prices were stable.
  var localSteps: Int
  /// Steps from one restart to the next.
  var cycle: Int
  /// How the best plan's shipments are cut.
  var cuts: FlowCuts?
}
