import InventoryPlanning
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// The network screen and the page of a facility.
struct NetworkTests {
  private static let sizes = [Bench.small, Bench.wide]

  private func name(_ base: String, _ size: Size) -> String {
    "\(base)-\(size.columns)x\(size.rows)"
  }

  @Test(arguments: sizes) func network(_ size: Size) {
    var bench = Bench.planning(size)
    bench.press(.character("4"), .down)
    expectSnapshot(bench.text(), name("network", size))
  }

  @Test(arguments: sizes) func facility(_ size: Size) {
    var bench = Bench.planning(size)
    bench.press(.character("4"), .down, .enter)
    expectSnapshot(bench.text(), name("facility", size))
    bench.press(.right)
    expectSnapshot(bench.text(), name("facility-ways", size))
  }

  /// Where no preview says it, a line under the promises does, however many lines those take.
  @Test(arguments: [Bench.small, Size(columns: 120, rows: 24)])
  func aPriceIsSaidWithItsUnit(_ size: Size) {
    var bench = Bench.planning(size, byHand: true)
    bench.press(.character("4"))
    let plain = bench.lines.firstIndex { $0.hasSuffix(NetworkTable.priceExplanation) }
    bench.run("plan.set", "speed.*.service_target 0.999")
    let targets = bench.lines.firstIndex { $0.hasSuffix(NetworkTable.priceExplanation) }
    #expect(plain == 3 && targets == 3)
    #expect(bench.lines[size.columns < 86 ? 4 : 5].contains("Facility"))
    #expect(bench.text().contains(StockBalance.explanation) == (size.columns >= 86))
  }

  @Test func inASCII() {
    var bench = Bench.planning(Bench.small)
    bench.press(.character("4"))
    expectSnapshot(bench.text(.ascii), "network-ascii-80x24")
    bench.press(.enter)
    expectSnapshot(bench.text(.ascii), "facility-ascii-80x24")
    #expect(bench.text(.ascii).utf8.allSatisfy { $0 < 0x80 })
  }

  /// Stock is there before the plan is, and what the plan fills in is not made up.
  @Test(arguments: sizes) func beforeTheFirstPlan(_ size: Size) {
    var bench = Bench.planning(size, holdsWork: true)
    while !bench.waiting.isEmpty, bench.solves.isEmpty { bench.finish(0) }
    bench.press(.character("4"), .down)
    while let next = bench.waiting.indices.first(where: { !bench.isSolve($0) }) {
      bench.finish(next)
    }
    bench.tell(.elapsed(0.2))
    expectSnapshot(bench.text(), name("network-before-plan", size))
    bench.press(.enter)
    while let next = bench.waiting.indices.first(where: { !bench.isSolve($0) }) {
      bench.finish(next)
    }
    expectSnapshot(bench.text(), name("facility-before-plan", size))
  }

  @Test(arguments: sizes) func whereNoPlanIsPossibleItSaysWhy(_ size: Size) {
    var bench = Bench(size)
    bench.press(.character("4"))
    expectSnapshot(bench.text(), name("network-unplannable", size))
    bench.press(.enter)
    expectSnapshot(bench.text(), name("facility-unplannable", size))
  }

  @Test(arguments: sizes) func withoutANetworkItSaysWhatToDo(_ size: Size) {
    var shop = Network()
    shop.regions = []
    let data = Dataset(
      name: "no-network", items: PlanFixture.shop.items, customers: PlanFixture.shop.customers,
      purchases: PlanFixture.shop.purchases, network: shop)
    var bench = Bench(size) { _ in data }
    bench.press(.character("4"))
    expectSnapshot(bench.text(), name("network-none", size))
    bench.press(.enter, .escape)
    #expect(bench.model.page.place == .network)
  }

  @Test func drillsInAndBack() throws {
    var bench = Bench.planning()
    bench.press(.character("4"), .down, .enter)
    #expect(bench.model.page.place == .facility(1))
    let first = try #require(bench.rows.first)
    bench.press(.enter)
    #expect(bench.model.page.place == .item(first))
    bench.press(.escape)
    #expect(bench.model.page.place == .facility(1))
    bench.press(.escape)
    #expect(bench.model.page.place == .network && bench.model.page.table.selection == 1)
    // Goods of the depot go to the others, and so does Enter.
    bench.press(.up, .enter, .right)
    bench.press(.enter)
    let place = bench.model.page.place
    #expect(place == .facility(1) || place == .facility(2))
  }

  @Test func sortedTheNamesAreNotIndented() {
    var bench = Bench.planning()
    bench.press(.character("4"))
    #expect(bench.text().contains("▾ Depot") && bench.text().contains("  · North FC"))
    bench.run("sort", "storage")
    #expect(!bench.text().contains("▾ Depot") && bench.text().contains("Depot"))
    #expect(bench.rows.count == 3)
  }

  /// The table says what the library says of each item, and the plan of each position; but not what
  /// room costs where more stands than fits.
  @Test func figuresAreThoseOfThePlan() throws {
    let bench = Bench.planning()
    let figures = try #require(bench.model.planning.newest)
    let outcome = try #require(figures.explainable)
    var workspace = try #require(bench.model.workspace)
    workspace.plan = figures
    #expect(figures.overfull == [1])
    for facility in 0..<3 {
      let question = FacilityWorthQuestion(facility: facility, plan: figures.id)
      let found = try question.answer(from: workspace, work: .init(threads: 1))
      #expect(found.items.rowCount == PlanFixture.items)
      for row in 0..<found.items.rowCount {
        let item = try #require(found.items.subject(row))
        let position = figures.position(ofItem: item, at: facility)
        let worth = try #require(outcome.explain(item: item, facility: facility))
        let expected: [(String, Double)] = [
          ("on_hand", Double(position?.onHand ?? 0)), ("target", Double(position?.target ?? 0)),
          ("buy", Double(position?.buy ?? 0)), ("transfer_in", Double(position?.transferIn ?? 0)),
          ("transfer_out", Double(position?.transferOut ?? 0)), ("worth", worth.worth),
          ("worth_same_day", worth.worth(ofSpeed: 0)), ("worth_standard", worth.worth(ofSpeed: 1)),
        ]
        for (id, value) in expected {
          #expect(found.items.column(id)?.values.number(row) == value, "\(id) of \(item)")
        }
        for (id, value) in [("charged", worth.cost), ("net", worth.net)] {
          let shown = try #require(found.items.column(id)).values.number(row)
          #expect(facility == 1 ? shown.isNaN : shown == value, "\(id) of \(item)")
        }
      }
      let leaving = figures.plan.deliveries.indices
        .filter { Int(figures.input.network.deliveries[$0].facility) == facility }
        .reduce(0) { $0 + figures.plan.deliveries[$1] }
      let shown = (0..<found.ways.rowCount).filter { found.wayFacilities[$0] == nil }
        .reduce(0) { $0 + (found.ways.column("units_per_day")?.values.number($1) ?? 0) }
      #expect(abs(leaving - shown) < 1e-4)
    }
  }

  @Test func aChangeDimsWhatBelongsToTheOldPlan() throws {
    var bench = Bench.planning()
    bench.press(.character("4"), .enter)
    #expect(bench.model.scene(0)?.isCurrent == true)
    bench.holdsWork = true
    bench.change { $0.changePlan("facility.north-fc.storage_l", to: "-10%") }
    #expect(bench.model.scene(0)?.isCurrent == false)
    bench.holdsWork = false
    bench.finishAll()
    #expect(bench.model.scene(0)?.isCurrent == true)
  }

  @Test func theListOfCommandsFindsFacilities() {
    var bench = Bench.planning()
    bench.press(.character(":"))
    bench.type("north-fc")
    bench.press(.enter)
    #expect(bench.model.page.place == .facility(1))
  }

  @Test func halfAndTwiceAreTheThresholds() {
    func balance(have: Float, target: Float) -> StockBalance {
      StockBalance(
        onHand: have / 2, inbound: have / 2, target: target)
    }
    #expect(balance(have: 4.9, target: 10) == .short)
    #expect(balance(have: 5, target: 10) == .balanced)
    #expect(balance(have: 0, target: 0.9) == .balanced)
    #expect(balance(have: 20, target: 10) == .balanced)
    #expect(balance(have: 21, target: 10) == .over)
    #expect(balance(have: 0.9, target: 0) == .balanced)
    #expect(balance(have: 1, target: 0) == .over)
  }
}

extension Bench {
  func isSolve(_ index: Int) -> Bool {
    if case .solve = waiting[index].work { true } else { false }
  }
}

@Suite("Answers about plans that are gone")
struct SupersededAnswerTests {
  /// Plans come by the dozen while one solves: only the newest answers of each kind are kept.
  @Test func areForgotten() throws {
    var bench = Bench.planning(holdsWork: true)
    while !bench.waiting.isEmpty, bench.solves.isEmpty { bench.finish(0) }
    bench.press(.character("4"))
    let job = try #require(bench.solves.first)
    let end = try PlanFixture.end(of: job)
    var asked: [NetworkQuestion] = []
    for number in 1...4 {
      let figures = PlanFigures(
        id: PlanFigures.ID(solve: job.id, number: number), changes: job.changes, input: job.input,
        answer: end.outcome.answer, seconds: Double(number))
      bench.tell(.figures(figures))
      while let next = bench.waiting.indices.first(where: { !bench.isSolve($0) }) {
        bench.finish(next)
      }
      asked.append(NetworkQuestion(plan: .made(figures.id)))
      #expect(bench.model.scene(0)?.isCurrent == true)
    }
    for question in asked {
      let isLast = question == asked.last
      #expect(bench.model.answers.isSettled(AnyQuestion(question)) == isLast)
    }
  }
}
