import RetailData

/// Orders drawn day by day from a forecast.
///
/// The units of a day are negative binomial with a size in proportion to its length, as in the
/// planner's scenarios, so that a week is distributed as the forecast says. Every draw has a name:
/// item, replication, day; see `KeyedDraws`.
struct ForecastDemand: DemandSource {
  private let world: SimulationWorld
  private let demand: EpochDemand
  private let placement: OrderPlacement
  private let seed: UInt64
  private let purpose: DrawPurpose

  init(
    _ world: SimulationWorld, forecast: DemandForecast, seed: UInt64, purpose: DrawPurpose
  ) {
    self.world = world
    demand = EpochDemand(world.input, forecast: forecast)
    placement = OrderPlacement(world.input, forecast: forecast)
    self.seed = seed
    self.purpose = purpose
  }

  func trace(items: Range<Int>, replication: Int, days: Int) -> DemandTrace {
    var found: [(day: Int32, order: SimulatedOrder)] = []
    for item in items { add(item, replication: replication, days: days, to: &found) }
    return DemandTrace(days: days, orders: found)
  }

  private func add(
    _ item: Int, replication: Int, days: Int,
    to found: inout [(day: Int32, order: SimulatedOrder)]
  ) {
    let means = demand.cumulativeMeans(ofItem: item)
    guard means.last ?? 0 > 0 else { return }
    let regions = placement.regions(ofItem: item)
    var orders = OrderList()
    for day in 0..<days {
      // A key has room for 256 days; every such stretch of time has a seed of its own.
      let random = KeyedDraws(
        seed: seed &+ UInt64(day >> 8) &* 0x9e37_79b9_7f4a_7c15, purpose: purpose)
      let part = day & 0xff
      let p = random.uniform(.demand, item: item, scenario: replication, epoch: part)
      let units = demand.units(
        ofItem: item, means: means, from: Double(day), to: Double(day + 1), at: p)
      guard units > 0 else { continue }
      orders.removeAll()
      placement.place(
        min(units, 1e6),
        at: OrderPlacement.Place(
          item: item, scenario: replication, epoch: part, random: random, chance: p),
        regions: regions, into: &orders)
      for order in orders.orders {
        let destination = world.destinations.number(
          region: Int(order.region), speed: Int(order.speed), hour: Double(order.hour))
        // As in a plan, what nobody can serve at its speed counts at the next slower one.
        let promised =
          destination.map { world.destinations.all[$0].speed } ?? Int32(world.speedCount - 1)
        found.append(
          (
            Int32(day),
            SimulatedOrder(
              item: Int32(item), destination: Int32(destination ?? -1), units: Int32(order.units),
              region: Int32(order.region), speed: promised, hour: order.hour)
          ))
      }
    }
  }
}
