/// How soon an item can be with the customers of a region.
public enum Reach: Sendable, Equatable {
  /// A unit stands where it can be sent from.
  case promised(Promise)
  /// Facilities deliver there that may hold the item, but none of them has a unit.
  case short
  /// No facility that may hold the item delivers there.
  case unserved

  public var promise: Promise? {
    if case .promised(let promise) = self { promise } else { nil }
  }
}

/// The soonest delivery of a unit: at the fastest speed that a facility with a unit offers there,
/// from the facility that does it at the least cost, at equal costs from that of the lower number.
public struct Promise: Sendable, Equatable {
  /// Number of the speed, the facility, and the row of `Network.deliveries`.
  public var speed: Int32
  public var facility: Int32
  public var delivery: Int32
  /// Hour of the day before which the order must come; NaN where the promise has no cut-off.
  public var cutoffHour: Double
  /// Money to deliver one unit of the item, by its weight.
  public var cost: Double

  public static func == (left: Promise, right: Promise) -> Bool {
    left.delivery == right.delivery && left.speed == right.speed && left.facility == right.facility
      && left.cost == right.cost
      && (left.cutoffHour == right.cutoffHour
        || (left.cutoffHour.isNaN && right.cutoffHour.isNaN))
  }
}
