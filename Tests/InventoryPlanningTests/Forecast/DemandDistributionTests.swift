import Foundation
import Testing

@testable import InventoryPlanning

@Suite struct DemandDistributionTests {
  /// Probability of the count and of no more than it, by SciPy 1.x `nbinom` and `poisson`.
  @Test(
    arguments: [
      (4, 2, 3, 0.13168724279835395, 0.5390946502057613),
      (0.3, 0.12, 1, 0.0737505129124912, 0.9341731635582223),
      (500, 0.5, 900, 0.00024174456569743167, 0.8203600205630178),
      (1e5, 3, 1.2e5, 5.311673215538931e-06, 0.6972542176323934),
      (2_000, 1e4, 2_100, 0.0010250982147829218, 0.9791521277024999),
      (1_100, .infinity, 1_000, 0.00011590731420651173, 0.001175230568136558),
    ] as [(Double, Double, Double, Double, Double)])
  func knownValues(mean: Double, size: Double, count: Double, mass: Double, sum: Double) {
    let demand = DemandDistribution(mean: mean, size: size)
    // Logarithms of gamma functions near 1e6 leave ten digits.
    #expect(abs(demand.probability(of: count) / mass - 1) < 1e-10)
    #expect(abs(demand.cumulative(count) / sum - 1) < 1e-10)
  }

  /// The recursion p(k + 1) = p(k) · q (k + size) / (k + 1) knows no gamma and no beta function.
  @Test(arguments: [0.02, 0.3, 1, 7, 60, 140.0], [0.05, 0.6, 1, 12, 3_000])
  func cumulativeIsTheSumAndQuantileItsInverse(mean: Double, size: Double) {
    let demand = DemandDistribution(mean: mean, size: size)
    let failure = mean / (size + mean)
    var mass = pow(size / (size + mean), size)
    var sum = 0.0
    for count in 0..<400 {
      let below = sum
      sum += mass
      #expect(abs(demand.probability(of: Double(count)) - mass) < 1e-12)
      #expect(abs(demand.cumulative(Double(count)) - sum) < 1e-11)
      // Just inside the step of the distribution function; narrower steps are lost in rounding.
      if mass > 1e-6, sum < 1 - 1e-6 {
        #expect(demand.quantile(below + 0.01 * mass) == Double(count))
        #expect(demand.quantile(sum - 0.01 * mass) == Double(count))
      }
      mass *= failure * (Double(count) + size) / Double(count + 1)
    }
  }

  /// By SciPy's `ppf`.
  @Test func quantilesOfLargeCounts() {
    #expect(DemandDistribution(mean: 500, size: 0.5).quantile(0.99) == 3_319)
    #expect(DemandDistribution(mean: 500, size: 0.5).quantile(0.1) == 8)
    #expect(DemandDistribution(mean: 1e5, size: 3).quantile(0.99) == 280_201)
    #expect(DemandDistribution(mean: 1e5, size: 3).quantile(0.1) == 36_735)
    #expect(DemandDistribution(mean: 2_000, size: 1e4).quantile(0.99) == 2_115)
    #expect(DemandDistribution(mean: 1e6, size: .infinity).quantile(0.975) == 1_001_960)
  }

  @Test func nothingIsExpectedOfNothing() {
    let none = DemandDistribution(mean: 0, size: 1)
    #expect(none.probability(of: 0) == 1)
    #expect(none.cumulative(0) == 1)
    #expect(none.quantile(0.999) == 0)
    #expect(none.cumulative(-1) == 0)
    #expect(none.probability(of: 0.5) == 0)
  }

  /// The distribution of kept units, summed over how many there were.
  @Test func thinningKeepsTheSize() {
    let all = DemandDistribution(mean: 6, size: 1.5)
    let thinned = all.thinned(to: 0.25)
    for count in 0..<12 {
      var sum = 0.0
      var ways = 1.0
      for total in count..<400 {
        // Binomial: total over count.
        if total > count { ways *= Double(total) / Double(total - count) }
        let kept = pow(0.25, Double(count)) * pow(0.75, Double(total - count))
        sum += all.probability(of: Double(total)) * ways * kept
      }
      #expect(abs(thinned.probability(of: Double(count)) - sum) < 1e-12)
    }
  }
}
