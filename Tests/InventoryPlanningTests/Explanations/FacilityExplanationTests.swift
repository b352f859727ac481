import RetailData
import Testing

@testable import InventoryPlanning

@Suite("What a facility charges, to whom, and whom it serves")
struct FacilityExplanationTests {
  @Test(arguments: 0..<16)
  func addsUp(seed: UInt64) throws {
    let solved = try SolvedPlan(seed: seed, gap: 0.01, iterations: 500)
    let plan = solved.outcome.answer.plan
    for facility in solved.plan.input.network.facilities.indices {
      let found = try #require(solved.outcome.explain(facility: facility))
      // Quantities are kept as `Float`s.
      func expect(_ sum: Double, _ charge: FacilityExplanation.Charge, _ name: String) {
        #expect(abs(sum - charge.total) <= 1e-5 * max(1, charge.total), "\(name) \(facility)")
      }
      expect(found.payers.reduce(0) { $0 + $1.storage }, found.storage, "storage")
      expect(found.payers.reduce(0) { $0 + $1.inbound }, found.inbound, "inbound")
      expect(found.payers.reduce(0) { $0 + $1.outbound }, found.outbound, "outbound")
      let load = plan.loads[facility]
      if solved.plan.input.settings.storageBasis == .position {
        #expect(abs(found.storage.used - load.storage.used) <= 1e-5 * max(1, load.storage.used))
      }
      #expect(found.inbound.used == load.inbound.used)
      #expect(found.outbound.used == load.outbound.used)
      #expect(zip(found.payers, found.payers.dropFirst()).allSatisfy { $0.total >= $1.total })

      for delivery in found.deliveries {
        #expect(delivery.unitsPerDay == plan.deliveries[Int(delivery.row)])
        let row = solved.plan.input.network.deliveries[Int(delivery.row)]
        #expect(row.facility == Int32(facility))
        #expect(row.region == delivery.region && row.speed == delivery.speed)
      }
      for leaver in found.leaving {
        let position = plan.positions.first {
          $0.item == leaver.item && $0.facility == Int32(facility)
        }
        #expect(abs(leaver.position - Double(position?.target ?? 0)) <= 1e-6 * leaver.position)
      }
      let margins = found.leaving.map { $0.margin ?? .infinity }
      #expect(zip(margins, margins.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  /// At the optimum nothing stands where it should not: the last unit is worth what it costs to have
  /// it there. By complementary slackness, units times what they fall short of it are at most the
  /// gap; a way out counts from a hundredth of the position on, and litres × days over cycles are
  /// litres.
  @Test(arguments: 0..<10)
  func whatStandsThereShould(seed: UInt64) throws {
    var options = RandomPlan.Options()
    options.items = 2...4
    let solved = try SolvedPlan(seed: seed, options, gap: 1e-5, iterations: 6_000)
    let gap = solved.outcome.answer.cost - solved.bound
    let rounding = 1e-6 * abs(solved.outcome.answer.cost)
    for facility in solved.plan.input.network.facilities.indices {
      let found = try #require(solved.outcome.explain(facility: facility))
      for leaver in found.leaving {
        let shortfall = -(leaver.margin ?? 0) * leaver.litres
        #expect(shortfall <= 100 * (gap + rounding), "\(leaver)")
      }
    }
  }
}
