/// Mean use of every capacity: litres, units per day, by facility.
struct MeanUse: Sendable {
  let litres: [Double]
  let inbound: [Double]
  let outbound: [Double]

  /// What is aimed at. A door that is to let through as many as it can on average has a queue
  /// without end, and one that can let through no more cannot be seen to be asked for more; room
  /// that is full on training days is too small on others.
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
