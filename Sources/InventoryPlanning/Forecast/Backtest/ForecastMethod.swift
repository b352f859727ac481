/// What is compared in a backtest.
public enum ForecastMethod: String, Sendable, CaseIterable {
  /// `DemandForecast.fit`.
  case echelon
  /// The same week a year ago, or the last week where there is no year of data, with the empirical
  /// quantiles of the errors that it made in the past.
  case seasonalNaive = "seasonal-naive"
  /// Croston 1972, smoothing 0.1; negative binomial with the variance of the weeks seen.
  case croston
  /// Teunter, Syntetos & Babai 2011, smoothing 0.1 and 0.1; the spread as for Croston.
  case tsb
  /// The quantiles of the last 26 weeks.
  case recentWeeks = "recent-weeks"

  /// What the baselines say, by week ahead: they see the weeks since the first sale, oldest first.
  func predictions(from units: ArraySlice<Float>, ahead: Int) -> [PredictedDemand] {
    switch self {
    case .echelon: preconditionFailure("fitted for all items together")
    case .seasonalNaive:
      return (1...ahead).map { Self.naive(units, ahead: $0) }
    case .croston: return Self.repeated(Intermittent.croston(units), units, ahead)
    case .tsb: return Self.repeated(Intermittent.tsb(units), units, ahead)
    case .recentWeeks:
      return Array(repeating: .sample(units.suffix(26).sorted()), count: ahead)
    }
  }

  private static func repeated(
    _ mean: Double, _ units: ArraySlice<Float>, _ ahead: Int
  ) -> [PredictedDemand] {
    let count = Double(max(units.count, 1))
    let middle = units.reduce(0) { $0 + Double($1) } / count
    let squares = units.reduce(0) { $0 + (Double($1) - middle) * (Double($1) - middle) }
    return Array(
      repeating: .model(mean: mean, variance: squares / max(1, count - 1)), count: ahead)
  }

  private static func naive(_ units: ArraySlice<Float>, ahead: Int) -> PredictedDemand {
    guard let last = units.last else { return .sample([0]) }
    let hasYear = units.count >= 52
    let lag = hasYear ? 52 : ahead
    let point = hasYear ? units[units.endIndex - 53 + ahead] : last
    guard units.count > lag else { return .sample([point]) }
    let errors = units.indices.dropFirst(lag).map { units[$0] - units[$0 - lag] }
    return .sample(errors.map { max(0, point + $0) }.sorted())
  }
}
