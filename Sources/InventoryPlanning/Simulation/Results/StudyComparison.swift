extension SimulationStudy.Result {
  /// What one policy costs more per order than another, on the same days.
  public struct Comparison: Sendable {
    public let policy: SimulatedPolicy
    public let reference: SimulatedPolicy
    /// Money per order; below 0 where the policy is the cheaper one.
    public let difference: Interval
    /// Of the reference's cost.
    public let share: Double
  }

  /// Every plan-made policy against the simple ones and against those before it.
  public var comparisons: [Comparison] {
    entries.indices.filter { entries[$0].kind.isMultiEchelon }.flatMap { number in
      entries.indices.filter { $0 < number }.map { other in
        let difference = comparison.difference(.costPerOrder, number, minus: other)
        return Comparison(
          policy: entries[number].kind, reference: entries[other].kind, difference: difference,
          share: difference.mean / comparison.interval(.costPerOrder, of: other).mean)
      }
    }
  }
}
