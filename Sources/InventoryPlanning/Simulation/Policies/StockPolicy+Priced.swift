import RetailData

extension StockPolicy {
  /// The same stock, with orders given out by what a unit is worth where it stands: what it costs
  /// to bring another one there, and what is lost if it is missed before that.
  ///
  /// - Parameter prices: Of what items share: a door that is always busy is not for orders that
  ///   others can serve as well, and a unit that keeps a fill target is worth more.
  func priced(
    _ world: SimulationWorld, catchment: Catchment, prices: SharedPrices?
  ) -> StockPolicy {
    var policy = self
    policy.fulfilment = .priced
    policy.worth = []
    policy.worth.reserveCapacity(levels.count)
    let facilities = world.facilityCount
    let inTime = prices.map { world.fill.worth(at: $0.targets) }
    for item in 0..<world.itemCount {
      let base = item * facilities
      let cost = replacementCosts(of: item, world, prices)
      let share = catchment.share(
        of: item, holds: { levels[base + $0] > 0 }, extra: { cost[$0] }, inTime: inTime)
      for facility in 0..<facilities {
        policy.worth.append(
          UnitWorth(
            rate: Float(share.rate[facility]), loss: Float(share.loss[facility]),
            replacement: Float(cost[facility])))
      }
    }
    return policy
  }

  /// Money per unit, by facility: all transfers on the way from the vendor, and the charge for every
  /// door that the unit passes, that to the customer included.
  private func replacementCosts(
    of item: Int, _ world: SimulationWorld, _ prices: SharedPrices?
  ) -> [Double] {
    let network = world.input.network
    var cost = [Double](repeating: 0, count: world.facilityCount)
    for facility in world.order.facilities.map({ Int($0) }) {
      let source = sources[item * world.facilityCount + facility]
      cost[facility] = prices?.inbound[facility] ?? 0
      if source.supply >= 0 {
        cost[facility] +=
          network.supply[Int(source.supply)].unitCost - world.input.items.unitCost[item]
      } else if source.transfer >= 0 {
        let row = network.transfers[Int(source.transfer)]
        cost[facility] +=
          cost[Int(row.from)] + row.costPerUnit + row.costPerLitre * world.volume.pointer[item]
          + (prices?.outbound[Int(row.from)] ?? 0)
      }
    }
    if let prices {
      for facility in cost.indices { cost[facility] += prices.outbound[facility] }
    }
    return cost
  }
}
