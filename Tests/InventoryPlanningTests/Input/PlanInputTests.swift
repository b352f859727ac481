import InventoryPlanning
import RetailData
import Testing

@Suite("Input of a plan from a data set")
struct PlanInputTests {
  @Test func whatTheFilesSayIsTaken() {
    var notices: [Notice] = []
    let input = PlanInput(
      dataset: SmallShop.dataset(weights: [0.25, 1.5, 0.5]), notices: &notices)
    // Not the neighbouring number that a float makes of 2.55.
    #expect(input.items.price == [2.55, 20, 5])
    #expect(input.items.weight == [0.25, 1.5, 0.5])
    #expect(input.items.handling == [.sortable, .nonSortable, .sortable])
    #expect(input.items.category == [0, 1, -1])
    #expect(input.items.demandFactor == [1, 1, 1])
    #expect(input.settings.mode == .target)
  }

  @Test func everyDefaultIsCountedAndDescribed() {
    var notices: [Notice] = []
    let input = PlanInput(dataset: SmallShop.dataset(), notices: &notices)
    // The upper median of 0.5 and 1.5; no item has a weight.
    #expect(input.items.volume == [0.5, 1.5, 1.5])
    #expect(input.items.weight == [0.5, 0.5, 0.5])
    // The cheapest vendor's; items.csv, whose cost the row of supply takes; 60 % of the price.
    #expect(input.items.unitCost == [0.8, 12, 3])
    #expect(input.network.supply.map(\.unitCost) == [1, 0.8, 12])
    #expect(
      notices.map { "\($0.file): \($0.message) (\($0.rows))" } == [
        "items.csv: item \"pot.large\" has no volume_l; 1.5 l, the median of the others, is "
          + "assumed (1)",
        "items.csv: 3 items, such as \"tea\", have no weight_kg; 0.5 kg is assumed (3)",
        "items.csv: item \"mug\" has no unit_cost, nor has supply.csv; 60 % of the price is "
          + "assumed (1)",
        "supply.csv: 1 row has no unit_cost; the item's own is taken (1)",
      ])
  }

  @Test func anItemWithoutPriceIsPlannedAtCostOrAtNothing() {
    var notices: [Notice] = []
    let input = PlanInput(
      dataset: SmallShop.dataset(prices: [.nan, 20, .nan], weights: [1, 1, 1]), notices: &notices)
    #expect(input.items.price == [0.8, 20, 0])
    #expect(input.items.unitCost == [0.8, 12, 0])
    #expect(
      notices.map(\.message).filter { $0.contains("price") } == [
        "item \"tea\" has no price and no purchase that says one; planned at unit cost",
        "item \"mug\" has neither price nor unit_cost; planned at 0",
      ])
  }

  @Test func noFigureIsNaNWhateverIsMissing() {
    let none: [Float] = [.nan, .nan, .nan]
    var notices: [Notice] = []
    let input = PlanInput(
      dataset: SmallShop.dataset(prices: none, unitCosts: none, volumes: none, weights: none),
      notices: &notices)
    let figures = [
      input.items.price, input.items.unitCost, input.items.volume, input.items.weight,
      input.network.supply.map(\.unitCost),
    ]
    #expect(figures.allSatisfy { $0.allSatisfy(\.isFinite) })
  }

  @Test func stockMeansPlanningFromTodaysState() {
    var network = SmallShop.network
    network.inventory = [Stock(facility: 0, item: 0, onHand: 0, inbound: 12)]
    var notices: [Notice] = []
    var input = PlanInput(dataset: SmallShop.dataset(network: network), notices: &notices)
    #expect(input.settings.mode == .state)
    network.inventory = [Stock(facility: 0, item: 0, onHand: 0, inbound: 0)]
    input = PlanInput(dataset: SmallShop.dataset(network: network), notices: &notices)
    #expect(input.settings.mode == .target)
  }

  @Test func rowsMayBeChangedDirectly() throws {
    var (input, names) = SmallShop.input
    try input.set("vendor.acme.unit_cost_factor", to: "2", names: names)
    input.network.supply[0].unitCost = 0.5
    // What was read is what stays: the factor is in the row now, and starts anew.
    #expect(input.network.supply.map(\.unitCost) == [0.5, 0.8, 24])
    #expect(input.items.unitCost == [0.5, 24, 3])
    #expect(try input.value(of: "vendor.acme.unit_cost_factor", names: names) == .number(1))
  }
}
