import RetailData

extension StockPolicy {
  /// One pool for the whole country: a newsvendor's total of every item, bought together and spread
  /// over the buildings in proportion to their size, which is what they can ship (or, where there is
  /// no limit, what they deliver of all items). Where the customers of an item live is not asked.
  static func national(
    _ world: SimulationWorld, catchment: Catchment, forecast: DemandForecast, leads: LeadTimeTable
  ) -> StockPolicy {
    let choice = SourceChoice(world)
    let facilities = world.facilityCount
    let kinds = Handling.allCases.count
    let own = (0..<world.itemCount).map { choice.sources(of: $0) }
    let shares = own.enumerated().map { item, sources in
      catchment.share(of: item) { sources[$0] != .none }
    }
    var size = [Double](repeating: 0, count: kinds * facilities)
    for item in 0..<world.itemCount {
      let row = Int(world.handling.pointer[item]) * facilities
      for facility in 0..<facilities { size[row + facility] += shares[item].rate[facility] }
    }
    for place in size.indices where size[place] > 0 {
      let door = world.facilities.pointer[place % facilities].outbound
      if door.isFinite { size[place] = door }
    }
    var levels: [Int32] = []
    var allWeights: [Float] = []
    levels.reserveCapacity(world.itemCount * facilities)
    for item in 0..<world.itemCount {
      let row = Int(world.handling.pointer[item]) * facilities
      let weights = (0..<facilities).map { own[item][$0] == .none ? 0 : size[row + $0] }
      let total = total(
        of: item, world, sources: own[item], share: shares[item], forecast: forecast, leads: leads)
      levels += spread(total, in: weights)
      allWeights += weights.map { Float($0) }
    }
    return StockPolicy(
      levels: levels, sources: own.flatMap { $0 }, countsEchelons: true, fulfilment: .nearest,
      weights: allWeights)
  }

  private static func total(
    of item: Int, _ world: SimulationWorld, sources: [Source], share: Catchment.Share,
    forecast: DemandForecast, leads: LeadTimeTable
  ) -> Int32 {
    let settings = world.input.settings
    let rows = sources.filter { $0.supply >= 0 }.map { Int($0.supply) }
    let network = world.input.network
    guard share.total > 0,
      let row = rows.min(by: { network.supply[$0].unitCost < network.supply[$1].unitCost })
    else { return 0 }
    let longest =
      sources.filter { $0.transfer >= 0 }.map {
        network.transfers[Int($0.transfer)].leadTimeDays
      }.max() ?? 0
    let days = settings.reviewDays + leads.mean[row] + longest
    let value = zip(share.rate, share.worth).reduce(0) { $0 + $1.0 * $1.1 } / share.total
    let holding =
      zip(share.rate, 0..<world.facilityCount).reduce(0) {
        $0 + $1.0 * world.facilities.pointer[$1.1].holdingCost
      } / share.total
    return LevelRule.units(
      rate: share.total, size: Double(forecast.size[item]), days: days,
      deviation: network.supply[row].leadTimeSDDays * settings.leadTimeFactor, under: value,
      over: world.volume.pointer[item] * holding * days)
  }

  /// Whole units in proportion to weights, by largest remainders.
  static func spread(_ total: Int32, in weights: [Double]) -> [Int32] {
    let sum = weights.reduce(0, +)
    guard total > 0, sum > 0 else { return [Int32](repeating: 0, count: weights.count) }
    let exact = weights.map { Double(total) * $0 / sum }
    var units = exact.map { Int32($0) }
    let missing = Int(total - units.reduce(0, +))
    let order = exact.indices.sorted {
      (exact[$1] - Double(units[$1]), $0) < (exact[$0] - Double(units[$0]), $1)
    }
    for place in order.prefix(missing) { units[place] += 1 }
    return units
  }
}
