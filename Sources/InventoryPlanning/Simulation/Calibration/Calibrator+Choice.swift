import RetailData

extension Calibrator {
  /// The best of what was found, if it is better than what was given; judged on days that neither
  /// was fitted to, the same for all.
  ///
  /// Levels that were sought on a few days fit those days, and where items are few that may be all
  /// that they do. So the given policy stays unless another costs less by more than chance (the
  /// paired interval of the differences is below 0), or keeps capacities better.
  ///
  /// - Parameter settled: What goes up to the edge of capacities: where it goes beyond them on these
  ///   days and anything else does not, it is not taken, however cheap.
  func chosen(
    _ given: CalibratedPolicy, _ found: [CalibratedPolicy], settled: [CalibratedPolicy],
    work: WorkContext
  ) throws -> CalibratedPolicy {
    let all = [given] + found + settled
    let tallies = try validation.tallies(all.map(\.policy), work: work)
    let tried = zip(all, tallies).map { candidate, tallies in
      var result = candidate
      result.promisedCost = Interval(tallies.map(\.costPerOrder))
      result.excess = excess(tallies)
      return result
    }
    func keeps(_ number: Int) -> Bool { tried[number].excess <= CalibratedPolicy.tolerance }
    let isEdgeAllowed = !tried.indices.contains(where: keeps)
    let allowed = tried.indices.filter { isEdgeAllowed || $0 <= found.count || keeps($0) }
    let number = allowed.min { tried[$0].merit < tried[$1].merit } ?? 0
    let saved = Interval(
      zip(tallies[number], tallies[0]).map { $0.costPerOrder - $1.costPerOrder })
    let isWorthIt = saved.high < 0 || tried[number].excess < tried[0].excess
    return isWorthIt ? tried[number] : tried[0]
  }
}
