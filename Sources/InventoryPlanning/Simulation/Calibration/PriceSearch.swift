import RetailData

/// Finds prices of what items share, a step a round: dearer where more of a capacity was used than
/// there is, or a fill target was missed; cheaper otherwise.
///
/// Every price has a step of its own that grows while it goes one way and is halved when it turns
/// back (as in Riedmiller & Braun, "RPROP", 1993): nobody knows beforehand how much use answers to a
/// price, and orders that are given out by price answer at once.
struct PriceSearch {
  private(set) var prices: SharedPrices
  private var steps: [Step]
  private let fill: FillRows
  private let facilities: [Facility]
  /// Money per unit, and per litre and day.
  private let scale: (unit: Double, litreDay: Double)

  /// A share of the scale of prices.
  private struct Step {
    static let first = 0.08
    static let most = 0.33
    var size = Self.first
    var lastWasUp: Bool?

    mutating func next(_ isUp: Bool) -> Double {
      if let lastWasUp { size = lastWasUp == isUp ? min(Self.most, 1.5 * size) : 0.5 * size }
      lastWasUp = isUp
      return size
    }
  }

  /// - Parameter scale: What a unit sold is worth: the scale of prices per unit, and that of prices
  ///   of room.
  init(
    _ first: SharedPrices, _ fill: FillRows, facilities: [Facility],
    scale: (unit: Double, litreDay: Double)
  ) {
    prices = first
    // Prices of another plan know nothing of these targets.
    if first.targets.count != fill.targets.count {
      prices.targets = [Double](repeating: 0, count: fill.targets.count)
    }
    self.fill = fill
    self.facilities = facilities
    self.scale = scale
    steps = [Step](repeating: Step(), count: 3 * facilities.count + prices.targets.count)
  }

  mutating func step(_ use: MeanUse, _ tallies: [RunTally]) {
    for (number, facility) in facilities.enumerated() {
      let step = 3 * number
      prices.storage[number] = moved(
        prices.storage[number], use.litres[number], facility.storage,
        scale: scale.litreDay, step: step)
      prices.inbound[number] = moved(
        prices.inbound[number], use.inbound[number], facility.inboundPerDay, scale: scale.unit,
        step: step + 1)
      prices.outbound[number] = moved(
        prices.outbound[number], use.outbound[number], facility.outboundPerDay,
        scale: scale.unit, step: step + 2)
    }
    let runs = Double(max(1, tallies.count))
    for (number, missing) in fill.missing(in: tallies).enumerated() {
      let price = fill.targets[number].price
      let goal = tallies.reduce(0) { $0 + fill.goal(number, in: $1) } / runs
      guard goal > 0 else { continue }
      // One part in twenty missing is reason for a whole step.
      let size = steps[3 * facilities.count + number].next(missing > 0)
      let change = 3 * price * size * min(1, max(-1, 20 * missing / goal))
      prices.targets[number] = min(price, max(0, prices.targets[number] + change))
    }
  }

  private mutating func moved(
    _ price: Double, _ used: Double, _ capacity: Double, scale: Double, step: Int
  ) -> Double {
    guard capacity.isFinite else { return 0 }
    let excess = capacity > 0 ? used / capacity - MeanUse.aim : used > 0 ? 1 : 0
    // What costs nothing and is not used up needs no step.
    if excess <= 0, price <= 0 { return 0 }
    let size = steps[step].next(excess > 0)
    return max(0, price + scale * size * min(1, max(-1, 5 * excess)))
  }
}
