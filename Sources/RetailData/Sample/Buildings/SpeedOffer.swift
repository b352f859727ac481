/// Which speeds a shop offers to an order, by region and hour, and which one a customer takes.
struct SpeedOffer {
  /// By (handling, region, speed): the latest cut-off of any building, 24 without one, -1 if none.
  private let latest: [Int]
  private static let shares = [0.3, 0.6, 1]

  init(network: SampleNetwork) {
    let speeds = SampleNetwork.promises.count
    let regions = Place.regions.count
    var latest = [Int](repeating: -1, count: Handling.allCases.count * regions * speeds)
    for route in network.routes {
      for handling in Handling.allCases
      where SampleNetwork.accepts(network.sites[route.facility].kind, handling) {
        let place = (Int(handling.rawValue) * regions + route.region) * speeds + route.speed
        latest[place] = max(latest[place], route.cutoffHour ?? 24)
      }
    }
    self.latest = latest
  }

  /// The fastest speed a customer would pay for: 30 % same-day, 30 % next-day, 40 % standard.
  static func wish(ofOrder key: UInt64, seed: UInt64) -> Int {
    var stream = KeyedStream(
      seed: seed, purpose: .orderSpeed, key: Int(truncatingIfNeeded: key))
    let draw = stream.uniform()
    return shares.firstIndex { draw < $0 } ?? shares.count - 1
  }

  /// The wished speed, or the next slower one that can still be kept at that hour.
  func speed(wish: Int, handling: Handling, region: Int, hour: Int) -> Int {
    let speeds = SampleNetwork.promises.count
    let row = (Int(handling.rawValue) * Place.regions.count + region) * speeds
    var speed = wish
    while speed < speeds - 1, latest[row + speed] <= hour { speed += 1 }
    return speed
  }

  /// Expected share of a region's units by speed, for sizing buildings.
  func shares(handling: Handling, region: Int, calendar: ShopCalendar) -> [Double] {
    var shares = [Double](repeating: 0, count: SampleNetwork.promises.count)
    for hour in 0..<24 {
      for wish in shares.indices {
        let share = SpeedOffer.shares[wish] - (wish == 0 ? 0 : SpeedOffer.shares[wish - 1])
        shares[speed(wish: wish, handling: handling, region: region, hour: hour)] +=
          share * calendar.share(ofHour: hour)
      }
    }
    return shares
  }
}
