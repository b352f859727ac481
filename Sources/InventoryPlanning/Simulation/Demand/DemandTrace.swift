/// The orders of one replication, day by day and in the order in which they come in. The same for
/// every policy: what differs between two of them is their own doing.
struct DemandTrace: Sendable {
  /// Orders of day d: `dayStart[d] ..< dayStart[d + 1]`.
  let dayStart: [Int32]
  let orders: FlatBuffer<SimulatedOrder>

  var days: Int { dayStart.count - 1 }

  /// - Parameter orders: With their days, in any order; those of one moment stay in theirs.
  init(days: Int, orders: [(day: Int32, order: SimulatedOrder)]) {
    var start = [Int32](repeating: 0, count: days + 1)
    for (day, _) in orders { start[Int(day) + 1] += 1 }
    for day in 0..<days { start[day + 1] += start[day] }
    var next = start
    let sorted = FlatBuffer<SimulatedOrder>(repeating: SimulatedOrder.none, count: orders.count)
    for (day, order) in orders {
      sorted.pointer[Int(next[Int(day)])] = order
      next[Int(day)] += 1
    }
    // Within a day by the hour; the sort is stable by the number of the item and what came first.
    var keys: [UInt64] = []
    var copy: [SimulatedOrder] = []
    for day in 0..<days {
      let range = Int(start[day])..<Int(start[day + 1])
      guard range.count > 1 else { continue }
      let base = sorted.pointer
      keys.removeAll(keepingCapacity: true)
      copy.removeAll(keepingCapacity: true)
      for place in range {
        keys.append(UInt64(base[place].hour.bitPattern) << 32 | UInt64(place - range.lowerBound))
        copy.append(base[place])
      }
      keys.sort()
      for (place, key) in keys.enumerated() {
        base[range.lowerBound + place] = copy[Int(key & 0xffff_ffff)]
      }
    }
    dayStart = start
    self.orders = sorted
  }
}

/// Units of one item that a customer asks for at one moment.
struct SimulatedOrder: Sendable, BitwiseCopyable {
  var item: Int32
  /// Number of the destination; -1 where nobody ever delivers.
  var destination: Int32
  var units: Int32
  var region: Int32
  /// The speed asked for; the next slower one that anybody can keep, where nobody can keep it.
  var speed: Int32
  /// Hour of the day, 0 ..< 24.
  var hour: Float

  static let none = SimulatedOrder(
    item: 0, destination: -1, units: 0, region: 0, speed: 0, hour: 0)
}

/// Where a simulation takes its orders from.
protocol DemandSource: Sendable {
  /// Orders of some items in one replication. The orders of an item do not depend on which others
  /// are asked for.
  func trace(items: Range<Int>, replication: Int, days: Int) -> DemandTrace
}
