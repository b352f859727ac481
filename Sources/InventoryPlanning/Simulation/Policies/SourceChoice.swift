import RetailData

/// Where each facility would get an item from, if nobody planned: from the cheapest vendor who
/// comes there, else from the cheapest facility above that has it itself.
struct SourceChoice {
  let world: SimulationWorld
  private let rows: ItemRows

  init(_ world: SimulationWorld) {
    self.world = world
    rows = ItemRows(world.input)
  }

  /// By facility; `none` where the item cannot come, or may not stand.
  func sources(of item: Int) -> [StockPolicy.Source] {
    let network = world.input.network
    let handling = world.input.items.handling[item]
    var sources = [StockPolicy.Source](repeating: .none, count: world.facilityCount)
    var cost = [Double](repeating: .infinity, count: world.facilityCount)
    for row in rows.supply(of: item) {
      let supply = network.supply[Int(row)]
      let facility = Int(supply.facility)
      guard network.facilities[facility].kind.mayHold(handling), supply.unitCost < cost[facility]
      else { continue }
      cost[facility] = supply.unitCost
      sources[facility] = StockPolicy.Source(supply: row, transfer: -1)
    }
    // Whoever sends comes first, so what it costs there is known.
    for facility in world.order.facilities.map({ Int($0) }) where sources[facility].supply < 0 {
      guard network.facilities[facility].kind.mayHold(handling) else { continue }
      for (row, transfer) in network.transfers.enumerated()
      where Int(transfer.to) == facility && cost[Int(transfer.from)].isFinite {
        let whole =
          cost[Int(transfer.from)] + transfer.costPerUnit
          + transfer.costPerLitre * world.input.items.volume[item]
        if whole < cost[facility] {
          cost[facility] = whole
          sources[facility] = StockPolicy.Source(supply: -1, transfer: Int32(row))
        }
      }
    }
    return sources
  }
}
