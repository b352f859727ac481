import InventoryPlanning
import RetailData
import Testing

/// What is proved on random problems is proved of what they contain.
@Suite("Random planning problems")
struct RandomPlanTests {
  @Test func containWhatMakesRealOnesAwkward() throws {
    var found: [String: Int] = [:]
    func note(_ what: String, _ isThere: Bool) {
      found[what, default: 0] += isThere ? 1 : 0
    }
    for seed in 0..<40 {
      let plan = RandomPlan(seed: UInt64(seed))
      let network = plan.input.network
      let oracle = plan.oracle
      let isState = plan.input.settings.mode == .state
      note("state mode", isState)
      note("target mode", !isState)
      note("shelf basis", plan.input.settings.storageBasis == .shelf)
      note("target of a category", !plan.input.serviceTargets.isEmpty)
      note("target of a speed", network.speeds.contains { $0.serviceTarget > 0 })
      note("non-sortable item", plan.input.items.handling.contains(.nonSortable))
      note("no limit", network.facilities.contains { $0.storage == .infinity })
      note("limit of nothing", network.facilities.contains { $0.inboundPerDay == 0 })
      note(
        "two hops",
        network.transfers.contains { first in
          network.transfers.contains { $0.from == first.to }
        })
      for (item, draws) in zip(oracle.items, plan.draws) {
        note("nobody sells it", !network.supply.contains { $0.item == item.number })
        note("several to buy from", network.supply.count { $0.item == item.number } > 1)
        note("nobody wants it", draws.orders.isEmpty)
        note("fractions", draws.orders.contains { $0.units != $0.units.rounded() })
        note(
          "empty epoch",
          draws.epochEnds.indices.dropFirst().contains {
            $0 % draws.epochs != 0 && draws.epochEnds[$0] == draws.epochEnds[$0 - 1]
          })
        note(
          "cut of h",
          network.facilities.indices.contains {
            item.holding[$0]
              < item.cycle * item.volume * network.facilities[$0].holdingCost - 1e-9
          })
        note("lands in epoch 2", item.lanes.contains { $0.epoch.contains(2) })
        note("lands in epoch 3", item.lanes.contains { $0.epoch.contains(3) })
        note(
          "lands in different epochs",
          item.lanes.contains { Set($0.epoch).count > 1 })
        for (order, demand) in zip(draws.orders, item.demands) {
          note("joins a slower promise", Int(order.speed) != demand.speed)
          note("no arc for the item", demand.arcs.isEmpty)
          note("several arcs", demand.arcs.count > 1)
          let reachable = network.deliveries.contains { $0.region == Int32(order.region) }
          note("out of everybody's reach", !reachable && order.units > 0)
        }
      }
    }
    #expect(found.count == 22)
    for (what, count) in found { #expect(count >= 4, "\(what): \(count)") }
  }

  @Test func bindManyLimits() throws {
    let binding = try (0..<20).map { seed in
      let oracle = RandomPlan(seed: UInt64(seed)).oracle
      let duals = try ExternalSolver.clp.solve(oracle.program).duals
      return oracle.couplingRows.count { abs(duals[$0]) > 1e-7 }
    }
    // The median; where hardly any binds the items hardly meet.
    #expect(binding.sorted()[binding.count / 2] >= 5, "\(binding)")
  }
}
