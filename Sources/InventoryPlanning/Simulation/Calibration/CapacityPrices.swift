import RetailData

/// What a unit of each capacity is charged while levels are sought: what keeps their mean use within
/// what there is. Money per litre and day, and per unit, by facility.
public struct CapacityPrices: Sendable, Equatable {
  public var storage: [Double]
  public var inbound: [Double]
  public var outbound: [Double]

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
  }

  /// The charge for what was used.
  func charge(_ tally: RunTally) -> Double {
    var sum = 0.0
    for (facility, used) in tally.places.enumerated() {
      sum += storage[facility] * used.litreDays
      sum += inbound[facility] * Double(used.inbound)
      sum += outbound[facility] * Double(used.outbound)
    }
    return sum
  }

  /// A step of the subgradient: dearer where more was used than there is, cheaper where less was.
  ///
  /// - Parameters:
  ///   - use: Mean use by facility.
  ///   - unit: What a unit sold is worth: the scale of prices per unit.
  ///   - litreDay: The scale of prices of room.
  mutating func step(_ use: MeanUse, _ facilities: [Facility], unit: Double, litreDay: Double) {
    func moved(_ price: Double, _ used: Double, _ capacity: Double, by scale: Double) -> Double {
      guard capacity.isFinite else { return 0 }
      let excess = capacity > 0 ? used / capacity - MeanUse.aim : used > 0 ? 1 : 0
      return max(0, price + scale * min(1, max(-0.5, excess)))
    }
    for (number, facility) in facilities.enumerated() {
      storage[number] = moved(
        storage[number], use.litres[number], facility.storage, by: litreDay)
      inbound[number] = moved(
        inbound[number], use.inbound[number], facility.inboundPerDay, by: unit)
      outbound[number] = moved(
        outbound[number], use.outbound[number], facility.outboundPerDay, by: unit)
    }
  }
}

/// Mean use of every capacity: litres, units per day, by facility.
struct MeanUse: Sendable {
  let litres: [Double]
  let inbound: [Double]
  let outbound: [Double]

  /// A door that is to let through as many as it can on average has a queue without end, and one
  /// that can let through no more cannot be seen to be asked for more: what is aimed at leaves
  /// room for bad days.
  static let aim = 0.92

  init(_ tallies: [RunTally], days: Int) {
    let total = Double(max(1, tallies.count * days))
    func mean(_ value: (RunTally.PlaceTally) -> Double) -> [Double] {
      guard let first = tallies.first else { return [] }
      return first.places.indices.map { place in
        tallies.reduce(0) { $0 + value($1.places[place]) } / total
      }
    }
    litres = mean(\.litreDays)
    inbound = mean { Double($0.inbound) }
    outbound = mean { Double($0.outbound) }
  }
}
