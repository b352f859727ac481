import InventoryPlanning
import RetailData
import Testing

/// planning.md §2, "Time", by hand.
struct EpochEndTests {
  private func ends(_ shop: ScenarioShop, item: Int, scenario: Int) -> [Double] {
    let draws = shop.draws.draws(ofItem: item)
    return Array(draws.epochEnds[scenario * draws.epochs..<(scenario + 1) * draws.epochs])
  }

  @Test func stateMode() {
    let shop = ScenarioShop()
    let draws = shop.draws.draws(ofItem: 0)
    #expect(draws.epochs == 3)
    var distinct: Set<Double> = []
    for scenario in 0..<16 {
      // The cheaper row is the second one; the item is sortable: 2 days to the fulfilment centre.
      let vendor = draws.supplyLeadTimes[16 + scenario]
      distinct.insert(vendor)
      #expect(ends(shop, item: 0, scenario: scenario) == [9, max(9, vendor), max(9, 7 + vendor)])
    }
    #expect(distinct.count == 16)
  }

  @Test func targetMode() {
    var shop = ScenarioShop()
    shop.settings.mode = .target
    // Non-sortable: 3 days to its centre; its vendor takes 8 days, always.
    #expect(ends(shop, item: 1, scenario: 5) == [10, 15])
    #expect(shop.draws.draws(ofItem: 0).inboundArrivals.isEmpty)
  }

  @Test func vendorFasterThanTransfer() {
    var shop = ScenarioShop()
    shop.network.supply = [ScenarioShop.supply(item: 0, cost: 4, mean: 1, deviation: 0)]
    #expect(ends(shop, item: 0, scenario: 0) == [9, 9, 9])
    shop.settings.mode = .target
    #expect(ends(shop, item: 0, scenario: 0) == [9, 9])
  }

  @Test func nobodySupplies() {
    var shop = ScenarioShop()
    #expect(ends(shop, item: 2, scenario: 3) == [9, 9, 9])
    #expect(shop.draws.draws(ofItem: 2).supplyLeadTimes.isEmpty)
    shop.network.transfers = []
    #expect(ends(shop, item: 2, scenario: 3) == [7, 7, 7])
  }

  @Test func longerVendorLeadTimesLengthenTheCycle() {
    var shop = ScenarioShop()
    shop.settings.leadTimeFactor = 2
    #expect(ends(shop, item: 1, scenario: 0) == [10, 16, 23])
  }
}
