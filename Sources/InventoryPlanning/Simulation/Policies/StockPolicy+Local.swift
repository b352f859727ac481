import RetailData

extension StockPolicy {
  /// Every facility a newsvendor of its own, for the customers that it serves at the least cost and
  /// the facilities that it sends to. Nobody looks at anybody else's stock.
  static func local(
    _ world: SimulationWorld, catchment: Catchment, forecast: DemandForecast, leads: LeadTimeTable
  ) -> StockPolicy {
    let choice = SourceChoice(world)
    let network = world.input.network
    let settings = world.input.settings
    let facilities = world.facilityCount
    var levels = [Int32](repeating: 0, count: world.itemCount * facilities)
    var sources: [Source] = []
    sources.reserveCapacity(levels.count)
    for item in 0..<world.itemCount {
      let own = choice.sources(of: item)
      sources += own
      let share = catchment.share(of: item) { own[$0] != .none }
      var rate = share.rate
      var value = zip(share.rate, share.worth).map { $0 * $1 }
      // What facilities below ask for is demand too, and worth what their customers are.
      for facility in world.order.facilities.reversed().map({ Int($0) })
      where own[facility].transfer >= 0 {
        let parent = Int(network.transfers[Int(own[facility].transfer)].from)
        rate[parent] += rate[facility]
        value[parent] += value[facility]
      }
      for facility in 0..<facilities where rate[facility] > 0 {
        var days = settings.reviewDays
        var deviation = 0.0
        if own[facility].supply >= 0 {
          let row = network.supply[Int(own[facility].supply)]
          days += leads.mean[Int(own[facility].supply)]
          deviation = row.leadTimeSDDays * settings.leadTimeFactor
        } else {
          days += network.transfers[Int(own[facility].transfer)].leadTimeDays
        }
        levels[item * facilities + facility] = LevelRule.units(
          rate: rate[facility], size: Double(forecast.size[item]), days: days,
          deviation: deviation, under: value[facility] / rate[facility],
          over: world.volume.pointer[item] * world.facilities.pointer[facility].holdingCost * days)
      }
    }
    return StockPolicy(
      levels: levels, sources: sources, countsEchelons: false, fulfilment: .nearest)
  }
}
