import RetailData

/// Prices of what items share, while the levels of each are sought by themselves: what a unit of each
/// capacity is charged, so that its mean use stays within what there is (money per litre and day, and
/// per unit, by facility), and what a unit served in time earns towards fill targets.
public struct SharedPrices: Sendable, Equatable {
  public var storage: [Double]
  public var inbound: [Double]
  public var outbound: [Double]
  /// Money per unit, by target of the plan: from 0, where it is kept anyway, to the price of a
  /// missing unit.
  public var targets: [Double] = []

  public init(facilities: Int) {
    storage = [Double](repeating: 0, count: facilities)
    inbound = storage
    outbound = storage
  }

  /// The shadow prices of a plan.
  public init(_ plan: Plan) {
    storage = plan.loads.map(\.storage.price)
    inbound = plan.loads.map(\.inbound.price)
    outbound = plan.loads.map(\.outbound.price)
    targets = plan.targets.map(\.price)
  }

  /// The charge for what was used, less what was earned.
  ///
  /// - Parameter worth: Of a unit served in time, by row of `FillRows`.
  func charge(_ tally: RunTally, worth: [Double]) -> Double {
    var sum = 0.0
    for (row, price) in worth.enumerated() { sum -= price * Double(tally.served[row]) }
    for (facility, used) in tally.places.enumerated() {
      sum += storage[facility] * used.litreDays
      sum += inbound[facility] * Double(used.inbound)
      sum += outbound[facility] * Double(used.outbound)
    }
    return sum
  }
}
