import RetailData

/// Use of every capacity: litres, units per day, by facility.
struct MeanUse: Sendable {
  var litres: [Double]
  var inbound: [Double]
  var outbound: [Double]

  /// Means over some runs.
  init(_ tallies: [RunTally], days: Int) {
    self.init(tallies) { Self.mean($0) / Double(max(1, days)) }
  }

  /// What hardly any run goes beyond: two standard deviations of the runs above their mean, or
  /// fewer of them.
  init(highOf tallies: [RunTally], days: Int, deviations: Double = 2) {
    self.init(tallies) { values in
      let mean = Self.mean(values)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / Double(max(1, values.count - 1))).squareRoot()
      return (mean + deviations * deviation) / Double(max(1, days))
    }
  }

  private init(_ tallies: [RunTally], _ summary: ([Double]) -> Double) {
    func all(_ value: (RunTally.PlaceTally) -> Double) -> [Double] {
      (tallies.first?.places.indices ?? 0..<0).map { place in
        summary(tallies.map { value($0.places[place]) })
      }
    }
    litres = all(\.litreDays)
    inbound = all { Double($0.inbound) }
    outbound = all { Double($0.outbound) }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }

  /// The largest share by which a capacity is exceeded; 0 where all are kept.
  func excess(over facilities: [Facility]) -> Double {
    var most = 0.0
    for (number, place) in facilities.enumerated() {
      for (used, capacity) in [
        (litres[number], place.storage), (inbound[number], place.inboundPerDay),
        (outbound[number], place.outboundPerDay),
      ] where used > capacity {
        most = max(most, capacity > 0 ? used / capacity - 1 : 1)
      }
    }
    return most
  }
}
