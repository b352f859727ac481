import RetailData

extension StockPolicy {
  /// The levels and ways of a plan made in target mode: echelon stock, goods from the vendor to
  /// where the plan sends most of them.
  static func multiEchelon(_ world: SimulationWorld, plan: Plan) -> StockPolicy {
    let choice = SourceChoice(world)
    let network = world.input.network
    let facilities = world.facilityCount
    var levels = [Int32](repeating: 0, count: world.itemCount * facilities)
    for position in plan.positions {
      // A plan that was not rounded has fractions of units.
      levels[Int(position.item) * facilities + Int(position.facility)] =
        Int32(min(1e8, max(0, position.target).rounded()))
    }
    var sources: [Source] = []
    sources.reserveCapacity(levels.count)
    for item in 0..<world.itemCount { sources += choice.sources(of: item) }
    var most = [Float](repeating: 0, count: levels.count)
    for order in plan.purchases {
      let ways = order.onward.rows
      let row = network.supply[Int(order.supply)]
      let end = ways.last.map { network.transfers[Int($0)].to } ?? row.facility
      let place = Int(order.item) * facilities + Int(end)
      guard order.units > most[place] else { continue }
      most[place] = order.units
      guard let last = ways.last else {
        sources[place] = Source(supply: order.supply, transfer: -1)
        continue
      }
      sources[place] = Source(supply: -1, transfer: last)
      // The docks on the way have to get it from where the plan gets it.
      let dock = Int(order.item) * facilities + Int(row.facility)
      if most[dock] <= 0 { sources[dock] = Source(supply: order.supply, transfer: -1) }
      for way in ways.dropLast() {
        let between = Int(order.item) * facilities + Int(network.transfers[Int(way)].to)
        if most[between] <= 0 { sources[between] = Source(supply: -1, transfer: way) }
      }
    }
    return StockPolicy(
      levels: levels, sources: sources, countsEchelons: true, fulfilment: .nearest)
  }
}
