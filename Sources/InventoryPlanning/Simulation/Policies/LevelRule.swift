import RetailData

/// The newsvendor's stock for the time until the next order can arrive.
struct LevelRule {
  /// Units that demand over `days` (known up to a standard deviation) exceeds with no more than the
  /// chance that is worth it.
  ///
  /// - Parameters:
  ///   - rate: Units per day.
  ///   - size: Of the weekly negative binomial distribution; it grows with time and with the share
  ///     of the item's demand that is concerned.
  ///   - under: Money per unit missing; `over`: per unit left.
  static func units(
    rate: Double, size: Double, days: Double, deviation: Double, under: Double, over: Double
  ) -> Int32 {
    guard rate > 0, days > 0, under > 0 else { return 0 }
    let mean = rate * days
    let spread = mean + mean * mean / (size * days / 7) + rate * rate * deviation * deviation
    let fitted = spread > mean * (1 + 1e-9) ? mean * mean / (spread - mean) : Double.infinity
    let ratio = min(0.9999, under / (under + max(over, 1e-9)))
    return Int32(min(1e8, NegativeBinomial(mean: mean, size: fitted).quantile(ratio)))
  }
}
