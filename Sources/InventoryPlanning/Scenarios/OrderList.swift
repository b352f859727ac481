/// Collects the orders of an item, in the order that `ItemDraws` promises.
struct OrderList {
  private(set) var orders: [ItemDraws.Order] = []
  /// Since the last `close`: where and when, as a number that sorts, and how many.
  private var open: [(key: UInt64, units: Float)] = []

  /// - Parameter within: How much of the hour has passed, 0...1.
  mutating func add(region: Int, speed: Int, hour: Int, within: Float, units: Float) {
    let moment = min(Float(hour) + within, Float(hour + 1).nextDown)
    // Numbers that are not negative sort as their bits do.
    open.append((UInt64(region) << 48 | UInt64(speed) << 40 | UInt64(moment.bitPattern), units))
  }

  /// Sorts what was added since the last time and adds up what is alike.
  mutating func close(scenario: Int, epoch: Int) {
    if open.count > 1 { open.sort { $0.key < $1.key } }
    var last: UInt64?
    for entry in open {
      if entry.key == last {
        orders[orders.count - 1].units += entry.units
        continue
      }
      last = entry.key
      orders.append(
        ItemDraws.Order(
          scenario: scenario, epoch: epoch, region: Int(entry.key >> 48),
          speed: Int(entry.key >> 40 & 0xff),
          hour: Float(bitPattern: UInt32(truncatingIfNeeded: entry.key)), units: entry.units))
    }
    open.removeAll(keepingCapacity: true)
  }

  /// Forgets what was closed; the memory stays for what comes next.
  mutating func removeAll() { orders.removeAll(keepingCapacity: true) }
}
