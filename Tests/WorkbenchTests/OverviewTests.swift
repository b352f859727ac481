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
      let binding = [load.storage, load.inbound, load.outbound].map {
        $0.price > 0 && $0.used >= 0.95 * $0.capacity
      }
      let isStorage = binding[0] || figures.isOverfull(facility)
      let count = ([isStorage] + binding.dropFirst()).count { $0 }
      #expect(full.count { $0.place == .facility(facility) } == count)
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

  /// The line that sums up the rest leads to what it counts, the most units missing first, and back
  /// to where one was.
  @Test(arguments: sizes) func theRestOfTheShortItemsIsListed(_ size: Size) throws {
    var bench = Bench.planning(size)
    bench.run("filter", "lamp")
    let items = bench.model.page
    let figures = try #require(bench.model.planning.newest)
    let short = (0..<PlanFixture.items).filter {
      ItemShortage(figures.positions(ofItem: $0)).missing > 0
    }
    bench.press(.character("1"), .right)
    let overview = try choose("more items of which", &bench)
    bench.press(.enter)
    #expect(bench.model.screen == .items)
    #expect(short.count > 3 && short.count < PlanFixture.items)
    #expect(Set(bench.rows) == Set(short))
    let missing = bench.rows.map { ItemShortage(figures.positions(ofItem: $0)).missing }
    #expect(missing == missing.sorted(by: >))
    #expect(bench.lines.contains { $0.contains("Short ▼") })
    #expect(bench.text().contains("Esc back"))
    bench.press(.enter, .escape, .escape)
    #expect(bench.model.page == overview)
    bench.press(.character("2"))
    #expect(bench.model.page == items)
  }

  @Test(arguments: sizes) func theRestOfTheFullCapacitiesIsListed(_ size: Size) throws {
    var bench = Bench.planning(size, byHand: true)
    bench.run("plan.set", "facility.*.outbound_units_per_day 45")
    bench.run("plan.set", "facility.*.storage_l 50")
    bench.press(.character("1"), .right)
    let overview = try choose("more capacit", &bench)
    #expect(bench.text().contains("2 more capacities of buildings used up"))
    bench.press(.enter)
    #expect(bench.model.screen == .network)
    #expect(bench.lines[size.rows - 2].contains("filter full>0"))
    let source = try #require(bench.model.scene(0)?.source)
    let full = try #require(source.column("full"))
    #expect(bench.rows.map { full.text($0) } == ["2", "2", "2"])
    // All three of a building's loads are in sight with their prices.
    #expect(bench.lines.contains { $0.split(separator: " ").count { $0 == "price" } == 3 })
    bench.press(.escape)
    #expect(bench.model.page == overview)
  }

  /// Selects the warning that contains a text; returns the page.
  private func choose(_ text: String, _ bench: inout Bench) throws -> Page {
    let entries = try #require(bench.model.warningsQuestion.flatMap { bench.model.planned($0) })
      .value.entries
    let row = try #require(entries.firstIndex { $0.text.contains(text) })
    bench.run("select", String(row + 1))
    return bench.model.page
  }

  /// Every warning of a plan stands whole on the smallest screen, in one of its wordings.
  @Test func noWarningOfAPlanIsCut() throws {
    var bench = Bench.planning(Bench.small, byHand: true)
    bench.run("plan.set", "facility.*.storage_l 50")
    bench.run("plan.set", "speed.*.service_target 0.99")
    bench.press(.character("1"), .right)
    let entries = try #require(bench.model.warningsQuestion.flatMap { bench.model.planned($0) })
      .value.entries
    #expect(Set(entries.map(\.kind)).isSuperset(of: ["promise", "full", "short"]))
    for (row, entry) in entries.enumerated() where entry.kind != "read" {
      bench.run("select", String(row + 1))
      let line = bench.lines.first { $0.hasPrefix("▌\(entry.kind)") }?.dropFirst(10)
      let said = String(line ?? "")
      #expect(([entry.text] + entry.shorter).contains(said), "\(said)")
    }
  }

  /// What has no shorter wording ends after a word; a figure keeps its sign.
  @Test(arguments: [(28, "of all purchases 12.5 % …"), (24, "of all purchases …"), (38, nil)])
  func aSentenceEndsAfterAWord(_ width: Int, _ shown: String?) {
    let text = "of all purchases 12.5 % are one item's"
    let source = Warnings.source(
      [Warnings.Entry(kind: "k", text: text, place: .items)], AnyQuestion(OverviewQuestion()))
    var canvas = Canvas(size: Size(columns: 1 + 4 + 2 + width, rows: 3), glyphs: .unicode)
    canvas.draw(
      TableScene(
        source: source, state: TableState(), rows: nil, isCurrent: true, isFocused: true,
        emptyText: ""))
    let line = canvas.grid.text.split(separator: "\n")[1]
    #expect(line.dropFirst(7) == shown ?? text, "\(line)")
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
