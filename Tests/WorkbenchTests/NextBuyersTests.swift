import InventoryPlanning
import Recommendations
import RetailData
import TerminalUI
import Testing

@testable import Workbench

/// Where likely next buyers live, against where the stock stands.
struct NextBuyersTests {
  private static let sizes = [Bench.small, Bench.wide]

  private func page(_ size: Size = Bench.wide) -> Bench {
    var bench = Bench.planning(size)
    bench.press(.character("2"), .enter, .character("b"))
    return bench
  }

  private func item(_ bench: Bench) throws -> Int {
    guard case .buyers(let item) = bench.model.page.place else {
      throw Failure("not the page of next buyers")
    }
    return item
  }

  @Test(arguments: sizes) func snapshots(_ size: Size) {
    let name = "\(size.columns)x\(size.rows)"
    expectSnapshot(page(size).text(), "next-buyers-\(name)")
    var bench = Bench.planning(size)
    bench.press(.character("2"), .enter)
    expectSnapshot(bench.text(), "next-buyers-item-\(name)")
  }

  @Test func sharesAreThoseOfTheRecommender() throws {
    let bench = page()
    let item = try item(bench)
    let homes = try #require(
      bench.model.answers.known(bench.model.nextBuyersQuestion(item))?.value)
    let workspace = try #require(bench.model.workspace)
    let factory = try #require(workspace.analysis?.factory)
    let found = try factory.relatedItems(
      bench.model.parameters.recommender(for: .relatedItems)
    ).nextBuyers(of: item, mode: .all, work: WorkContext(threads: 1))
    #expect(homes.buyers == found.buyers.count && homes.buyers > 0)
    #expect(homes.shares == found.shares(by: workspace.dataset.customers.regions, count: 2))
    #expect(abs(homes.shares.reduce(0, +) - 1) < 1e-9)
  }

  @Test func promisesAndUnitsAreThoseOfTheStock() throws {
    var bench = page()
    let item = try item(bench)
    let scene = try #require(bench.model.scene(0))
    let today = try #require(scene.source.column("today"))
    let units = try #require(scene.source.column("today_units"))
    let held = PlanFixture.shop.network.inventory.first { Int($0.item) == item }?.onHand ?? 0
    for region in 0..<2 {
      #expect(today.values.text(region) == (held >= 1 ? "same day ▪" : "short"))
      #expect(units.values.number(region) == (held >= 1 ? held : 0))
    }
    #expect(scene.source.column("planned") != nil)
    #expect(bench.text().contains("after the plan: "))
    // A change of the plan dims it until there is a new one.
    bench.holdsWork = true
    bench.run("plan.set", "facility.north-fc.storage_l -50%")
    #expect(bench.text().contains("after the plan (stale)"))
    #expect(bench.model.scene(0)?.isCurrent == false)
    bench.finishAll()
    #expect(bench.model.scene(0)?.isCurrent == true)
  }

  @Test func parametersAskAnew() throws {
    var bench = page()
    let item = try item(bench)
    let before = try #require(
      bench.model.answers.known(bench.model.nextBuyersQuestion(item))?.value.shares)
    bench.holdsWork = true
    bench.run("half-life", "3")
    #expect(bench.model.scene(0)?.isCurrent == false)
    #expect(bench.waiting.count { $0.work.isLong } == 1)
    bench.run("half-life", "2")
    #expect(bench.waiting.count { $0.work.isLong } == 1, "the older question is cancelled")
    bench.finishAll()
    let after = try #require(
      bench.model.answers.known(bench.model.nextBuyersQuestion(item))?.value.shares)
    #expect(after != before)
  }

  @Test func escapeLeadsBackToTheItem() throws {
    var bench = page()
    let item = try item(bench)
    bench.press(.escape)
    #expect(bench.model.itemInFront == item)
  }

  @Test func withoutDeliveriesAndWithoutRegionsItSaysWhatIsMissing() {
    var bench = Bench()
    bench.press(.character("2"), .enter, .character("b"))
    #expect(bench.text().contains("no deliveries.csv"), "\(bench.text())")
    let empty = Dataset(
      name: "placeless", items: PlanFixture.shop.items,
      customers: CustomerTable(
        ids: PlanFixture.shop.customers.ids, names: PlanFixture.shop.customers.names,
        regions: Column([Int32](repeating: -1, count: PlanFixture.shop.customers.count))),
      purchases: PlanFixture.shop.purchases, network: Network())
    bench = Bench { _ in empty }
    bench.press(.character("2"), .enter, .character("b"))
    #expect(bench.text().contains("the data has no regions"), "\(bench.text())")
  }

  @Test func theHeadlineAddsUpByPromise() throws {
    var notices: [Notice] = []
    var input = PlanInput(dataset: PlanFixture.shop, notices: &notices)
    input.network.inventory = [Stock(facility: 2, item: 0, onHand: 2, inbound: 0)]
    input.network.deliveries.removeAll { $0.facility == 2 && $0.region == 0 && $0.speed == 0 }
    let table = try #require(ReachTable(today: input))
    let split = RegionReach(ItemReach(0, in: table), shares: [0.75, 0.25], speedCount: 2)
    #expect(split.speeds == [0.25, 0.75] && split.short == 0 && split.unserved == 0)
    #expect(split.text(input.network) == "same day ▪ 25 %, standard 75 %")
    let none = RegionReach(ItemReach(1, in: table), shares: [0.75, 0.25], speedCount: 2)
    #expect(none.text(input.network) == "short 100 %")
  }
}

extension Work {
  fileprivate var isLong: Bool {
    if case .answer(let question, _) = self { question.base.isLong } else { false }
  }
}
