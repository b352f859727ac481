import InventoryPlanning
import RetailData
import TestSupport

extension SeededGenerator {
  /// Four to seven facilities in three echelons, numbered in no order; two to four regions; two or
  /// three speeds. Without limits.
  mutating func network() -> Network {
    var network = Network()
    network.regions = (0..<Int.random(in: 2...4, using: &self)).map {
      Region(id: "r\($0)", name: "r\($0)", latitude: 50, longitude: 0)
    }
    let speeds = Int.random(in: 2...3, using: &self)
    network.speeds = (0..<speeds).map {
      Speed(
        id: "k\($0)", promiseHours: 12 * Double($0 + 1),
        lostSalePenalty: Double.random(in: 0...6, using: &self), serviceTarget: .nan)
    }
    network.vendors = [Vendor(id: "v0", name: "v0"), Vendor(id: "v1", name: "v1")]
    var kinds: [FacilityKind] = [
      .distributionCenter, .fulfillmentCenter, .nonSortableCenter, .sameDaySite,
    ]
    let more: [FacilityKind] = [
      .distributionCenter, .distributionCenter, .fulfillmentCenter, .sameDaySite,
      .nonSortableCenter,
    ]
    for _ in 0..<Int.random(in: 0...3, using: &self) { kinds.append(of(more)) }
    kinds.shuffle(using: &self)
    network.facilities = kinds.enumerated().map { number, kind in
      Facility(
        id: "f\(number)", name: "f\(number)", kind: kind, latitude: 50, longitude: 0,
        storage: .infinity, inboundPerDay: .infinity, outboundPerDay: .infinity,
        // Whether the upper echelons are dearer is left to chance: the cut of h has work to do.
        holdingCost: chance(0.1) ? 0 : Double.random(in: 0.001...0.06, using: &self))
    }
    network.transfers = transfers(kinds)
    network.deliveries = deliveries(kinds, network)
    return network
  }

  /// Centre to centre, centre to the rest, fulfilment centre to same-day site. Of two buildings of
  /// one kind the first is above: no cycles.
  private mutating func transfers(_ kinds: [FacilityKind]) -> [Transfer] {
    var rows: [Transfer] = []
    for (from, upper) in kinds.enumerated() {
      for (to, lower) in kinds.enumerated() where from != to {
        let share: Double
        switch (upper, lower) {
        case (.distributionCenter, .distributionCenter): share = from < to ? 0.9 : 0
        case (.distributionCenter, .sameDaySite): share = 0.4
        case (.distributionCenter, _): share = 0.85
        case (.fulfillmentCenter, .sameDaySite): share = 0.9
        default: share = 0
        }
        if !chance(share) { continue }
        rows.append(
          Transfer(
            from: Int32(from), to: Int32(to), leadTimeDays: days(0.5...4),
            costPerUnit: Double.random(in: 0...0.5, using: &self),
            costPerLitre: Double.random(in: 0...0.1, using: &self)))
      }
    }
    return rows.shuffled(using: &self)
  }

  private mutating func deliveries(_ kinds: [FacilityKind], _ network: Network) -> [Delivery] {
    var rows: [Delivery] = []
    let slowest = network.speeds.count - 1
    // Here nobody keeps the fastest promise, and in one network of six nobody comes at all.
    let spurned = Int.random(in: network.regions.indices, using: &self)
    let isOutOfReach = chance(0.17)
    for (facility, kind) in kinds.enumerated() {
      for region in network.regions.indices {
        for speed in network.speeds.indices {
          if region == spurned, speed == 0 || isOutOfReach { continue }
          let share: Double
          switch kind {
          case .sameDaySite: share = speed == 0 ? 0.7 : 0.3
          case .fulfillmentCenter: share = speed == 0 ? 0.2 : 0.8
          case .nonSortableCenter: share = speed == 0 ? 0 : 0.8
          case .distributionCenter: share = speed == slowest ? 0.6 : 0
          }
          if !chance(share) { continue }
          rows.append(
            Delivery(
              facility: Int32(facility), region: Int32(region), speed: Int32(speed),
              // Also on rows of the slowest promise, where it must be ignored.
              cutoffHour: chance(0.35) ? .nan : of([10, 12, 14.5, 18, 20, 24]),
              costPerUnit: Double.random(in: 0.5...8, using: &self) / Double(speed + 1),
              costPerKilogram: Double.random(in: 0...0.5, using: &self)))
        }
      }
    }
    return rows.shuffled(using: &self)
  }
}
