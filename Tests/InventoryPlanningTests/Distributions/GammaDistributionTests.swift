import Foundation
import TestSupport
import Testing

@testable import InventoryPlanning

struct GammaDistributionTests {
  private func quantile(_ p: Double, shape: Double) -> Double {
    GammaDistribution.standardQuantile(
      p, shape: shape, normalScore: NormalDistribution.quantile(p))
  }

  /// Shape 1 is the exponential distribution: −log(1 − p).
  @Test func exponential() {
    for p in [1e-12, 1e-6, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, 1 - 1e-9] {
      let expected = -log1p(-p) * 3
      let found = GammaDistribution(mean: 3, deviation: 3).quantile(p)
      #expect(abs(found / expected - 1) < 1e-10, "\(p): \(found), not \(expected)")
    }
  }

  /// Half of what tables of χ² with 2 × shape degrees of freedom say (3.8415, 18.307 and 70.065
  /// are the first three), to 17 digits: Newton's method on the incomplete gamma function of
  /// mpmath 1.3 with 40 digits.
  @Test(arguments: [
    (0.5, 0.95, 1.9207294103470622), (5, 0.95, 9.153519026637572),
    (50, 0.01, 35.0324474626999), (0.1, 0.5, 0.00059339110446022617),
    (2.25, 1e-6, 0.0032688754363467433), (7.1, 0.37, 5.9459124113856436),
    (7.1, 0.999999, 27.504620265473839), (31.7, 0.1, 24.732365129076539),
    (400, 0.0001, 329.85933435569631), (9_999, 0.9, 10127.360965660734),
    (10_001, 0.9, 10129.373781367218), (0.02, 0.99, 0.55888578416368606),
  ])
  func reference(shape: Double, p: Double, expected: Double) {
    let found = quantile(p, shape: shape)
    #expect(abs(found / expected - 1) < 1e-10, "\(found), not \(expected)")
  }

  /// With a whole shape n, P(n, x) is the probability that a Poisson variable with mean x reaches
  /// n. The sum is of positive terms: its rounding is 1e-15; an error of 1e-10 in x is multiplied
  /// by x f(x) / P, up to 30 here.
  @Test(arguments: [1, 2, 5, 12, 40, 150])
  func poissonTail(shape: Int) {
    for p in [1e-6, 0.01, 0.25, 0.5] {
      let x = quantile(p, shape: Double(shape))
      var term = 1.0
      var tail = 0.0
      for count in 1...(shape + 1_000) {
        term *= x / Double(count)
        if count >= shape { tail += term * exp(-x) }
      }
      #expect(abs(tail / p - 1) < 3e-9, "p \(p): \(tail)")
    }
  }

  /// P(a, x) at the quantile is p again: over shapes from spread-out to nearly constant, on both
  /// sides of every change of method.
  @Test func inverseOfTheDistributionFunction() {
    for shape in [0.05, 0.3, 0.8, 1, 1.7, 3, 9, 31, 120, 900, 9_990, 10_010, 1e5] {
      for p in [1e-9, 1e-4, 0.02, 0.2, 0.4999, 0.5001, 0.8, 0.97, 0.9999, 1 - 1e-9] {
        let values = IncompleteGamma(shape, quantile(p, shape: shape))
        // Relative to the tail that is smaller, as large as an error of 1e-11 in x makes it.
        let error =
          p < 0.5 ? (values.lower - p) / p : (values.upper - (1 - p)) / (1 - p)
        #expect(abs(error) < 2e-8, "shape \(shape), p \(p): \(error)")
      }
    }
  }

  /// The same at random, as an error of x: (P − p) / (x f) is how far off x is, relatively. Where
  /// P hardly changes with x, rounding of P moves x by more than that.
  @Test func inverseAtRandom() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<5_000 {
      let shape = exp(Double.random(in: log(0.02)...log(2e4), using: &random))
      let p = Double.random(in: 0x1p-40..<1, using: &random)
      let x = quantile(p, shape: shape)
      let values = IncompleteGamma(shape, x)
      let error = p < 0.5 ? values.lower - p : values.upper - (1 - p)
      #expect(
        abs(error) < 1e-10 * x * values.density + 1e-14, "shape \(shape), p \(p): \(error)")
    }
  }

  /// What is behind common random numbers: a greater p never gives less, for any shape.
  @Test func neverFalls() {
    for shape in [0.01, 0.2, 0.7, 1, 2.5, 20, 300, 9_999, 12_000] {
      var last = 0.0
      for step in 1..<2_000 {
        let found = quantile(Double(step) / 2_000, shape: shape)
        #expect(found >= last, "shape \(shape), step \(step)")
        last = found
      }
    }
  }

  @Test func extremesStayFinite() {
    for (mean, deviation) in [
      (0.0, 0.0), (0, 5), (5, 0), (5, 1e-300), (5, 1e-12), (5, 1e12), (5, 1e300), (1e300, 1),
      (1e-300, 1e-300), (1e300, 1e300),
    ] {
      for p in [0x1p-53, 1e-9, 0.3, 0.5, 0.9, 1 - 0x1p-53] {
        let found = GammaDistribution(mean: mean, deviation: deviation).quantile(p)
        #expect(found.isFinite && found >= 0, "mean \(mean), deviation \(deviation), p \(p)")
      }
    }
    #expect(GammaDistribution(mean: 5, deviation: 0).quantile(0.9) == 5)
    #expect(GammaDistribution(mean: 0, deviation: 3).quantile(0.9) == 0)
    #expect(abs(GammaDistribution(mean: 5, deviation: 1e-9).quantile(0.9) - 5) < 2e-9)
  }

  /// Percentage points printed in every table, and from mpmath to 17 digits.
  @Test(arguments: [
    (0.975, 1.9599639845400539), (0.995, 2.5758293035489005), (1e-10, -6.3613409024040562),
    (0.6, 0.25334710313579974), (0.001, -3.0902323061678135), (0.5, 0),
  ])
  func normal(p: Double, expected: Double) {
    #expect(abs(NormalDistribution.quantile(p) - expected) < 1e-13 * max(1, abs(expected)))
  }
}
