import Foundation
import Testing

@testable import InventoryPlanning

/// Quantiles of counts against sums of probabilities written another way (log Γ), and against
/// another program's.
struct CountDistributionTests {
  private static let levels = [
    1e-9, 1e-4, 0.013, 0.1, 0.2501, 0.4, 0.5003, 0.62, 0.75, 0.9, 0.987, 0.9999, 1 - 1e-9,
  ]

  /// The smallest count with F ≥ p, by adding up.
  private func count(at p: Double, logProbability: (Double) -> Double) -> Double {
    var sum = 0.0
    var count = 0.0
    while true {
      sum += exp(logProbability(count))
      if sum >= p { return count }
      count += 1
    }
  }

  private func logBinomial(_ k: Double, trials: Double, chance: Double) -> Double {
    let ways: Double = lgamma(trials + 1) - lgamma(k + 1) - lgamma(trials - k + 1)
    return ways + k * log(chance) + (trials - k) * log1p(-chance)
  }

  @Test(arguments: [0.02, 0.3, 1.5, 4, 60])
  func negativeBinomial(size: Double) {
    for mean in [0.01, 0.4, 1, 3, 17, 60] {
      for p in Self.levels {
        let expected = count(at: p) { k in
          let ways: Double = lgamma(k + size) - lgamma(size) - lgamma(k + 1)
          return ways + size * log(size / (size + mean)) + k * log(mean / (size + mean))
        }
        guard expected <= NegativeBinomial.exactCounts else { continue }
        #expect(
          NegativeBinomial(mean: mean, size: size).quantile(p) == expected,
          "mean \(mean), size \(size), p \(p)")
      }
    }
  }

  @Test func poisson() {
    for mean in [0.01, 0.4, 1, 3, 17, 60, 120] {
      for p in Self.levels {
        let expected = count(at: p) { k in k * log(mean) - mean - lgamma(k + 1) }
        for size in [Double.infinity, 1e16] {
          #expect(
            NegativeBinomial(mean: mean, size: size).quantile(p) == expected,
            "mean \(mean), size \(size), p \(p)")
        }
      }
    }
  }

  /// Beyond the exact counts: scipy.stats 1.17 nbinom.ppf and poisson.ppf. Right, or off by one.
  @Test(arguments: [
    (300, 1.5, 0.1, 58), (300, 1.5, 0.9, 626), (300, 1.5, 0.999, 1630), (1000, 0.3, 0.5, 244),
    (1000, 0.3, 0.97, 5862), (5000, 40, 0.05, 3770), (5000, 40, 0.5, 4958),
    (1e6, 2, 0.25, 480_639), (1e6, 2, 0.75, 1_346_318), (300, .infinity, 0.01, 260),
    (300, .infinity, 0.5, 300), (300, .infinity, 0.99, 341), (1e4, .infinity, 0.2, 9916),
    (1e6, .infinity, 0.999, 1_003_092),
  ])
  func manyUnits(mean: Double, size: Double, p: Double, expected: Double) {
    let found = NegativeBinomial(mean: mean, size: size).quantile(p)
    #expect(abs(found - expected) <= 1, "\(found)")
  }

  /// The approximation beyond 200 against the distribution function by incomplete beta and gamma
  /// functions: wrong by 4e-5 in p at most.
  @Test func manyUnitsAgainstTheDistributionFunction() {
    for size in [0.02, 0.3, 1.5, 12, 300, 1e5, .infinity] {
      for mean in [60.0, 180, 205, 400, 3_000, 1e5] {
        let exact = DemandDistribution(mean: mean, size: size)
        for p in Self.levels {
          let count = NegativeBinomial(mean: mean, size: size).quantile(p)
          #expect(exact.cumulative(count) > p - 4e-5, "mean \(mean), size \(size), p \(p)")
          #expect(exact.cumulative(count - 1) < p + 4e-5, "mean \(mean), size \(size), p \(p)")
        }
      }
    }
  }

  /// Through every change of method: more is never less, in p and in the mean.
  @Test func negativeBinomialNeverFalls() {
    for size in [0.05, 0.7, 3, 200, .infinity] {
      for p in [0.02, 0.5, 0.93, 0.9995] {
        var last = 0.0
        for step in 0..<600 {
          let mean = 0.1 * pow(1.02, Double(step))
          let found = NegativeBinomial(mean: mean, size: size).quantile(p)
          #expect(found >= last, "size \(size), p \(p), mean \(mean)")
          last = found
        }
      }
      for mean in [0.5, 150, 250, 900] {
        var last = 0.0
        for step in 1..<1_000 {
          let found = NegativeBinomial(mean: mean, size: size).quantile(Double(step) / 1_000)
          #expect(found >= last, "size \(size), mean \(mean), step \(step)")
          last = found
        }
      }
    }
  }

  @Test func negativeBinomialExtremes() {
    for mean in [0, 1e-300, 1e-9, 1e3, 1e12, 1e15] {
      for size in [0, 1e-300, 1e-11, 1e-3, 1, 1e9, 1e300, .infinity] {
        for p in [0x1p-53, 0.5, 1 - 0x1p-53] {
          let found = NegativeBinomial(mean: mean, size: size).quantile(p)
          #expect(
            found.isFinite && found >= 0 && found == found.rounded(),
            "mean \(mean), size \(size), p \(p): \(found)")
        }
      }
    }
  }

  @Test func binomial() {
    for trials in [1.0, 2, 7, 40, 333] {
      for chance in [1e-6, 0.03, 0.2, 0.5, 0.81, 0.999] {
        for p in Self.levels {
          let expected = count(at: p) { logBinomial($0, trials: trials, chance: chance) }
          let found = Binomial(trials: trials, chance: chance).quantile(p)
          // From 50 expected successes on, an approximation.
          let slack = trials * min(chance, 1 - chance) < 50 ? 0.0 : 1.0
          #expect(
            abs(found - expected) <= slack, "\(trials) trials, \(chance), p \(p): \(found)")
        }
      }
    }
  }

  /// The approximation's distribution function against the sum of probabilities, at every count
  /// between its 1e-6 and 1 − 1e-6 quantiles: by 4e-5 at most, where it begins and beyond.
  @Test(arguments: [(120, 0.45), (500, 0.1), (5000, 0.01), (900, 0.5), (40_000, 0.02)])
  func binomialApproximation(trials: Double, chance: Double) {
    var sum = 0.0
    for k in stride(from: 0.0, through: trials, by: 1) {
      sum += exp(logBinomial(k, trials: trials, chance: chance))
      guard sum > 1e-4, sum < 1 - 1e-4 else { continue }
      let demand = Binomial(trials: trials, chance: chance)
      #expect(demand.quantile(sum - 4e-5) <= k, "k \(k)")
      #expect(demand.quantile(sum + 4e-5) > k, "k \(k)")
    }
  }

  /// What keeps all lumps but one as they were when a unit is added.
  @Test func oneMoreTrialIsAtMostOneMoreSuccess() {
    for chance in [0.001, 0.04, 0.3, 0.5, 0.77, 0.98] {
      for p in [0.01, 0.31, 0.5, 0.86, 0.999] {
        var last = 0.0
        for trials in 1..<1_500 {
          let found = Binomial(trials: Double(trials), chance: chance).quantile(p)
          #expect(found == last || found == last + 1, "\(trials) trials, \(chance), p \(p)")
          last = found
        }
      }
    }
  }
}
