import Testing

@testable import InventoryPlanning
@testable import Workbench

/// While nobody wants anything, the plan is solved on, so that the next change starts from there.
struct RefinementTests {
  private let storage = "facility.depot.storage_l"

  private func memory(_ state: PlanState?) -> UnsafeMutablePointer<Float>? {
    state?.iterates.first?.prices.pointer
  }

  /// A bench with a plan that is as good as was asked for, and that is being solved on.
  private func refining() throws -> Bench {
    var bench = Bench.planning()
    bench.holdsWork = true
    bench.run("plan.set", "\(storage) 50")
    while bench.refinements.isEmpty { bench.finish(0) }
    #expect(bench.waiting.count == 1)
    return bench
  }

  @Test func whatItComesToIsWhereTheNextSolveStarts() throws {
    var bench = try refining()
    let plan = try #require(bench.model.planning.newest)
    let job = try #require(bench.refinements.first)
    #expect(memory(job.start) == memory(plan.state))
    #expect(job.goal.gap < Planning.goal.gap)
    let screen = bench.text()
    bench.finish(0)
    #expect(bench.text() == screen, "nothing changes under the eyes of who reads")
    #expect(bench.model.planning.newest == plan)
    #expect(bench.waiting.isEmpty, "it is not done again")
    bench.run("plan.set", "\(storage) 51")
    let start = try #require(bench.solves.first?.start)
    #expect(memory(start) == memory(bench.model.planning.refined?.state))
    #expect(memory(start) != memory(plan.state))
  }

  /// Two solves at once would each take twice as long.
  @Test func aChangeWaitsUntilItHasStopped() throws {
    var bench = try refining()
    bench.holdsRefinements = true
    bench.run("plan.set", "\(storage) 51")
    #expect(bench.solves.isEmpty)
    #expect(bench.model.planning.refinement?.isEnding == true)
    #expect(bench.model.planning.status?.isStale == true)
    bench.run("plan.set", "\(storage) 52")
    bench.finish(0)
    let job = try #require(bench.solves.first)
    #expect(job.changes.value(of: storage) == "52")
    #expect(memory(job.start) == memory(bench.model.planning.refined?.state))
    bench.finishAll()
    #expect(bench.model.planning.figures?.isCurrent == true)
  }

  @Test func oneThatFailsIsLeftAlone() throws {
    var bench = try refining()
    let plan = try #require(bench.model.planning.newest)
    let id = bench.waiting[0].id
    bench.drop(id)
    bench.send(.finished(id, .failed(Failure("out of memory"))))
    #expect(bench.waiting.isEmpty)
    #expect(bench.model.planning.newest == plan)
    #expect(bench.model.notice == nil)
    bench.run("plan.set", "\(storage) 51")
    #expect(memory(bench.solves.first?.start) == memory(plan.state))
  }

  /// The same log always gives the same plans.
  @Test func aReplayStartsFromWhatWasOnScreen() {
    var bench = Bench.planning(
      holdsWork: true, replay: ["plan.set \(storage) 50", "plan.set \(storage) 51"])
    var plans: Set<WorkID> = []
    while !bench.model.replay.isDone, !bench.waiting.isEmpty {
      #expect(bench.refinements.isEmpty)
      plans.formUnion(bench.solves.map(\.id))
      bench.finish(0)
    }
    #expect(plans.count == 2, "as the data says, and the first change")
    bench.finishAll()
    #expect(bench.model.planning.refined != nil)
  }
}
