import RetailData
import Testing

@testable import InventoryPlanning

/// What a backtest compares and how it counts, against figures worked out by hand.
@Suite struct BacktestMethodTests {
  private let sales: [Float] = [0, 0, 3, 0, 5, 0, 0, 0, 4]

  /// 3 after 3 weeks; 3.2 and 2.9 after 5 in 2; 3.28 and 3.01 after 4 in 4.
  @Test func croston() {
    #expect(abs(Intermittent.croston(sales) - 3.28 / 3.01) < 1e-12)
    // Weeks without a sale change nothing until the next one.
    #expect(abs(Intermittent.croston(sales + [0, 0, 0]) - 3.28 / 3.01) < 1e-12)
    #expect(Intermittent.croston([0, 0]) == 0)
  }

  /// One in three; 0.3; 0.37; 0.333; 0.2997; 0.26973; 0.342757.
  @Test func tsb() {
    #expect(abs(Intermittent.tsb(sales) - 3.28 * 0.342757) < 1e-12)
    #expect(abs(Intermittent.tsb(sales + [0]) - 3.28 * 0.3084813) < 1e-12)
    #expect(Intermittent.tsb([0, 0]) == 0)
  }

  @Test func pinball() {
    #expect(pinballLoss(forecast: 4, actual: 10, p: 0.9) == 0.9 * 6)
    #expect(abs(pinballLoss(forecast: 10, actual: 4, p: 0.9) - 0.6) < 1e-12)
    #expect(pinballLoss(forecast: 3, actual: 3, p: 0.1) == 0)
  }

  /// Errors of one week: +2, −1, +3; of two: +1, +2.
  @Test func naiveAddsItsErrors() throws {
    let week = ForecastMethod.seasonalNaive.predictions(from: [1, 3, 2, 5], ahead: 2)
    #expect([0.3, 0.5, 0.9].map { week[0].quantile($0) } == [4, 7, 8])
    #expect([0.3, 0.5, 0.9].map { week[1].quantile($0) } == [6, 6, 7])
  }

  /// Each week of last year was ten more than the week a year before it.
  @Test func aYearAgoWhereThereIsOne() {
    let units = (0..<104).map { Float($0 % 52 + ($0 < 52 ? 0 : 10)) }
    let weeks = ForecastMethod.seasonalNaive.predictions(from: units[...], ahead: 2)
    #expect(weeks.map { $0.quantile(0.5) } == [20, 21])
  }

  @Test func samplesAndTheirQuantiles() {
    let tens = PredictedDemand.sample((0..<10).map(Float.init))
    #expect([0.1, 0.11, 0.5, 0.99].map(tens.quantile) == [0, 1, 4, 9])
    #expect([-1, 0, 4.5, 9].map(tens.cumulative) == [0, 0.1, 0.5, 1])
    // 0 is all of the lowest tenth: outside of the middle 80 %, inside by half of the middle 90 %.
    #expect(abs(tens.coverage(of: 0, middle: 0.8)) < 1e-12)
    #expect(abs(tens.coverage(of: 0, middle: 0.9) - 0.5) < 1e-12)
    #expect(tens.coverage(of: 5, middle: 0.8) == 1)
  }

  /// The variance of 2 and 6 is 8: size = 16 / (8 − 4).
  @Test func spreadOfTheWeeksSeen() {
    let model = PredictedDemand.model(mean: 4, variance: 8)
    #expect(model.quantile(0.9) == DemandDistribution(mean: 4, size: 4).quantile(0.9))
    let even = PredictedDemand.model(mean: 4, variance: 3)
    #expect(even.quantile(0.9) == DemandDistribution(mean: 4, size: .infinity).quantile(0.9))
  }

  @Test(arguments: [
    (20, 20, ItemClass.fast), (26, 19, .intermittent), (12, 3, .intermittent), (30, 6, .slow),
    (8, 8, .cold),
  ])
  func classes(weeks: Int, sold: Int, kind: ItemClass) {
    let units = (0..<weeks).map { Float($0 >= weeks - sold ? 1 : 0) }
    #expect(ItemClass(units[...]) == kind)
  }
}
