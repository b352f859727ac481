/// Kinds of items, by their last 26 weeks before a forecast was made (fewer where they are newer).
public enum ItemClass: String, Sendable, CaseIterable {
  /// Sold in three weeks of four or more.
  case fast
  /// Sold in one week of four, up to three.
  case intermittent
  /// Sold in fewer weeks.
  case slow
  /// First sold within the last eight weeks.
  case cold

  /// - Parameter units: By week since the first sale.
  init(_ units: ArraySlice<Float>) {
    let recent = units.suffix(26)
    let share = Double(recent.count { $0 > 0 }) / Double(max(1, recent.count))
    self =
      units.count <= 8 ? .cold : share >= 0.75 ? .fast : share >= 0.25 ? .intermittent : .slow
  }
}

/// What is forecast: the units of an item, or those of an item in one region.
public enum BacktestLevel: String, Sendable, CaseIterable {
  case item
  case itemRegion = "item-region"
}

/// How good the forecasts of one method were.
public struct BacktestScore: Sendable, Equatable {
  public static let quantiles = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]

  public let level: BacktestLevel
  public let method: ForecastMethod
  /// Nil: all items.
  public let itemClass: ItemClass?
  /// Weeks of items (and regions) that were forecast.
  public var cases = 0
  /// Units that came.
  public var units = 0.0
  /// Sums over all cases, by quantile.
  var losses = [Double](repeating: 0, count: quantiles.count)
  var covered80 = 0.0
  var covered95 = 0.0
  var meanUnits = 0.0

  /// Pinball loss at each quantile as a share of mean demand: 0.3 says that on average a case lost
  /// 0.3 times what came on average. NaN where nothing came.
  public var pinball: [Double] { losses.map { $0 / units } }
  /// The mean of `pinball` over the quantiles.
  public var meanPinball: Double { pinball.reduce(0, +) / Double(pinball.count) }
  /// Share of cases in the middle 80 % of their forecast, by randomised PIT: 0.8 is right.
  public var coverage80: Double { covered80 / Double(cases) }
  /// The same for 95 %.
  public var coverage95: Double { covered95 / Double(cases) }
  /// Units forecast for each that came, in the mean: above 1 is too much.
  public var bias: Double { meanUnits / units }

  init(_ level: BacktestLevel, _ method: ForecastMethod, _ itemClass: ItemClass?) {
    (self.level, self.method, self.itemClass) = (level, method, itemClass)
  }

  mutating func add(_ prediction: PredictedDemand, actual: Double) {
    cases += 1
    units += actual
    for (place, p) in Self.quantiles.enumerated() {
      losses[place] += pinballLoss(forecast: prediction.quantile(p), actual: actual, p: p)
    }
    covered80 += prediction.coverage(of: actual, middle: 0.8)
    covered95 += prediction.coverage(of: actual, middle: 0.95)
    meanUnits += prediction.mean
  }

  mutating func add(_ other: BacktestScore) {
    cases += other.cases
    units += other.units
    for place in losses.indices { losses[place] += other.losses[place] }
    covered80 += other.covered80
    covered95 += other.covered95
    meanUnits += other.meanUnits
  }
}
