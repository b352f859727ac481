import RetailData

/// Which speeds customers choose, and at what hour they order.
struct DeliveryProfile: Sendable {
  let regionCount: Int
  let speedCount: Int
  /// `[(handling × regionCount + region) × speedCount + speed]`
  let speedUnits: [Double]
  /// `[speed × 24 + hour]`, and a last row for what names no speed.
  let hourUnits: [Double]

  /// A handling's or region's own choice weighs as much as that of all after so many units.
  private static let speedPrior = 50.0
  /// The same for the hours of one speed.
  private static let hourPrior = 200.0

  var knowsSpeeds: Bool { speedUnits.contains { $0 > 0 } }

  /// Shares for every handling and region, sparse ones like those of their handling, and that like
  /// the shop's. Where the data names no speed every customer is taken to choose the slowest, as
  /// that is what somebody who was never asked will get.
  func speedShares() -> [Float] {
    guard speedCount > 0 else { return [] }
    var shop = [Double](repeating: 0, count: speedCount)
    for (place, value) in speedUnits.enumerated() { shop[place % speedCount] += value }
    let total = shop.reduce(0, +)
    shop =
      total > 0
      ? shop.map { $0 / total } : shop.indices.map { $0 == speedCount - 1 ? 1.0 : 0.0 }
    var shares: [Float] = []
    for handling in 0..<Handling.allCases.count {
      let start = handling * regionCount * speedCount
      var own = [Double](repeating: 0, count: speedCount)
      for place in 0..<regionCount * speedCount {
        own[place % speedCount] += speedUnits[start + place]
      }
      let kind = Self.shares(own, prior: shop, strength: Self.speedPrior)
      for region in 0..<regionCount {
        let row = start + region * speedCount
        let units = Array(speedUnits[row..<row + speedCount])
        shares += Self.shares(units, prior: kind, strength: Self.speedPrior).map(Float.init)
      }
    }
    return shares
  }

  /// By speed, shrunk to the whole shop's day.
  func hourShares() -> [Float] {
    var day = [Double](repeating: 0, count: 24)
    for (place, value) in hourUnits.enumerated() { day[place % 24] += value }
    let even = [Double](repeating: 1.0 / 24, count: 24)
    let total = day.reduce(0, +)
    day = total > 0 ? day.map { $0 / total } : even
    return (0..<speedCount).flatMap { speed in
      Self.shares(
        Array(hourUnits[speed * 24..<(speed + 1) * 24]), prior: day, strength: Self.hourPrior
      ).map(Float.init)
    }
  }

  /// The mean of the posterior under a Dirichlet prior.
  private static func shares(_ units: [Double], prior: [Double], strength: Double) -> [Double] {
    let total = units.reduce(0, +) + strength
    return zip(units, prior).map { ($0 + strength * $1) / total }
  }
}
