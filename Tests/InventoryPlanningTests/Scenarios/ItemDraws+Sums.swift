import InventoryPlanning

extension ItemDraws {
  /// Units asked for: `[scenario × epochs + epoch]`.
  var unitsByEpoch: [Double] {
    var units = [Double](repeating: 0, count: scenarios * epochs)
    for order in orders {
      units[Int(order.scenario) * epochs + Int(order.epoch)] += Double(order.units)
    }
    return units
  }

  var totalUnits: Double { orders.reduce(0) { $0 + Double($1.units) } }

  /// Orders by all that tells them apart.
  var unitsByPlace: [Place: Float] {
    var places: [Place: Float] = [:]
    for order in orders {
      let place = Place(
        scenario: order.scenario, epoch: order.epoch, region: order.region, speed: order.speed,
        hour: order.hour)
      places[place, default: 0] += order.units
    }
    return places
  }

  struct Place: Hashable {
    let scenario: UInt16
    let epoch: UInt8
    let region: UInt16
    let speed: UInt8
    let hour: Float
  }
}

/// Mean and variance of numbers, and how far a mean of as many may be off.
struct Moments {
  let mean: Double
  let variance: Double
  let count: Int

  init(_ values: [Double]) {
    count = values.count
    let mean = values.reduce(0, +) / Double(values.count)
    variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    self.mean = mean
  }

  /// Standard error of the mean.
  var error: Double { (variance / Double(count)).squareRoot() }
}
