import InventoryPlanning
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// The plan screen as text. The plans are drawn up by hand, so that a better solver changes none of
/// it.
struct PlanSnapshotTests {
  private static let sizes = [Bench.small, Bench.wide]
  private let storage = "facility.north-fc.storage_l"

  private func name(_ base: String, _ size: Size) -> String {
    "\(base)-\(size.columns)x\(size.rows)"
  }

  private func onPlan(_ size: Size, holdsWork: Bool = false) -> Bench {
    var bench = Bench.planning(size, holdsWork: holdsWork, byHand: true)
    bench.press(.character("5"))
    return bench
  }

  @Test(arguments: sizes) func firstSolve(_ size: Size) {
    var bench = onPlan(size, holdsWork: true)
    while bench.solves.isEmpty { bench.finish(0) }
    bench.press(.character("5"))
    expectSnapshot(bench.text(), name("plan-first", size))
    for step in 1...30 {
      let way = 1 / Double(step)
      bench.tell(
        .point(
          PlanPoint(
            seconds: Double(step) * 0.05, iterations: step * 10, bound: 150 - 90 * way,
            cost: 155 + 300 * way)))
    }
    expectSnapshot(bench.text(), name("plan-solving", size))
  }

  @Test(arguments: sizes) func current(_ size: Size) {
    let bench = onPlan(size)
    expectSnapshot(bench.text(), name("plan", size))
  }

  @Test(arguments: sizes) func changed(_ size: Size) throws {
    var bench = onPlan(size)
    bench.holdsWork = true
    bench.press(.character("]"), .down, .down, .down, .down, .character("-"))
    let preview = try #require(
      bench.waiting.first {
        if case .answer(let question, _) = $0.work {
          question.base is PreviewQuestion
        } else {
          false
        }
      })
    bench.drop(preview.id)
    let obstacle = RepricingObstacle.capacity(facility: 1, used: 60, capacity: 58)
    bench.send(
      .finished(preview.id, .answered(PreviewQuestion.Preview.needsNewPlan(obstacle))))
    bench.tell(.point(PlanPoint(seconds: 0.18, iterations: 60, bound: 149, cost: 153)))
    expectSnapshot(bench.text(), name("plan-changed", size))
    bench.finishAll()
    expectSnapshot(bench.text(), name("plan-moved", size))
    bench.press(.right)
    expectSnapshot(bench.text(), name("plan-moved-focus", size))
  }

  @Test(arguments: sizes) func lists(_ size: Size) {
    var bench = onPlan(size)
    bench.run("plan.set", "\(storage) -50%")
    for (key, page) in [("d", "differences"), ("o", "purchases"), ("t", "transfers")] {
      bench.press(.character(Character(key)))
      bench.finishAll()
      expectSnapshot(bench.text(), name("plan-\(page)", size))
      bench.press(.escape)
    }
  }

  @Test(arguments: sizes) func typing(_ size: Size) {
    var bench = onPlan(size)
    bench.press(.character("]"), .character("="))
    expectSnapshot(bench.text(), name("plan-typing", size))
  }

  @Test(arguments: sizes) func noNetwork(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character("5"))
    expectSnapshot(bench.text(), name("plan-none", size))
  }

  @Test func inASCII() {
    var bench = onPlan(Bench.small)
    bench.run("plan.set", "\(storage) -50%")
    expectSnapshot(bench.text(.ascii), "plan-ascii-80x24")
    #expect(bench.text(.ascii).utf8.allSatisfy { $0 < 0x80 })
  }
}
