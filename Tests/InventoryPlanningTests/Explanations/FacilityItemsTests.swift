import RetailData
import Testing

@testable import InventoryPlanning

@Suite("What one more unit is worth, for all items of a facility")
struct FacilityItemsTests {
  /// A facility's items are looked at without the rest of the network, and on several threads: not
  /// a digit may come out differently.
  @Test(arguments: 0..<16)
  func areTheSameOneByOne(seed: UInt64) throws {
    let solved = try SolvedPlan(seed: seed, gap: 1e-3, iterations: seed % 2 == 0 ? 30 : 600)
    let items = solved.plan.input.items.count
    let all = (0..<items).map { solved.outcome.explain(item: $0) }
    for facility in solved.plan.input.network.facilities.indices {
      let expected = all.compactMap { $0.first { Int($0.facility) == facility } }
      let found = try solved.outcome.explainItems(
        atFacility: facility, work: WorkContext(threads: 2))
      #expect(found == expected)
      for explanation in expected {
        let item = Int(explanation.item)
        #expect(solved.outcome.explain(item: item, facility: facility) == explanation)
      }
    }
  }

  /// More items than one thread takes at a time come back in their order.
  @Test func keepTheirOrder() throws {
    var options = RandomPlan.Options()
    options.items = 300...300
    options.scenarios = 2...2
    let solved = try SolvedPlan(seed: 3, options, gap: 1, iterations: 20)
    let found = try solved.outcome.explainItems(atFacility: 0, work: WorkContext(threads: 2))
    #expect(found.count > 256)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.item < $1.item })
  }

  @Test func worthBySpeedAddsUp() throws {
    let solved = try SolvedPlan(seed: 4, gap: 1e-3, iterations: 600)
    let speeds = solved.plan.input.network.speeds.indices
    var parts = 0
    for item in 0..<solved.plan.input.items.count {
      for explanation in solved.outcome.explain(item: item) {
        let bySpeed = speeds.map { explanation.worth(ofSpeed: Int32($0)) }
        parts += bySpeed.count { $0 > 0 }
        let leftOver = explanation.uses.first { $0.kind == .leftOver }?.amount ?? 0
        let sum = bySpeed.reduce(0, +) + leftOver + explanation.unexplained
        #expect(abs(sum - explanation.worth) <= 1e-9 * max(1, explanation.worth))
      }
    }
    #expect(parts > 0)
  }
}
