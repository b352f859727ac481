import InventoryPlanning
import RetailData
import Testing

/// Where there is nothing, or nothing that fits.
@Suite("Whole quantities at the edge")
struct WholeEdgeTests {
  private func shop(_ mode: PlanMode) -> WholeShop {
    var options = RandomPlan.Options()
    options.mode = mode
    options.items = 3...4
    options.hasLimits = false
    options.hasTargets = false
    return WholeShop(seed: 4, options)
  }

  @Test(arguments: [PlanMode.target, .state])
  func nothingMayCome(mode: PlanMode) throws {
    var shop = shop(mode)
    for place in shop.plan.input.network.facilities.indices {
      shop.plan.input.network.facilities[place].inboundPerDay = 0
    }
    let plan = try shop.solved().answer.plan
    #expect(plan.purchases.isEmpty)
    #expect(plan.transfers.isEmpty)
    shop.expectLoadsFit(plan)
  }

  @Test func ordersTooLargeForAnyoneAreNotMade() throws {
    for order in [1e6, 1e12, .infinity] {
      var shop = shop(.state)
      for row in shop.plan.input.network.supply.indices {
        shop.plan.input.network.supply[row].minimumOrder = order
      }
      let outcome = try shop.solved()
      #expect(outcome.answer.plan.purchases.isEmpty)
      #expect(outcome.answer.plan.isInteger)
      #expect(outcome.answer.cost.isFinite)
    }
  }

  @Test func aCaseThatFitsNowhereIsNotBought() throws {
    var shop = shop(.state)
    let volume = shop.plan.input.items.volume.min() ?? 1
    for place in shop.plan.input.network.facilities.indices {
      shop.plan.input.network.facilities[place].storage = volume * 11
    }
    let rows = shop.plan.input.network.supply.indices
    for row in rows { shop.plan.input.network.supply[row].caseQuantity = 1_000 }
    let plan = try shop.solved().answer.plan
    #expect(plan.purchases.isEmpty)
    shop.expectLoadsFit(plan)
  }

  /// Only orders come in cases: a level to keep does not.
  @Test func targetsKnowNoCases() throws {
    var shop = shop(.target)
    let before = try shop.solved().answer.plan
    for row in shop.plan.input.network.supply.indices {
      shop.plan.input.network.supply[row].caseQuantity = 1_000
      shop.plan.input.network.supply[row].minimumOrder = 1e6
    }
    let after = try shop.solved().answer.plan
    #expect(!before.purchases.isEmpty)
    #expect(after.positions == before.positions)
  }

  @Test func noItems() throws {
    var shop = shop(.target)
    var network = shop.plan.input.network
    network.supply = []
    network.inventory = []
    shop.plan.input = PlanInput(
      items: ItemFigures(
        price: [], unitCost: [], volume: [], weight: [], handling: [], category: []),
      network: network, settings: shop.plan.input.settings)
    shop.plan.draws = []
    let answer = try shop.solved().answer
    #expect(answer.cost == 0)
    #expect(answer.plan.positions.isEmpty)
  }

  @Test func fractionsStayWhereTheyAreWanted() throws {
    let shop = shop(.target)
    let work = WorkContext(threads: 1)
    let planner = try Planner(input: shop.plan.input, draws: shop.plan.source, work: work)
    let outcome = try planner.solve(PlanGoal(gap: 0.01, fractional: true), work: work)
    #expect(!outcome.answer.plan.isInteger)
    #expect(outcome.answer.cost == outcome.fractionalCost)
  }

  /// Whoever looks on sees fractions, each answer better than the last; whole cases come at the end.
  @Test func wholeCasesComeLast() throws {
    let shop = shop(.target)
    let work = WorkContext(threads: 1)
    let planner = try Planner(input: shop.plan.input, draws: shop.plan.source, work: work)
    var costs: [Double] = []
    let outcome = try planner.solve(PlanGoal(gap: 0.01), work: work) { costs.append($0.cost) }
    #expect(costs.last == outcome.fractionalCost)
    #expect(outcome.answer.plan.isInteger)
  }
}
