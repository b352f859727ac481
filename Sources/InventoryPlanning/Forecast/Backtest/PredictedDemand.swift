/// What a method says of one week of one item: a distribution of units.
enum PredictedDemand {
  case model(DemandDistribution)
  /// Each of these, sorted, as likely as the others.
  case sample([Float])

  /// What a method without spread of its own is given: that of the weeks it has seen, around its
  /// mean; Poisson where they spread less than that.
  static func model(mean: Double, variance: Double) -> PredictedDemand {
    let mean = max(0, mean)
    return .model(
      DemandDistribution(
        mean: mean, size: variance > mean && mean > 0 ? mean * mean / (variance - mean) : .infinity)
    )
  }

  func quantile(_ p: Double) -> Double {
    switch self {
    case .model(let demand): return demand.quantile(p)
    case .sample(let values):
      guard !values.isEmpty else { return 0 }
      // The smallest value that a share p does not exceed.
      let place = Int((p * Double(values.count)).rounded(.up)) - 1
      return Double(values[min(max(place, 0), values.count - 1)])
    }
  }

  func cumulative(_ count: Double) -> Double {
    switch self {
    case .model(let demand): return demand.cumulative(count)
    case .sample(let values):
      guard !values.isEmpty else { return count >= 0 ? 1 : 0 }
      var (low, high) = (0, values.count)
      while low < high {
        let middle = (low + high) / 2
        if Double(values[middle]) <= count { low = middle + 1 } else { high = middle }
      }
      return Double(low) / Double(values.count)
    }
  }

  /// The probability that a randomised PIT value of `count` falls in the middle `share`
  /// (Czado, Gneiting & Held, "Predictive model assessment for count data", 2009): counts make
  /// intervals cover too much, and this is what they cover without that. Of a right forecast its
  /// mean is `share`. The random number is integrated out.
  func coverage(of count: Double, middle share: Double) -> Double {
    let high = cumulative(count)
    let low = count >= 1 ? cumulative(count - 1) : 0
    let (from, to) = (0.5 - share / 2, 0.5 + share / 2)
    guard high - low > 1e-12 else { return high >= from && high <= to ? 1 : 0 }
    return max(0, min(high, to) - max(low, from)) / (high - low)
  }
}

/// The loss of saying that `forecast` is not exceeded with probability `p`, where `actual` came
/// (Koenker & Bassett, "Regression quantiles", 1978).
func pinballLoss(forecast: Double, actual: Double, p: Double) -> Double {
  actual >= forecast ? p * (actual - forecast) : (1 - p) * (forecast - actual)
}

extension PredictedDemand {
  var mean: Double {
    switch self {
    case .model(let demand): demand.mean
    case .sample(let values):
      values.isEmpty ? 0 : values.reduce(0) { $0 + Double($1) } / Double(values.count)
    }
  }
}
