/// One figure of a study: a row of `echelon simulate`, and of what is kept of it.
public struct StudyRow: Sendable, Equatable {
  /// Of `SimulatedPolicy`; `plan` for the gaps of the plan.
  public let policy: String
  public let metric: String
  public let value: Double
  /// The 95 % interval, over replications; NaN where there is none.
  public let low: Double
  public let high: Double
}

extension SimulationStudy.Result {
  /// Every metric of every policy, what calibration promised, the paired differences and the gaps.
  public var rows: [StudyRow] {
    var rows: [StudyRow] = []
    func add(_ policy: SimulatedPolicy, _ metric: String, _ value: Interval) {
      rows.append(
        StudyRow(
          policy: policy.rawValue, metric: metric, value: value.mean, low: value.low,
          high: value.high))
    }
    for (number, entry) in entries.enumerated() {
      for metric in SimulationMetric.all(in: comparison.network) {
        add(
          entry.kind, metric.name(in: comparison.network), comparison.interval(metric, of: number))
      }
      rows.append(
        StudyRow(
          policy: entry.kind.rawValue, metric: "capacities_exceeded_on_average",
          value: Double(comparison.capacitiesExceededOnAverage(by: number)), low: .nan, high: .nan))
      if let promised = entry.calibration?.promisedCost {
        add(entry.kind, "predicted_cost_per_order", promised)
      }
    }
    for pair in comparisons {
      add(pair.policy, "cost_per_order_minus_\(pair.reference.rawValue)", pair.difference)
    }
    for gap in gaps.all {
      rows.append(
        StudyRow(policy: "plan", metric: gap.name, value: gap.share, low: .nan, high: .nan))
    }
    return rows
  }
}
