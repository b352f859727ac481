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

  /// How many capacities the mean use of all runs together is above. Single runs may be above more
  /// of them, and below others.
  public func capacitiesExceededOnAverage(by policy: Int) -> Int {
    let use = MeanUse(policies[policy].tallies, days: settings.days)
    return network.facilities.enumerated().reduce(0) { count, place in
      let (number, facility) = place
      return count + (use.litres[number] > facility.storage ? 1 : 0)
        + (use.inbound[number] > facility.inboundPerDay ? 1 : 0)
        + (use.outbound[number] > facility.outboundPerDay ? 1 : 0)
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
