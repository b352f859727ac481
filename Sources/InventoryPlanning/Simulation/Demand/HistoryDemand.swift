import RetailData

/// Orders as they came: the last days of the purchases, the same in every replication. What differs
/// between replications is how late vendors are.
struct HistoryDemand: DemandSource {
  private let dataset: Dataset
  private let world: SimulationWorld
  /// The first day that nobody has bought on yet, since 1970.
  private let endDay: Int

  /// - Throws: `HistoryTooShort` where purchases do not reach back `days` days.
  init(_ world: SimulationWorld, dataset: Dataset, days: Int) throws(HistoryTooShort) {
    guard let end = dataset.end else { throw HistoryTooShort(days: 0, needed: days) }
    self.world = world
    self.dataset = dataset
    endDay = end.day + 1
    var first = endDay
    for item in 0..<dataset.items.count {
      guard let place = dataset.purchases.positions(ofItem: item).first else { continue }
      first = min(first, dataset.purchases.times[Int(dataset.purchases.linesByItem[place])].day)
    }
    if endDay - first < days { throw HistoryTooShort(days: endDay - first, needed: days) }
  }

  /// The end of what may be known before the last `days` days: forecasts are fitted up to there.
  func origin(days: Int) -> Timestamp {
    Timestamp(seconds: UInt32(max(0, endDay - days)) * 86_400)
  }

  func trace(items: Range<Int>, replication: Int, days: Int) -> DemandTrace {
    let purchases = dataset.purchases
    let start = endDay - days
    var found: [(day: Int32, order: SimulatedOrder)] = []
    for item in items {
      for position in purchases.positions(ofItem: item) {
        let line = Int(purchases.linesByItem[position])
        let time = purchases.times[line]
        let region = dataset.customers.regions[Int(purchases.customersByItem[position])]
        let units = purchases.quantities[line].rounded()
        guard time.day >= start, units >= 1, region >= 0, Int(region) < world.regionCount else {
          continue
        }
        // Who was never asked gets the slowest.
        let known = Int(purchases.speeds[line])
        let speed = known >= 0 && known < world.speedCount ? known : world.speedCount - 1
        let hour = Float(time.seconds % 86_400) / 3_600
        let destination = world.destinations.number(
          region: Int(region), speed: speed, hour: Double(hour))
        let promised =
          destination.map { world.destinations.all[$0].speed } ?? Int32(world.speedCount - 1)
        found.append(
          (
            Int32(time.day - start),
            SimulatedOrder(
              item: Int32(item), destination: Int32(destination ?? -1),
              units: Int32(min(units, 1e6)), region: region, speed: promised, hour: hour)
          ))
      }
    }
    return DemandTrace(days: days, orders: found)
  }
}

/// There are too few days of purchases for the warm-up and the days that are to be measured.
public struct HistoryTooShort: Error, Sendable, Equatable {
  public let days: Int
  public let needed: Int
}
