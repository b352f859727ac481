import InventoryPlanning
import RetailData
import TestSupport

extension SeededGenerator {
  /// Lead times by the rows' means, and orders at random hours: whole units for some items,
  /// fractions for others; one item in ten is not asked for.
  mutating func draws(of item: Int, _ network: Network, _ settings: PlanSettings) -> ItemDraws {
    let scenarios = settings.scenarios
    let isState = settings.mode == .state
    let rows = network.supply.filter { $0.item == item }
    let leadTimes = rows.flatMap { row in
      (0..<scenarios).map { _ in
        days(max(0.5, row.leadTimeMeanDays * 0.5)...row.leadTimeMeanDays * 1.6)
      }
    }
    let cheapest = rows.indices.min { rows[$0].unitCost < rows[$1].unitCost }
    var ends: [Double] = []
    for scenario in 0..<scenarios {
      let transfer = days(0.5...4)
      let vendor = cheapest.map { leadTimes[$0 * scenarios + scenario] } ?? 0
      let review = settings.reviewDays
      let first = review + transfer
      ends.append(first)
      // Empty where the vendor is quicker than the next review and its transfers.
      if isState { ends.append(max(first, vendor)) }
      ends.append(max(first, review + vendor))
    }
    let inbound = (0..<network.facilities.count * scenarios).map { _ in days(0...12) }
    return ItemDraws(
      scenarios: scenarios, epochs: isState ? 3 : 2, epochEnds: ends,
      supplyLeadTimes: leadTimes, inboundArrivals: isState ? inbound : [],
      orders: orders(ends, network, scenarios, isState ? 3 : 2))
  }

  private mutating func orders(
    _ ends: [Double], _ network: Network, _ scenarios: Int, _ epochs: Int
  ) -> [ItemDraws.Order] {
    if chance(0.1) { return [] }
    let daily = Double.random(in: 0.5...4, using: &self)
    let isWhole = chance(0.7)
    var orders: [ItemDraws.Order] = []
    for scenario in 0..<scenarios {
      let season = Double.random(in: 0.4...1.8, using: &self)
      var start = 0.0
      for epoch in 0..<epochs {
        let end = ends[scenario * epochs + epoch]
        for region in network.regions.indices {
          for speed in network.speeds.indices where end > start && chance(0.6) {
            let mean = daily * season * (end - start) / Double(network.regions.count)
            let units = mean * Double.random(in: 0...2, using: &self)
            let hour = chance(0.1) ? of([0, 10, 12, 18]) : Double.random(in: 0..<24, using: &self)
            orders.append(
              ItemDraws.Order(
                scenario: scenario, epoch: epoch, region: region, speed: speed,
                hour: Float(hour), units: Float(isWhole ? units.rounded() : units)))
          }
        }
        start = end
      }
    }
    // Within a class the draws are in the order of the hours; here there is one order in each.
    return orders
  }

  /// Limits some facilities to a share of what would be there if each did a fair part of all.
  mutating func limit(
    _ network: inout Network, _ items: ItemFigures, _ draws: [ItemDraws],
    _ settings: PlanSettings, _ tightness: ClosedRange<Double>
  ) {
    var units = 0.0
    var litres = 0.0
    for (item, draw) in draws.enumerated() {
      let ends = stride(from: draw.epochs - 1, to: draw.epochEnds.count, by: draw.epochs)
      let days = ends.reduce(0) { $0 + draw.epochEnds[$1] } / Double(draw.scenarios)
      let demand = draw.orders.reduce(0) { $0 + Double($1.units) } / Double(draw.scenarios)
      units += demand / days
      litres += demand * items.volume[item]
    }
    let fair = 2.5 / Double(network.facilities.count)
    for facility in network.facilities.indices {
      func drawn(_ figure: Double) -> Double {
        switch Double.random(in: 0..<1, using: &self) {
        case ..<0.2: return .infinity
        case ..<0.23: return 0
        case ..<0.28: return 1e6
        default: return figure * fair * Double.random(in: tightness, using: &self)
        }
      }
      network.facilities[facility].storage = drawn(litres)
      network.facilities[facility].inboundPerDay = drawn(units)
      network.facilities[facility].outboundPerDay = drawn(units)
    }
  }
}
