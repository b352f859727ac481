import InventoryPlanning
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// The planning half of an item's page, and the plan's column among all items.
struct ItemPlanTests {
  private static let sizes = [Bench.small, Bench.wide]

  private func name(_ base: String, _ size: Size) -> String {
    "\(base)-\(size.columns)x\(size.rows)"
  }

  @Test(arguments: sizes) func item(_ size: Size) {
    var bench = Bench.planning(size)
    expectSnapshot(bench.text(), name("items-planned", size))
    bench.press(.enter)
    expectSnapshot(bench.text(), name("item-planned", size))
    bench.press(.right, .down)
    expectSnapshot(bench.text(), name("item-stock", size))
    bench.press(.right)
    expectSnapshot(bench.text(), name("item-marginal", size))
  }

  @Test func inASCII() {
    var bench = Bench.planning(Bench.small)
    bench.press(.enter, .right, .down, .right)
    expectSnapshot(bench.text(.ascii), "item-marginal-ascii-80x24")
    #expect(bench.text(.ascii).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: sizes) func beforeTheFirstPlan(_ size: Size) {
    var bench = Bench.planning(size, holdsWork: true)
    while !bench.waiting.isEmpty, bench.solves.isEmpty { bench.finish(0) }
    bench.press(.enter, .right)
    while let next = bench.waiting.indices.first(where: { !bench.isSolve($0) }) {
      bench.finish(next)
    }
    bench.tell(.elapsed(0.2))
    expectSnapshot(bench.text(), name("item-before-plan", size))
    let scene = bench.model.scene(1)
    #expect(scene?.source.column("target")?.values.isPending == true)
    #expect(scene?.source.column("on_hand")?.values.number(1) == 3)
  }

  @Test func drillsIntoFacilitiesAndBack() {
    var bench = Bench.planning()
    bench.press(.enter, .right, .down, .enter)
    #expect(bench.model.page.place == .facility(1))
    bench.press(.escape)
    #expect(bench.model.page.focus == 1 && bench.model.page.tables[1].selection == 1)
    bench.press(.right, .enter)
    #expect(bench.model.page.place == .facility(1))
    bench.press(.escape, .escape)
    #expect(bench.model.page.place == .items)
  }

  /// Every line of the sum is one of the library's parts, under the head that it belongs to.
  @Test func theSumIsTheLibrarys() throws {
    let bench = Bench.planning()
    let figures = try #require(bench.model.planning.newest)
    var workspace = try #require(bench.model.workspace)
    workspace.plan = figures
    for item in 0..<PlanFixture.items {
      for found in try #require(figures.explainable).explain(item: item) {
        let question = MarginalQuestion(
          item: item, facility: Int(found.facility), plan: figures.id)
        let marginal = try #require(
          try question.answer(from: workspace, work: .init(threads: 1)))
        #expect(marginal.explanation == found)
        let source = marginal.source
        let money = try #require(source.column("money_per_unit")?.values)
        let heads = source.headings.keys.sorted()
        func sum(_ number: Int) -> Double {
          let end = number + 1 < heads.count ? heads[number + 1] : source.rowCount
          return (heads[number] + 1..<end).reduce(0) { $0 + money.number($1) }
        }
        #expect(abs(sum(0) - found.worth) < 1e-9)
        // Where more stands than fits, nobody knows what room costs.
        let isOverfull = figures.isOverfull(Int(found.facility))
        let room = found.charges.first { $0.kind == .storage }?.amount ?? 0
        #expect(abs(sum(1) - found.cost + (isOverfull ? room : 0)) < 1e-9)
        #expect(source.headings[heads[2]]?.hasPrefix("so it gains") == !isOverfull)
        #expect(marginal.verdict.hasPrefix("more stands here") == isOverfull)
        #expect(!marginal.verdict.isEmpty && !marginal.verdict.contains("nan"))
      }
    }
  }

  @Test func adviceIsWhatThePlanOrders() throws {
    let figures = try #require(Bench.planning().model.planning.newest)
    var sentences = 0
    for item in 0..<PlanFixture.items {
      let advice = PlanAdvice(item, figures).sentences
      let orders = figures.plan.purchases.filter { Int($0.item) == item }
      let moves = figures.plan.transfers.filter { Int($0.item) == item }
      #expect(advice.count == orders.count + moves.count)
      for (order, sentence) in zip(orders, advice) {
        let units = NumberText.short(Double(order.units), places: 1)
        #expect(sentence.hasPrefix("buy \(units) for "))
        #expect(sentence.hasSuffix("from Vendor"))
      }
      sentences += advice.count
    }
    #expect(sentences > 0)
  }

  @Test func thePlansColumnIsTheSumOfItsPositions() throws {
    var bench = Bench.planning()
    let figures = try #require(bench.model.planning.newest)
    let column = try #require(bench.model.itemTable?.column("plan"))
    for item in 0..<PlanFixture.items {
      let units = figures.positions(ofItem: item).reduce(0) { $0 + Double($1.target) }
      #expect(column.values.number(item) == units)
    }
    #expect(!column.isStale)
    bench.run("sort", "plan")
    #expect(bench.rows.count == PlanFixture.items)
    bench.holdsWork = true
    bench.change { $0.changePlan("facility.north-fc.storage_l", to: "-10%") }
    #expect(bench.model.itemTable?.column("plan")?.isStale == true)
  }

  @Test func withoutBuildingsThereIsNoPlanHalf() {
    let data = Dataset(
      name: "no-network", items: PlanFixture.shop.items, customers: PlanFixture.shop.customers,
      purchases: PlanFixture.shop.purchases, network: Network())
    var bench = Bench(Bench.wide) { _ in data }
    #expect(bench.model.itemTable?.column("plan") == nil)
    bench.press(.enter)
    #expect(!bench.model.panes.contains { $0.content == .table(1) })
    bench.press(.right, .right, .enter)
    #expect(bench.model.depth == 2)
  }
}

@Suite("What a marginal unit comes to, in a sentence")
struct VerdictTests {
  private func verdict(
    worth: Double, cost: Double, source: MarginalExplanation.Source?, incoming: Double
  ) throws -> String {
    let figures = try #require(Bench.planning().model.planning.newest)
    var found = try #require(figures.explainable?.explain(item: 0, facility: 0))
    found.worth = worth
    found.charges = Array(found.charges.prefix(1))
    found.charges[0].amount = cost
    found.source = source
    found.incoming = incoming
    found.standingUnitSaves = worth - cost
    return found.verdict(isOverfull: false)
  }

  /// No sentence may say that something loses a negative amount.
  @Test func saysGainAndLossByTheirNames() throws {
    let vendor = MarginalExplanation.Source.vendor(supply: 0)
    let hand = MarginalExplanation.Source.onHand(transfer: 0)
    #expect(
      try verdict(worth: 2, cost: 2, source: vendor, incoming: 3)
        == "brought here until one more is worth what it costs")
    #expect(
      try verdict(worth: 1, cost: 3, source: vendor, incoming: 0)
        == "none is brought here: one more would lose 2.00")
    #expect(
      try verdict(worth: 4.07, cost: 4.02, source: hand, incoming: 282)
        == "brought here: one more would gain 0.05, but there is no more of it to move")
    #expect(
      try verdict(worth: 0, cost: 3, source: nil, incoming: 0)
        == "nothing brings it here, and what stands here costs more than it is worth")
  }
}
