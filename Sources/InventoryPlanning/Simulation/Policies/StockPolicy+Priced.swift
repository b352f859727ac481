import RetailData

extension StockPolicy {
  /// The same stock, with orders given out by what a unit is worth where it stands: what it costs
  /// to bring another one there, and what is lost if it is missed before that; and by what the room
  /// that it takes in the door is worth to others.
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
    let doorPrice = prices?.outbound ?? [Double](repeating: 0, count: facilities)
    var doors = doorPrice.map { DoorWorth(price: $0) }
    let inTime = prices.map { world.fill.worth(at: $0.targets) }
    for item in 0..<world.itemCount {
      let base = item * facilities
      let cost = replacementCosts(of: item, world, prices)
      let share = catchment.share(
        of: item, holds: { levels[base + $0] > 0 },
        extra: { cost[$0] + doorPrice[$0] }, inTime: inTime
      ) { facility, part, units in
        for hour in part.hours.indices { doors[facility].hours[hour] += units * part.hours[hour] }
      }
      for facility in 0..<facilities {
        policy.worth.append(
          UnitWorth(
            rate: Float(share.rate[facility]), loss: Float(share.loss[facility]),
            replacement: Float(cost[facility])))
        // Who cannot go through here does not pay for it either.
        doors[facility].loss +=
          share.rate[facility] * (share.loss[facility] + doorPrice[facility])
      }
      addTransfers(of: item, share.rate, to: &doors, world)
    }
    for facility in doors.indices {
      let units = doors[facility].units
      if units > 0 { doors[facility].loss /= units }
    }
    policy.doors = doors
    return policy
  }

  /// What is sold below goes through the doors above.
  private func addTransfers(
    of item: Int, _ rate: [Double], to doors: inout [DoorWorth], _ world: SimulationWorld
  ) {
    var rate = rate
    for facility in world.order.facilities.reversed().map({ Int($0) }) {
      let transfer = sources[item * world.facilityCount + facility].transfer
      guard transfer >= 0 else { continue }
      let parent = Int(world.input.network.transfers[Int(transfer)].from)
      doors[parent].transfers += rate[facility]
      rate[parent] += rate[facility]
    }
  }

  /// Money per unit, by facility: all transfers on the way from the vendor, and the charge for every
  /// door that the unit passes, but for that to the customer.
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
    return cost
  }
}
