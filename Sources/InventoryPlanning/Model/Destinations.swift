import RetailData

/// What customers can ask for: a region, a speed and a slice of the day between two cut-offs.
///
/// Within a slice every order can be served by the same facilities, so all that a class of demand
/// needs, beside the epoch, is its destination. What nobody in the network can serve at its speed
/// joins the destination of the next slower speed.
struct Destinations: Sendable {
  struct Destination: Sendable, Equatable {
    var region: Int32
    /// After joining slower speeds: the promise that is kept, whose penalty a lost sale costs.
    var speed: Int32
    /// Rows of `network.deliveries` that keep the promise.
    var deliveries: [Int32]
  }

  private(set) var all: [Destination] = []
  /// Latest order hours of the slices of each region and speed but the last, ascending.
  private var cutoffs: [[Double]] = []
  /// The destination of each slice, -1 where nobody delivers; one more than there are cut-offs.
  private var slices: [[Int32]] = []
  private let speedCount: Int

  init(_ network: Network) {
    let speeds = network.speeds.count
    speedCount = speeds
    var rows = [[Int32]](repeating: [], count: network.regions.count * speeds)
    for (row, delivery) in network.deliveries.enumerated() {
      rows[Int(delivery.region) * speeds + Int(delivery.speed)].append(Int32(row))
    }
    /// The slowest promise has no cut-off.
    func cutoff(_ row: Int32) -> Double {
      let delivery = network.deliveries[Int(row)]
      let hour = delivery.cutoffHour
      return hour.isNaN || Int(delivery.speed) == speeds - 1 ? 24 : hour
    }
    cutoffs = Array(repeating: [], count: rows.count)
    slices = Array(repeating: [], count: rows.count)
    for region in network.regions.indices {
      for speed in stride(from: speeds - 1, through: 0, by: -1) {
        let slot = region * speeds + speed
        let usable = (0...speed).flatMap { rows[region * speeds + $0] }
        let hours = Set(usable.map(cutoff)).filter { $0 < 24 }.sorted()
        cutoffs[slot] = hours
        for latest in hours + [24] {
          let open = usable.filter { cutoff($0) >= latest }
          if !open.isEmpty {
            slices[slot].append(Int32(all.count))
            all.append(
              Destination(region: Int32(region), speed: Int32(speed), deliveries: open))
          } else if speed + 1 < speeds {
            // A slower promise may have other cut-offs inside this slice, but where a faster one
            // cannot be kept they are the slower one's own business: look it up hour by hour.
            slices[slot].append(Self.joined)
          } else {
            slices[slot].append(Self.nobody)
          }
        }
      }
    }
  }

  private static let nobody: Int32 = -1
  private static let joined: Int32 = -2

  /// The destination of an order, or nil where nobody delivers. An order makes a cut-off when it is
  /// placed no later.
  func number(region: Int, speed: Int, hour: Double) -> Int? {
    var speed = speed
    while speed < speedCount {
      let slot = region * speedCount + speed
      let hours = cutoffs[slot]
      var slice = 0
      while slice < hours.count, hours[slice] < hour { slice += 1 }
      let found = slices[slot][slice]
      if found != Self.joined { return found >= 0 ? Int(found) : nil }
      speed += 1
    }
    return nil
  }
}
