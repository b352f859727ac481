import Foundation

/// The distribution of a number of units: negative binomial with a mean and a size
/// (variance = mean + mean² / size), or Poisson where the size is infinite.
///
///     let week = DemandDistribution(mean: 4, size: 2)
///     print(week.quantile(0.9))  // 9.0
public struct DemandDistribution: Sendable, Equatable {
  public let mean: Double
  public let size: Double

  /// - Precondition: a mean that is finite and not negative; a size above 0.
  public init(mean: Double, size: Double) {
    precondition(mean >= 0 && mean.isFinite, "a mean that is finite and not negative")
    precondition(size > 0, "a size above 0")
    self.mean = mean
    self.size = size
  }

  public var variance: Double { mean + mean * (mean / size) }

  /// Of so large a size nothing is left to see.
  private var isPoisson: Bool { mean / size < 1e-12 || size > 1e12 }

  /// The probability of exactly `count` units; 0 for what is no count.
  ///
  /// By Loader's formulas ("Fast and accurate computation of binomial probabilities", 2000), so
  /// that large counts keep their digits.
  public func probability(of count: Double) -> Double {
    guard count >= 0, count == count.rounded(), count.isFinite else { return 0 }
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    if count == 0 { return NegativeBinomial(mean: mean, size: size).probabilityOfNone }
    if isPoisson { return Deviance.poisson(count, mean: mean) }
    let trials = size + count
    let success = size / (size + mean)
    let exponent =
      Deviance.stirlingError(trials) - Deviance.stirlingError(size)
      - Deviance.stirlingError(count) - Deviance.deviance(size, trials * success)
      - Deviance.deviance(count, trials * (mean / (size + mean)))
    let root = (trials / (2 * Double.pi * size * count)).squareRoot()
    return size / trials * root * exp(exponent)
  }

  /// The probability of `count` units or fewer.
  public func cumulative(_ count: Double) -> Double {
    guard count >= 0 else { return 0 }
    guard mean > 0, count.isFinite else { return 1 }
    let count = count.rounded(.down)
    if count == 0 { return NegativeBinomial(mean: mean, size: size).probabilityOfNone }
    if isPoisson { return IncompleteGamma(count + 1, mean).upper }
    let failure = mean / (size + mean)
    let factor = probability(of: count) * failure * (size + count) / size
    return IncompleteBeta.value(
      size / (size + mean), complement: failure, size, count + 1, factor: factor)
  }

  /// The smallest count that is not exceeded with probability `p`; a greater `p` never gives less.
  ///
  /// - Precondition: 0 < p < 1.
  public func quantile(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a share between 0 and 1")
    guard mean > 0 else { return 0 }
    var low = -1.0
    var high: Double
    if mean + 8 * variance.squareRoot() < 300 {
      return NegativeBinomial(mean: mean, size: size).quantile(p)
    }
    // The gamma distribution of the same mean and spread is close: a bracket grows from there.
    let guess = GammaDistribution(mean: mean, deviation: variance.squareRoot()).quantile(p)
    high = guess.rounded()
    var step = max(1, (0.01 * variance.squareRoot()).rounded())
    if cumulative(high) >= p {
      while high - step >= 0, cumulative(high - step) >= p {
        high -= step
        step *= 2
      }
      low = max(-1, high - step)
    } else {
      repeat {
        low = high
        high += step
        step *= 2
      } while cumulative(high) < p
    }
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if cumulative(middle) >= p { high = middle } else { low = middle }
    }
    return high
  }

  /// The distribution of the units that remain where each is kept with probability `share`,
  /// independently of the others: that of an item in one region, given that of the item.
  ///
  /// Thinning a gamma mixture of Poisson counts scales its mean and keeps its size.
  public func thinned(to share: Double) -> DemandDistribution {
    precondition(share >= 0 && share <= 1, "a share of 0...1")
    return DemandDistribution(mean: mean * share, size: size)
  }
}

extension DemandForecast {
  /// Units of an item in a week: 0 is the first week after the data; after the last week its value
  /// goes on.
  public func distribution(ofItem item: Int, week: Int) -> DemandDistribution {
    precondition(weeks > 0 && week >= 0, "a week ahead")
    return DemandDistribution(
      mean: Double(weeklyMean[item * weeks + min(week, weeks - 1)]), size: Double(size[item]))
  }

  /// Units of an item in a week that go to one region.
  public func distribution(ofItem item: Int, week: Int, region: Int) -> DemandDistribution {
    distribution(ofItem: item, week: week)
      .thinned(to: min(1, max(0, Double(regionShare[item * regionCount + region]))))
  }
}
