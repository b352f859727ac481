import RetailData

/// Gives every unit a region, a speed and a moment of the day.
struct OrderPlacement: Sendable {
  /// An item's shares, added up.
  struct Shares {
    fileprivate var regions: [Float]
    fileprivate var handling: Int
  }

  private let regionCount: Int
  private let speedCount: Int
  private let regionShare: [Float]
  private let handling: [Int]
  /// Added up: `[(handling × regionCount + region) × speedCount + speed]`.
  private let speeds: [Float]
  /// Added up: `[speed × 24 + hour]`.
  private let hours: [Float]

  init(_ input: PlanInput, forecast: DemandForecast) {
    precondition(forecast.regionCount <= 65_535, "at most 65,535 regions")
    precondition(forecast.speedCount <= 255, "at most 255 speeds")
    regionCount = forecast.regionCount
    speedCount = forecast.speedCount
    regionShare = forecast.regionShare
    handling = input.items.handling.map { Int($0.rawValue) }
    speeds = Self.addedUp(forecast.speedShare, by: speedCount)
    hours = Self.addedUp(forecast.hourShare, by: 24)
  }

  /// Sums within each run of `length` shares, the last one 1.
  private static func addedUp(_ shares: [Float], by length: Int) -> [Float] {
    precondition(
      shares.allSatisfy { $0 >= 0 && $0.isFinite }, "shares are finite and not negative")
    guard length > 0 else { return [] }
    var sums: [Float] = []
    sums.reserveCapacity(shares.count)
    for start in stride(from: 0, to: shares.count, by: length) {
      var sum = 0.0
      let total = shares[start..<start + length].reduce(0.0) { $0 + Double($1) }
      for place in start..<start + length {
        sum += total > 0 ? Double(shares[place]) / total : 1 / Double(length)
        sums.append(place == start + length - 1 ? 1 : Float(sum))
      }
    }
    return sums
  }

  func shares(ofItem item: Int) -> Shares {
    let own = Array(regionShare[item * regionCount..<(item + 1) * regionCount])
    return Shares(
      regions: Self.addedUp(own, by: regionCount), handling: handling[item])
  }

  func place(
    _ units: Double, shares: Shares, item: Int, scenario: Int, epoch: Int, random: KeyedDraws,
    into orders: inout OrderList
  ) {
    guard regionCount > 0, speedCount > 0 else { return }
    for unit in 0..<Int(units) {
      let words = random.words(.unit, item: item, scenario: scenario, epoch: epoch, index: unit)
      let region = Self.find(words.x, in: shares.regions, from: 0, count: regionCount)
      let speed = Self.find(
        words.y, in: speeds, from: (shares.handling * regionCount + region) * speedCount,
        count: speedCount)
      let hour = Self.find(words.z, in: hours, from: speed * 24, count: 24)
      let before = hour == 0 ? 0 : hours[speed * 24 + hour - 1]
      let share = hours[speed * 24 + hour] - before
      let within = (Float(words.z >> 8) * 0x1p-24 - before) / share
      orders.add(
        region: region, speed: speed,
        hour: min(Float(hour) + max(0, within), Float(hour + 1).nextDown), units: 1)
    }
    orders.close(scenario: scenario, epoch: epoch)
  }

  /// The first of `count` sums that is above a random number.
  private static func find(_ word: UInt32, in sums: [Float], from start: Int, count: Int) -> Int {
    let p = Float(word >> 8) * 0x1p-24
    var place = 0
    while place < count - 1, sums[start + place] <= p { place += 1 }
    return place
  }
}
