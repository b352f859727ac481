import RetailData
import TerminalUI
import Testing

@testable import InventoryPlanning
@testable import Workbench

/// The live plan: when it is solved, what is shown meanwhile, what gives way to what.
struct PlanningTests {
  private let storage = "facility.north-fc.storage_l"

  @Test func thePlanComesAfterTheLists() {
    var bench = Bench.planning(holdsWork: true)
    func prepares() -> Bool {
      bench.waiting.contains { if case .prepare = $0.work { true } else { false } }
    }
    while bench.model.workspace?.analysis?.index == nil {
      #expect(!prepares())
      bench.finish(0)
    }
    while !bench.waiting.isEmpty, bench.solves.isEmpty { bench.finish(0) }
    #expect(bench.solves.count == 1)
    #expect(bench.model.planning.figures == nil)
  }

  @Test func whereThereIsNoNetworkItIsSaidWhatIsMissing() throws {
    let bench = Bench()
    let obstacle = try #require(bench.model.planning.obstacle)
    #expect(obstacle.findings.first?.place == "speeds.csv")
    #expect(bench.model.planStatus == nil)
    #expect(bench.solves.isEmpty)
  }

  @Test(arguments: [Bench.small, Bench.wide])
  func everyScreenSaysHowGoodThePlanIs(_ size: Size) throws {
    var bench = Bench.planning(size)
    let figures = try #require(bench.model.planning.figures)
    #expect(figures.isCurrent && figures.value.isFinal)
    #expect(figures.value.gap <= 0.05)
    #expect(bench.model.planning.baseline == figures.value)
    for screen in ScreenName.allCases {
      bench.press(.character(Character(String(screen.number))))
      let status = bench.lines[size.rows - 2]
      #expect(status.contains("plan certified") && status.contains("0.25 s · current"), "\(status)")
    }
  }

  @Test func theDigestIsThePlan() throws {
    let figures = try #require(Bench.planning().model.planning.newest)
    let all = figures.plan.positions
    let byItem = (0..<PlanFixture.items).flatMap { figures.positions(ofItem: $0) }
    #expect(byItem == all)
    for facility in 0..<3 {
      let rows = figures.rows(ofFacility: facility).map { all[Int($0)] }
      #expect(rows == all.filter { Int($0.facility) == facility })
    }
    #expect(!all.isEmpty && figures.explainable?.explain(item: 3).isEmpty == false)
  }

  @Test func aChangeMakesThePlanStaleUntilANewOneIsThere() throws {
    var bench = Bench.planning()
    let old = try #require(bench.model.planning.newest)
    bench.holdsWork = true
    bench.run("plan.set", "\(storage) -10%")
    #expect(bench.model.planning.changes.list == [PlanChange(path: storage, value: "54")])
    #expect(bench.model.planning.figures?.isCurrent == false)
    #expect(bench.lines[38].contains("plan stale · re-solving"), "\(bench.lines[38])")
    let job = try #require(bench.solves.first)
    #expect(job.start != nil, "goes on from the plan there was")
    bench.tell(.point(PlanPoint(seconds: 0.12, iterations: 10, bound: 90, cost: 100)))
    #expect(bench.lines[38].contains("plan stale · re-solving · 0.12 s · gap 10 %"))
    // As good as was asked for, but the figures on screen are still the old ones.
    bench.tell(.point(PlanPoint(seconds: 0.2, iterations: 20, bound: 99.9, cost: 100)))
    #expect(bench.lines[38].contains("plan stale · re-solving · 0.20 s · gap 0.1 %"))
    bench.tell(.figures(PlanFixture.drawnUp(job, ending: nil)))
    #expect(bench.lines[38].contains("plan certified 0.1 % · filling cases · 0.20 s"))
    bench.finishAll()
    let new = try #require(bench.model.planning.figures)
    #expect(new.isCurrent && new.value != old)
    #expect(new.value.input.network.facilities[1].storage == 54)
    #expect(bench.lines[38].contains("current"))
    #expect(bench.model.planning.baseline == old, "the baseline stays")
  }

  @Test func aHeldKeyStartsOneSolveAndTheNewestChangeWins() throws {
    var bench = Bench.planning()
    bench.holdsWork = true
    bench.run("plan.set", "\(storage) 59")
    let first = try #require(bench.solves.first?.id)
    for litres in stride(from: 58.9, through: 40.0, by: -0.1) {
      bench.run("plan.set", "\(storage) \(litres)")
      #expect(bench.model.planning.figures?.isCurrent == false)
    }
    #expect(bench.solves.map(\.id) == [first])
    bench.tell(.point(PlanPoint(seconds: 1, iterations: 10, bound: 90, cost: 91)))
    #expect(bench.model.planning.points.isEmpty, "what is superseded is not listened to")
    while let place = bench.waiting.firstIndex(where: { $0.id == first }) { bench.finish(place) }
    #expect(bench.solves.count == 1)
    #expect(bench.solves.first?.changes == bench.model.planning.changes)
    bench.finishAll()
    #expect(bench.model.planning.figures?.isCurrent == true)
    #expect(bench.model.planning.newest?.input.network.facilities[1].storage == 40)
  }

  @Test func undoFindsThePlanThatWasThere() throws {
    var bench = Bench.planning()
    let old = try #require(bench.model.planning.newest)
    bench.run("plan.set", "\(storage) 50")
    let new = try #require(bench.model.planning.newest)
    #expect(bench.model.planning.points != old.course)
    bench.holdsWork = true
    bench.press(.character("u"))
    #expect(bench.model.planning.figures?.value == old)
    #expect(bench.model.planning.figures?.isCurrent == true)
    #expect(bench.solves.isEmpty)
    #expect(bench.model.planning.points == old.course, "its chart is that of its own solve")
    #expect(old.course.last?.cost == old.cost)
    bench.press(.control("r"))
    #expect(bench.model.planning.points == new.course)
    #expect(bench.model.planning.figures?.value == new)
    #expect(bench.solves.isEmpty)
  }

  /// The solve before was for figures that are no longer there.
  @Test func afterAnUndoASolveGoesOnFromThePlanOnScreen() throws {
    func memory(_ state: PlanState?) -> UnsafeMutablePointer<Float>? {
      state?.iterates.first?.prices.pointer
    }
    var bench = Bench.planning()
    let old = try #require(bench.model.planning.newest)
    bench.run("plan.set", "\(storage) 50")
    let new = try #require(bench.model.planning.newest)
    bench.holdsWork = true
    bench.press(.character("u"))
    bench.run("plan.set", "\(storage) 59")
    let start = try #require(bench.solves.first?.start)
    #expect(memory(start) == memory(old.state))
    #expect(memory(start) != memory(new.state))
  }

  @Test func moneyIsPricedAnewAtOnce() throws {
    var bench = Bench.planning()
    let old = try #require(bench.model.planning.newest)
    bench.holdsWork = true
    bench.run("plan.set", "speed.same_day.lost_sale_penalty 9")
    #expect(bench.model.planPreview == nil)
    try bench.finishPreview()
    let input = try #require(bench.model.planning.input)
    let expected = try #require(old.answer).repriced(with: input).costs
    #expect(bench.model.planPreview == .repriced(expected))
    bench.run("plan.set", "facility.depot.storage_l 1")
    #expect(bench.model.planPreview == nil, "the preview of other changes is not shown")
    try bench.finishPreview()
    guard case .needsNewPlan(.capacity(let facility, _, _))? = bench.model.planPreview else {
      Issue.record("\(String(describing: bench.model.planPreview))")
      return
    }
    #expect(facility == 0)
  }

  @Test func aSolveIsStoppedAndGoesOn() throws {
    var bench = Bench.planning()
    bench.holdsWork = true
    bench.run("plan.set", "\(storage) 45")
    bench.press(.character("x"))
    bench.finishAll()
    #expect(bench.model.planning.solve == nil)
    #expect(bench.model.planning.figures?.isCurrent == false)
    bench.press(.down)
    #expect(bench.lines[38].contains("plan stopped"), "\(bench.lines[38])")
    bench.run("plan.solve")
    #expect(bench.solves.count == 1)
    bench.finishAll()
    #expect(bench.model.planning.figures?.isCurrent == true)
  }

  /// A solve takes a moment to stop, and nobody waits for that before the next key.
  @Test func aSolveGoesOnThatHasNotStoppedYet() throws {
    var bench = Bench.planning()
    bench.holdsWork = true
    bench.run("plan.set", "\(storage) 45")
    bench.press(.character("x"))
    let first = try #require(bench.model.planning.solve)
    #expect(first.isEnding)
    bench.press(.character("r"))
    #expect(!bench.lines[38].contains("plan stopped"), "\(bench.lines[38])")
    bench.finish(try #require(bench.waiting.firstIndex { $0.id == first.id }))
    let second = try #require(bench.model.planning.solve)
    #expect(second.id != first.id && !second.isEnding)
    bench.finishAll()
    #expect(bench.model.planning.figures?.isCurrent == true)
  }

  @Test func whatGoesOnNeverShowsLessThanWasThere() throws {
    var bench = Bench.planning(byHand: true)
    bench.holdsWork = true
    bench.run("plan.set", "\(storage) 45")
    let job = try #require(bench.solves.first)
    let stopped = PlanFixture.drawnUp(job, ending: .cancelled)
    bench.tell(.figures(stopped))
    bench.press(.character("x"))
    bench.finishAll()
    bench.run("plan.solve")
    let again = try #require(bench.solves.first)
    bench.tell(.figures(PlanFixture.drawnUp(again, ending: nil, gap: 0.4)))
    #expect(bench.model.planning.newest == stopped)
    let better = PlanFixture.drawnUp(again, ending: nil, gap: 0.001)
    bench.tell(.figures(better))
    #expect(bench.model.planning.newest == better)
  }

  @Test func aSolveThatFailsSaysSoAndTheNextChangeTriesAgain() {
    var bench = Bench.planning()
    bench.holdsWork = true
    bench.run("plan.set", "\(storage) 44")
    let id = bench.solves[0].id
    bench.drop(id)
    bench.send(.finished(id, .failed(Failure("out of memory"))))
    #expect(bench.lines[38].contains("plan failed: out of memory"))
    #expect(bench.solves.isEmpty)
    bench.run("plan.set", "\(storage) 43")
    #expect(bench.solves.count == 1)
  }
}

extension Bench {
  /// Prices the plan at hand anew.
  fileprivate mutating func finishPreview() throws {
    let place = waiting.firstIndex {
      if case .answer(let question, _) = $0.work { question.base is PreviewQuestion } else { false }
    }
    finish(try #require(place))
  }
}
