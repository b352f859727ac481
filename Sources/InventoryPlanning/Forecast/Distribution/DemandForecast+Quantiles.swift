extension DemandForecast {
  /// What an item may sell in one week.
  public struct WeekOutlook: Sendable, Equatable {
    /// Units.
    public let mean: Double
    /// Units that are not exceeded with the probabilities asked for, in their order.
    public let quantiles: [Double]
  }

  /// The weeks ahead of one item: mean and quantiles of the units in each.
  ///
  ///     let outlook = forecast.outlook(ofItem: 7, quantiles: [0.1, 0.5, 0.9])
  ///     print(outlook[0].quantiles)  // [3.0, 6.0, 11.0]
  ///
  /// - Parameter quantiles: Probabilities between 0 and 1.
  public func outlook(ofItem item: Int, quantiles: [Double]) -> [WeekOutlook] {
    (0..<weeks).map { week in
      let units = distribution(ofItem: item, week: week)
      return WeekOutlook(mean: units.mean, quantiles: quantiles.map { units.quantile($0) })
    }
  }
}
