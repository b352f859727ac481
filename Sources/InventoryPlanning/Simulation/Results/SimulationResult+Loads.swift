import RetailData

extension SimulationResult {
  /// Mean use of a facility's capacities as shares of them; NaN where there is no limit.
  public struct Load: Sendable, Equatable {
    public var storage: Double
    public var inbound: Double
    public var outbound: Double
  }

  /// One for each facility of the network.
  public func loads(of policy: Int) -> [Load] {
    let use = MeanUse(policies[policy].tallies, days: settings.days)
    func share(_ used: Double, _ capacity: Double) -> Double {
      capacity.isFinite && capacity > 0 ? used / capacity : .nan
    }
    return network.facilities.enumerated().map { number, facility in
      Load(
        storage: share(use.litres[number], facility.storage),
        inbound: share(use.inbound[number], facility.inboundPerDay),
        outbound: share(use.outbound[number], facility.outboundPerDay))
    }
  }
}

extension SimulationStudy.Result {
  /// The items most asked for, by their forecast.
  public func busiestItems(_ count: Int) -> [Int] {
    let catchment = simulator.catchment
    let means = (0..<simulator.world.itemCount).map { catchment.dailyMean(of: $0) }
    return Array(means.indices.sorted { (means[$1], $0) < (means[$0], $1) }.prefix(count))
  }
}

extension StockPolicy {
  /// The levels of an item at all facilities together, units.
  public func total(of item: Int, facilities: Int) -> Int {
    levels[item * facilities..<(item + 1) * facilities].reduce(0) { $0 + Int($1) }
  }
}
