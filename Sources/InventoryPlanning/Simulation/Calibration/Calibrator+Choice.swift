import RetailData

extension Calibrator {
  /// The best of what was found, if it is better than what was given; judged on days that neither
  /// was fitted to, the same for all.
  ///
  /// Levels that were sought on a few days fit those days, and where items are few that may be all
  /// that they do. So the given policy stays unless another costs less by more than chance (the
  /// paired interval of the differences is below 0), or keeps capacities better.
  func chosen(
    _ given: CalibratedPolicy, _ found: [CalibratedPolicy], work: WorkContext
  ) throws -> CalibratedPolicy {
    let all = [given] + found
    let tallies = try validation.tallies(all.map(\.policy), work: work)
    let tried = zip(all, tallies).map { candidate, tallies in
      var result = candidate
      result.promisedCost = Interval(tallies.map(\.costPerOrder))
      result.excess = excess(tallies)
      return result
    }
    let number = tried.indices.min { tried[$0].merit < tried[$1].merit } ?? 0
    let saved = Interval(
      zip(tallies[number], tallies[0]).map { $0.costPerOrder - $1.costPerOrder })
    let isWorthIt = saved.high < 0 || tried[number].excess < tried[0].excess
    return isWorthIt ? tried[number] : tried[0]
  }
}
