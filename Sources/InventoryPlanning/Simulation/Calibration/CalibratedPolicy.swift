/// A policy that was tried out before it is judged.
public struct CalibratedPolicy: Sendable {
  public var policy: StockPolicy
  /// Money per unit ordered, on days that nothing was chosen by: what the policy promises.
  public var promisedCost: Interval
  /// What the levels of each echelon, from the top, were multiplied by at first; empty where the
  /// policy is the one that was given.
  public var multipliers: [Double]
  public var prices: SharedPrices
  /// The largest share by which the use of a capacity was above it: see `MeanUse.excess`.
  public var excess: Double

  /// Of a capacity: what rounding of days may leave is none.
  static let tolerance = 0.005

  /// Whether nothing better was found than what was given.
  public var isAsGiven: Bool { multipliers.isEmpty }

  /// A cost that weighs a capacity exceeded by a tenth as heavily as half of itself: more than any
  /// that was seen to pay.
  static func merit(_ cost: Double, excess: Double) -> Double {
    cost + 5 * abs(cost) * max(0, excess - tolerance)
  }

  /// What the search makes as small as it can.
  var merit: Double { Self.merit(promisedCost.mean, excess: excess) }
}
