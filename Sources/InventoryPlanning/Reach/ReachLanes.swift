import RetailData

/// The deliveries that orders can be placed for, by facility.
struct ReachLanes: Sendable {
  struct Lane: Sendable {
    let region: Int32
    /// 0 for the fastest speed.
    let rank: Int32
    let row: Int32
    let costPerUnit: Double
    let costPerKilogram: Double

    func cost(weight: Double) -> Double { costPerUnit + costPerKilogram * weight }
  }

  private let offsets: [Int]
  private let lanes: [Lane]

  /// Deliveries whose cut-off leaves no time to order are left out, as they are in a plan.
  init(_ network: Network) {
    var ranks = [Int32](repeating: 0, count: network.speeds.count)
    let order = network.speeds.indices.sorted {
      (network.speeds[$0].promiseHours, $0) < (network.speeds[$1].promiseHours, $1)
    }
    for (rank, speed) in order.enumerated() { ranks[speed] = Int32(rank) }
    let open = network.deliveries.indices
      .filter { !network.deliveries[$0].isClosed(in: network) }
      .sorted { (network.deliveries[$0].facility, $0) < (network.deliveries[$1].facility, $1) }
    var offsets = [Int](repeating: 0, count: network.facilities.count + 1)
    for row in open { offsets[Int(network.deliveries[row].facility) + 1] += 1 }
    for facility in network.facilities.indices { offsets[facility + 1] += offsets[facility] }
    self.offsets = offsets
    lanes = open.map { row in
      let delivery = network.deliveries[row]
      return Lane(
        region: delivery.region, rank: ranks[Int(delivery.speed)], row: Int32(row),
        costPerUnit: delivery.costPerUnit, costPerKilogram: delivery.costPerKilogram)
    }
  }

  var isEmpty: Bool { lanes.isEmpty }

  /// Where a facility delivers to.
  func lanes(from facility: Int) -> ArraySlice<Lane> {
    lanes[offsets[facility]..<offsets[facility + 1]]
  }
}
