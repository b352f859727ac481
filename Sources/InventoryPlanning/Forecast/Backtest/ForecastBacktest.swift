import RetailData

/// How a backtest is made.
public struct BacktestOptions: Sendable, Equatable {
  /// Moments in the past at which a forecast is made, each `weeksAhead` before the next; the last
  /// is `weeksAhead` before the end of the data.
  public var origins: Int = 4
  public var weeksAhead: Int = 4
  /// For `DemandForecast.fit`; its `end` is where the held-out weeks end, its `weeks` are not used.
  public var forecast = ForecastOptions()
  public var methods: [ForecastMethod] = ForecastMethod.allCases

  public init(origins: Int = 4, weeksAhead: Int = 4, forecast: ForecastOptions = ForecastOptions())
  {
    self.origins = origins
    self.weeksAhead = weeksAhead
    self.forecast = forecast
  }
}

/// There is too little history to hold weeks of it out.
public struct BacktestTooShort: Error, Sendable, Equatable {
  /// Whole weeks of purchases.
  public let weeks: Int
  /// For as many origins and weeks ahead as were asked for.
  public let needed: Int
}

/// Forecasts made as if it were some weeks ago, and judged by what was sold since.
///
/// Whatever a forecast is made from lies before its origin. Judged are items that had been sold by
/// then: of others nobody knows whether they were on sale.
public struct ForecastBacktest: Sendable, Equatable {
  /// When the forecasts were made, oldest first.
  public let origins: [Timestamp]
  public let weeksAhead: Int
  /// By level and method, all items first, then by class; without those that no item fell into.
  public let scores: [BacktestScore]
  /// Units in the weeks held out of items that had not been sold before: in no score.
  public let unseenUnits: Double

  /// Weeks before the first origin, at least.
  static let leastHistory = 8

  /// - Parameter related: The related items as of a moment, for `DemandForecast.fit`; must not look
  ///   at later purchases.
  /// - Throws: `BacktestTooShort`, `CancellationError`, and what `related` throws.
  public static func run(
    dataset: Dataset, options: BacktestOptions = BacktestOptions(),
    related: (Timestamp) throws -> RelatedItems? = { _ in nil }, work: WorkContext
  ) throws -> ForecastBacktest {
    precondition(options.origins > 0 && options.weeksAhead > 0, "an origin and a week ahead")
    let end = options.forecast.end ?? dataset.end ?? Timestamp(seconds: 0)
    let ahead = options.weeksAhead
    let history = try SalesHistory(
      dataset: dataset, end: end, maximumWeeks: options.forecast.historyWeeks, work: work)
    let needed = options.origins * ahead + leastHistory
    guard history.weeks >= needed else {
      throw BacktestTooShort(weeks: history.weeks, needed: needed)
    }
    var origins: [Timestamp] = []
    var forecasts: [DemandForecast] = []
    for origin in (1...options.origins).reversed() {
      let seconds = UInt32(origin * ahead) * SalesHistory.secondsPerWeek
      let moment = Timestamp(seconds: end.seconds - seconds)
      var fit = options.forecast
      fit.end = moment
      fit.weeks = ahead
      origins.append(moment)
      guard options.methods.contains(.echelon) else { continue }
      forecasts.append(
        try DemandForecast.fit(
          dataset: dataset, options: fit, related: try related(moment), work: work))
      work.report(
        WorkProgress(
          stage: "forecasting", done: origins.count, total: options.origins, unit: "origins"))
    }
    let judge = BacktestJudge(
      dataset: dataset, history: history, end: end, forecasts: forecasts,
      origins: origins.count, ahead: ahead, methods: options.methods)
    let (scores, unseen) = try judge.scores(work: work)
    return ForecastBacktest(
      origins: origins, weeksAhead: ahead, scores: scores, unseenUnits: unseen)
  }
}
