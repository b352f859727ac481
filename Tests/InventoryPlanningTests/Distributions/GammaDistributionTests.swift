import Foundation
import Testing

@testable import InventoryPlanning

struct GammaDistributionTests {
  /// Shape 1 is the exponential distribution: −log(1 − p).
  @Test func exponential() {
    for p in [1e-12, 1e-6, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, 1 - 1e-9] {
      let expected = -log1p(-p) * 3
      let found = GammaDistribution(mean: 3, deviation: 3).quantile(p)
      #expect(abs(found / expected - 1) < 1e-10, "\(p): \(found), not \(expected)")
    }
  }

  /// P(a, x) at the quantile is p again: over shapes from spread-out to nearly constant.
  @Test func inverseOfTheDistributionFunction() {
    for shape in [0.05, 0.3, 0.8, 1, 1.7, 3, 9, 31, 120, 900, 9_990, 10_010, 1e5] {
      for p in [1e-9, 1e-4, 0.02, 0.2, 0.5, 0.8, 0.97, 0.9999, 1 - 1e-9] {
        let x = GammaDistribution(mean: shape, deviation: shape.squareRoot()).quantile(p)
        let values = IncompleteGamma(shape, x)
        // Relative to the tail that is smaller, as large as an error of 1e-11 in x makes it.
        let error =
          p < 0.5 ? (values.lower - p) / p : (values.upper - (1 - p)) / (1 - p)
        #expect(abs(error) < 2e-8, "shape \(shape), p \(p): \(error)")
      }
    }
  }
}
