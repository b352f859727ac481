/// The methods that forecasters of spare parts use: level and interval of sales smoothed apart.
enum Intermittent {
  /// Croston's method ("Forecasting and stock control for intermittent demands", 1972): the sizes of
  /// sales and the weeks between them are smoothed whenever something sells; the forecast is one
  /// divided by the other. Starts with the first sale and the weeks up to it.
  ///
  /// - Returns: Units per week; 0 where nothing was sold.
  static func croston(_ units: some Sequence<Float>, smoothing: Double = 0.1) -> Double {
    var level = 0.0
    var interval = 0.0
    var waiting = 0.0
    for count in units {
      waiting += 1
      guard count > 0 else { continue }
      if interval == 0 {
        (level, interval) = (Double(count), waiting)
      } else {
        level += smoothing * (Double(count) - level)
        interval += smoothing * (waiting - interval)
      }
      waiting = 0
    }
    return interval > 0 ? level / interval : 0
  }

  /// The method of Teunter, Syntetos and Babai ("Intermittent demand: Linking forecasting to
  /// inventory obsolescence", 2011): the probability of a sale is smoothed every week, so that an
  /// item that has stopped selling fades. Starts with the first sale, and one week in as many as
  /// passed up to it.
  ///
  /// - Returns: Units per week; 0 where nothing was sold.
  static func tsb(
    _ units: some Sequence<Float>, smoothing: Double = 0.1, probabilitySmoothing: Double = 0.1
  ) -> Double {
    var level = 0.0
    var probability = 0.0
    var waiting = 0.0
    for count in units {
      if level == 0 {
        waiting += 1
        if count > 0 { (level, probability) = (Double(count), 1 / waiting) }
      } else if count > 0 {
        level += smoothing * (Double(count) - level)
        probability += probabilitySmoothing * (1 - probability)
      } else {
        probability -= probabilitySmoothing * probability
      }
    }
    return level * probability
  }
}
