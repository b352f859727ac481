import InventoryPlanning
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// What the overview says of the plan, and where its warnings lead.
struct OverviewTests {
  private static let sizes = [Bench.small, Bench.wide]

  private func name(_ base: String, _ size: Size) -> String {
    "\(base)-\(size.columns)x\(size.rows)"
  }

  @Test(arguments: sizes) func planned(_ size: Size) {
    var bench = Bench.planning(size)
    bench.press(.character("1"), .right)
    expectSnapshot(bench.text(), name("overview-planned", size))
  }

  @Test(arguments: sizes) func beforeTheFirstPlan(_ size: Size) {
    var bench = Bench.planning(size, holdsWork: true)
    while !bench.waiting.isEmpty, bench.solves.isEmpty { bench.finish(0) }
    bench.press(.character("1"))
    while let next = bench.waiting.indices.first(where: { !bench.isSolve($0) }) {
      bench.finish(next)
    }
    bench.tell(.elapsed(0.2))
    expectSnapshot(bench.text(), name("overview-before-plan", size))
  }

  @Test(arguments: sizes) func whyThereIsNoPlan(_ size: Size) throws {
    var bench = Bench(size)
    bench.press(.character("1"), .right)
    #expect(bench.text().contains("no plan"))
    let first = bench.model.page
    bench.press(.enter)
    #expect(bench.model.page.place == .finding(0))
    expectSnapshot(bench.text(), name("finding", size))
    bench.press(.escape)
    #expect(bench.model.page == first)
  }

  @Test func everyWarningLeadsSomewhereAndBack() throws {
    var bench = Bench.planning()
    bench.press(.character("1"), .right)
    let count = bench.rows.count
    #expect(count > 1)
    for row in 0..<count {
      bench.press(.character("g"))
      for _ in 0..<row { bench.press(.down) }
      bench.press(.enter)
      // To a page of one thing, or to a screen as its number leads there: with all its keys.
      let isScreen = bench.model.screen != .overview
      #expect(bench.model.depth == (isScreen ? 1 : 2), "row \(row)")
      bench.press(.escape)
      #expect(bench.model.page.place == .overview)
      #expect(bench.model.selectedRow == row)
    }
  }

  @Test func fullBuildingsAndShortItemsAreThoseOfThePlan() throws {
    let bench = Bench.planning()
    let figures = try #require(bench.model.planning.newest)
    let items = try #require(bench.model.workspace?.dataset.items)
    let entries = PlanWarnings(figures, items).entries
    let full = entries.filter { $0.kind == "full" }
    for (facility, load) in figures.plan.loads.enumerated() {
      let binding = [load.storage, load.inbound, load.outbound].count {
        $0.price > 0 && $0.used >= 0.95 * $0.capacity
      }
      #expect(full.count { $0.place == .facility(facility) } == binding)
    }
    #expect(!full.isEmpty)
    for entry in entries where entry.kind == "short" {
      guard case .item(let item) = entry.place else { continue }
      let positions = figures.positions(ofItem: item)
      let have = positions.reduce(0) { $0 + $1.onHand + $1.inbound }
      #expect(have < positions.reduce(0) { $0 + $1.target } / 2)
    }
    // The shop has no targets for its promises, so none can be missed.
    #expect(!entries.contains { $0.kind == "promise" })
  }

  @Test func aMissedPromiseIsSaidWithItsTarget() throws {
    var bench = Bench.planning()
    bench.change { $0.changePlan("speed.standard.service_target", to: "0.99") }
    bench.press(.character("1"))
    let figures = try #require(bench.model.planning.newest)
    let promise = PromiseFigures.all(of: figures)[1]
    #expect(promise.target == 0.99)
    let items = try #require(bench.model.workspace?.dataset.items)
    let missed = PlanWarnings(figures, items).entries.contains { $0.kind == "promise" }
    #expect(missed == (promise.fillRate < 0.9895))
    #expect(bench.text().contains("of 99 %"))
  }

  /// While a solve goes on the warnings are those of the last one, and dimmed.
  @Test func warningsWaitForTheEndOfASolve() {
    var bench = Bench.planning()
    bench.press(.character("1"))
    #expect(bench.model.scene(1)?.isCurrent == true)
    bench.holdsWork = true
    bench.change { $0.changePlan("facility.north-fc.storage_l", to: "-10%") }
    #expect(bench.model.scene(1)?.isCurrent == false)
    // A plan on the way takes nothing from the screen, and is not the last word.
    let job = bench.solves.first
    if let job, let end = try? PlanFixture.end(of: job) {
      let figures = PlanFigures(
        id: PlanFigures.ID(solve: job.id, number: 1), changes: job.changes, input: job.input,
        answer: end.outcome.answer, seconds: 0.1)
      bench.tell(.figures(figures))
    }
    #expect(bench.model.planning.figures?.isCurrent == true)
    #expect(bench.model.scene(1)?.isCurrent == false)
    #expect(bench.text().contains("of storage used under the plan"))
    bench.holdsWork = false
    bench.finishAll()
    #expect(bench.model.scene(1)?.isCurrent == true)
  }
}
