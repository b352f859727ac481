import InventoryPlanning
import RetailData
import Testing

/// A running solve, as a program that draws it sees it.
@Suite("Answers as they come")
struct AnswerStreamTests {
  private func planner() throws -> Planner {
    let plan = RandomPlan(seed: 5)
    return try Planner(input: plan.input, draws: plan.source, work: WorkContext(threads: 1))
  }

  @Test func answersImproveAndTheLastWordComesLast() async throws {
    var last: PlanAnswer?
    var outcome: PlanOutcome?
    let goal = PlanGoal(gap: 0.002, iterationLimit: 8_000, fractional: true)
    for try await update in try planner().answers(goal, work: WorkContext(threads: 1)) {
      #expect(outcome == nil)
      switch update {
      case .answer(let answer):
        if let last {
          #expect(answer.bound >= last.bound)
          #expect(answer.cost <= last.cost)
        }
        last = answer
      case .finished(let end):
        outcome = end
      }
    }
    let end = try #require(outcome)
    #expect(end.ending == .gapReached)
    #expect(end.answer.gap <= 0.002)
  }

  /// A goal that cannot be met: only stopping ends it.
  @Test func aCancelledSolveStillSaysWhatItHas() async throws {
    let work = WorkContext(threads: 1)
    let goal = PlanGoal(gap: -1, iterationLimit: .max, fractional: true)
    var outcome: PlanOutcome?
    for try await update in try planner().answers(goal, work: work) {
      switch update {
      case .answer: work.cancellation.cancel()
      case .finished(let end): outcome = end
      }
    }
    let end = try #require(outcome)
    #expect(end.ending == .cancelled)
    #expect(end.answer.bound <= end.answer.cost)
  }

  @Test func whoStopsReadingStopsTheSolve() async throws {
    let work = WorkContext(threads: 1)
    let goal = PlanGoal(gap: -1, iterationLimit: .max, fractional: true)
    for try await _ in try planner().answers(goal, work: work) { break }
    #expect(work.cancellation.isCancelled)
  }

  @Test func aSolveCancelledBeforeItsFirstAnswerThrows() async throws {
    let work = WorkContext(threads: 1)
    work.cancellation.cancel()
    await #expect(throws: CancellationError.self) {
      for try await _ in try planner().answers(PlanGoal(), work: work) {}
    }
  }
}
