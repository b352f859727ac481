import RetailData

/// Finds prices of what items share, a step a round: dearer where more of a capacity is asked for
/// than there is, or a fill target is missed; cheaper where it is not used up.
///
/// Nobody knows beforehand what a price will be, or how much use answers to it: the last unit of a
/// door may be worth a cent or the whole of a sale. Steps are therefore shares of the price, and
/// every price has a length of step of its own that grows while it goes one way and is halved when it
/// turns back (as in Riedmiller & Braun, "RPROP", 1993).
struct PriceSearch {
  private(set) var prices: SharedPrices
  private var steps: [Step]
  private let fill: FillRows
  private let facilities: [Facility]
  /// Money per unit, and per litre and day.
  private let scale: (unit: Double, litreDay: Double)

  /// A share of the price.
  private struct Step {
    var size = 0.5
    var lastWasUp: Bool?

    mutating func next(_ isUp: Bool) -> Double {
      if let lastWasUp {
        size = lastWasUp == isUp ? min(1, 1.6 * size) : max(0.015, 0.5 * size)
      }
      lastWasUp = isUp
      return size
    }
  }

  /// What of a capacity is to be used. A door that is to let through as many as it can on average
  /// has a queue without end; room that is full on training days is too small on others; and a
  /// price whose use is about right had better stay, for all others answer to it.
  private static let aim = 0.90...0.95

  /// Of the scale of prices: the price that the first step of one without a price is a share of, and
  /// what is too little to be charged.
  private static let first = 0.05
  private static let least = 0.002

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
      let change = price * size * min(1, max(-1, 20 * missing / goal))
      prices.targets[number] = min(price, max(0, prices.targets[number] + change))
    }
  }

  private mutating func moved(
    _ price: Double, _ used: Double, _ capacity: Double, scale: Double, step: Int
  ) -> Double {
    guard capacity.isFinite else { return 0 }
    let share = capacity > 0 ? used / capacity : used > 0 ? 2 : 0
    if Self.aim.contains(share) { return price }
    let isUp = share > Self.aim.upperBound
    // What costs nothing and is not used up needs no step.
    if !isUp, price <= 0 { return 0 }
    let beyond = share - (isUp ? Self.aim.upperBound : Self.aim.lowerBound)
    // One part in ten too much is reason for a whole step.
    let change = steps[step].next(isUp) * min(1, max(-1, 10 * beyond))
    let new = price + max(price, Self.first * scale) * change
    return new < Self.least * scale ? 0 : new
  }
}
