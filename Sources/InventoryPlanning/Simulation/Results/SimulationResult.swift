import RetailData

/// What every policy came to, on the same days.
public struct SimulationResult: Sendable {
  public let settings: SimulationSettings
  public let network: Network
  public let policies: [PolicyResult]

  /// A metric of one policy: mean and interval over replications.
  public func interval(_ metric: SimulationMetric, of policy: Int) -> Interval {
    Interval(values(metric, of: policy))
  }

  /// What policy `policy` has more of a metric than policy `other`: the interval of the differences
  /// in each replication, far narrower than that of either, as both met the same days.
  public func difference(
    _ metric: SimulationMetric, _ policy: Int, minus other: Int
  ) -> Interval {
    Interval(zip(values(metric, of: policy), values(metric, of: other)).map { $0 - $1 })
  }

  /// Money per day, mean of the replications.
  public func costPerDay(of policy: Int) -> Double {
    let tallies = policies[policy].tallies
    let days = Double(max(1, tallies.count * settings.days))
    return tallies.reduce(0) { $0 + $1.cost } / days
  }

  /// By replication.
  public func values(_ metric: SimulationMetric, of policy: Int) -> [Double] {
    policies[policy].tallies.map {
      $0.value(metric, days: settings.days, places: network.facilities)
    }
  }
}

/// One policy's replications.
public struct PolicyResult: Sendable {
  public let name: String
  let tallies: [RunTally]
}
