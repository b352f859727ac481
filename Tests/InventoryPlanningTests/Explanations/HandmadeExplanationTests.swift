import RetailData
import Testing

@testable import InventoryPlanning

/// Explanations whose answers can be worked out by hand.
@Suite("Explanations of small plans")
struct HandmadeExplanationTests {
  private func solve(_ plan: HandmadePlan) throws -> PlanOutcome {
    let work = WorkContext(threads: 1)
    let planner = try Planner(
      input: plan.input, draws: FixedDraws(items: plan.draws), work: work)
    return try planner.solve(
      PlanGoal(gap: 1e-5, iterationLimit: 50_000, fractional: true), work: work)
  }

  /// A newsvendor's marginal unit is worth what holding it costs, and goes to the only region, in
  /// the scenarios in which demand reaches the stock.
  @Test func newsvendor() throws {
    let demands = (1...10).map { Double($0) }
    let plan = HandmadePlan(
      worth: [8], holding: [1.3], delivery: [[2]], demand: [demands.map { [$0] }])
    let outcome = try solve(plan)
    let found = try #require(outcome.explain(item: 0, facility: 0))
    // Left over 1.3; missing 8 − 2: the critical ratio 0.822 is first met by 9 of 10.
    #expect(abs(found.position - 9) <= 0.05)
    #expect(found.source == .vendor(supply: 0))
    #expect(found.charges.map(\.kind) == [.holding])
    #expect(abs(found.cost - 1.3) <= 1e-9)
    #expect(abs(found.net) <= 0.02)
    let shipped = try #require(found.uses.first)
    #expect(shipped.kind == .shipped(from: 0, region: 0, speed: 0))
    #expect(abs(shipped.amount - 1.3) <= 0.02)
    // 10, where one more would be sold, and 9, where the last one is.
    #expect(abs(shipped.probability - 0.2) <= 1e-9)
    #expect(found.unexplained <= 0.02)
  }

  /// Two buildings, each cheap for its own region: that is where its unit goes.
  @Test func unitsGoWhereTheyAreCheap() throws {
    let demand: [[Double]] = (0..<12).map { scenario in
      let near = (scenario * 5) % 12
      let far = (scenario * 7 + 3) % 12
      return [Double(near), Double(far)]
    }
    let plan = HandmadePlan(
      worth: [20], holding: [1, 1], delivery: [[1, 12], [12, 1]], demand: [demand])
    let outcome = try solve(plan)
    for facility in 0..<2 {
      let found = try #require(outcome.explain(item: 0, facility: facility))
      var byRegion = [0.0, 0.0]
      for use in found.uses {
        if case .shipped(_, let region, _) = use.kind { byRegion[Int(region)] += use.amount }
      }
      #expect(byRegion[facility] > byRegion[1 - facility])
      #expect(found.unexplained <= 0.05 * found.worth)
    }
  }

  /// Two items alike but for what a sale is worth, and room for less than both: the one of less
  /// worth leaves first; and so it does where the building is made smaller.
  @Test func lessWorthLeavesFirst() throws {
    let demand = (1...10).map { [Double($0)] }
    var plan = HandmadePlan(
      worth: [20, 6], holding: [0.5], delivery: [[1]], demand: [demand, demand])
    plan.network.facilities[0].storage = 13
    let outcome = try solve(plan)
    let found = try #require(outcome.explain(facility: 0))
    #expect(found.leaving.map(\.item) == [1, 0])
    #expect(found.storage.price > 0)
    #expect(abs(found.storage.used - 13) <= 0.01)
    let margins = found.leaving.compactMap(\.margin)
    #expect(margins.count == 2)
    #expect(margins.allSatisfy { $0 >= -0.02 })

    plan.network.facilities[0].storage = 12.5
    let smaller = try #require(try solve(plan).explain(facility: 0))
    func position(_ explanation: FacilityExplanation, _ item: Int32) -> Double {
      explanation.leaving.first { $0.item == item }?.position ?? 0
    }
    #expect(abs(position(smaller, 0) - position(found, 0)) <= 0.05)
    #expect(abs(position(found, 1) - position(smaller, 1) - 0.5) <= 0.05)
  }

  /// All of today's stock is moved to where the customers are; what is left of the position is on
  /// its way, and nothing can take that away.
  @Test func whatIsOnItsWayCannotLeave() throws {
    var plan = HandmadePlan(
      worth: [20], holding: [0.1, 0.1], delivery: [[nil], [1]], demand: [[[30], [25]]])
    plan.settings.mode = .state
    plan.network.supply = []
    plan.network.transfers = [
      Transfer(from: 0, to: 1, leadTimeDays: 1, costPerUnit: 0.1, costPerLitre: 0)
    ]
    plan.network.inventory = [Stock(facility: 0, item: 0, onHand: 10, inbound: 5)]
    let draws = ItemDraws(
      scenarios: 2, epochs: 3, epochEnds: [8, 10, 10, 8, 10, 10], supplyLeadTimes: [],
      inboundArrivals: [20, 20, 0, 0],
      orders: [30, 25].enumerated().map { scenario, units in
        ItemDraws.Order(
          scenario: scenario, epoch: 0, region: 0, speed: 0, hour: 12, units: units)
      })
    let work = WorkContext(threads: 1)
    let planner = try Planner(input: plan.input, draws: FixedDraws(items: [draws]), work: work)
    let outcome = try planner.solve(
      PlanGoal(gap: 1e-5, iterationLimit: 50_000, fractional: true), work: work)
    let above = try #require(outcome.explain(facility: 0)?.leaving.first)
    #expect(abs(above.position - 5) <= 0.01)
    #expect(above.saving == nil && above.margin == nil)
    // Below it could be left where it was: the last unit is sold for 20 less 1 for its delivery.
    let below = try #require(outcome.explain(facility: 1)?.leaving.first)
    #expect(abs(below.position - 10) <= 0.01)
    #expect(abs(below.lastUnitWorth - 19.1) <= 0.1, "holding is saved, too")
    #expect(try #require(below.margin) > 0)
  }
}
