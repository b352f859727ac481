import RetailData

extension Calibrator {
  static let steps = [1.25, 0.8]

  /// The policy with the levels of each echelon multiplied by what costs least.
  func scaled(
    _ policy: StockPolicy, work: WorkContext
  ) throws -> (policy: StockPolicy, multipliers: [Double]) {
    let isPooled = !policy.weights.isEmpty
    let echelons = isPooled ? [Int](repeating: 0, count: shop.world.facilityCount) : echelons
    let count = (echelons.max() ?? 0) + 1
    var multipliers = [Double](repeating: 1, count: count)
    var best = try trainingCost(policy, work: work)
    for _ in 0..<2 {
      var moved = false
      for echelon in 0..<count {
        for step in Self.steps {
          var improved = false
          while true {
            var trial = multipliers
            trial[echelon] *= step
            guard (0.2...8).contains(trial[echelon]) else { break }
            let cost = try trainingCost(
              scaled(policy, by: trial, echelons: echelons), work: work)
            guard cost < best else { break }
            (best, multipliers, improved) = (cost, trial, true)
          }
          if improved {
            moved = true
            break
          }
        }
      }
      if !moved { break }
    }
    return (scaled(policy, by: multipliers, echelons: echelons), multipliers)
  }

  /// The level of each facility in the network: 0 for those that nobody sends to.
  private var echelons: [Int] {
    let network = shop.world.input.network
    var depth = [Int](repeating: 0, count: network.facilities.count)
    for facility in shop.world.order.facilities {
      for transfer in network.transfers where transfer.from == facility {
        depth[Int(transfer.to)] = max(depth[Int(transfer.to)], depth[Int(facility)] + 1)
      }
    }
    return depth
  }

  private func scaled(
    _ policy: StockPolicy, by multipliers: [Double], echelons: [Int]
  ) -> StockPolicy {
    var result = policy
    let facilities = echelons.count
    if !policy.weights.isEmpty {
      for item in 0..<shop.world.itemCount {
        let row = item * facilities..<(item + 1) * facilities
        let total = policy.levels[row].reduce(0, +)
        let spread = StockPolicy.spread(
          Int32((Double(total) * multipliers[0]).rounded()),
          in: policy.weights[row].map { Double($0) })
        result.levels.replaceSubrange(row, with: spread)
      }
    } else {
      for place in policy.levels.indices {
        result.levels[place] = Int32(
          min(1e8, Double(policy.levels[place]) * multipliers[echelons[place % facilities]])
            .rounded())
      }
    }
    return result
  }

  /// Money per unit ordered, with a charge for capacities that are not kept.
  private func trainingCost(_ policy: StockPolicy, work: WorkContext) throws -> Double {
    let tallies = try shop.tallies([policy], work: work)[0]
    return CalibratedPolicy.merit(
      Interval(tallies.map(\.costPerOrder)).mean, excess: excess(tallies))
  }
}
