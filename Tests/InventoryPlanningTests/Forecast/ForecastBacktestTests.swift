import Foundation
import RetailData
import Testing

@testable import InventoryPlanning

@Suite struct ForecastBacktestTests {
  private func run(
    _ dataset: Dataset, origins: Int = 2, ahead: Int = 2, end: Timestamp? = nil, threads: Int = 1
  ) throws -> ForecastBacktest {
    try ForecastBacktest.run(
      dataset: dataset,
      options: BacktestOptions(
        origins: origins, weeksAhead: ahead, forecast: ForecastOptions(end: end)),
      work: WorkContext(threads: threads))
  }

  private func score(
    _ result: ForecastBacktest, _ method: ForecastMethod, _ level: BacktestLevel = .item,
    _ kind: ItemClass? = nil
  ) throws -> BacktestScore {
    try #require(
      result.scores.first { $0.method == method && $0.level == level && $0.itemClass == kind })
  }

  /// Two units every week but for six in the last: the quantiles of the past are 2, so only the
  /// last week loses, 4 p at quantile p, of 2 + 2 + 2 + 6 units.
  @Test func recentWeeksByHand() throws {
    var sales = GeneratedSales(weeks: 16, seed: 1)
    for age in 0..<16 { sales.add(item: 0, units: age == 0 ? 6 : 2, age: age) }
    let result = try run(sales.dataset(items: 1))
    #expect(result.origins.count == 2 && result.unseenUnits == 1)
    let score = try score(result, .recentWeeks)
    #expect(score.cases == 4 && score.units == 12)
    for (p, loss) in zip(BacktestScore.quantiles, score.pinball) {
      #expect(abs(loss - 4 * p / 12) < 1e-12)
    }
    // Three weeks in the middle of all there is, by 0.8 of it; the last far out.
    #expect(abs(score.coverage80 - 0.6) < 1e-12)
    #expect(abs(score.bias - 8.0 / 12) < 1e-12)
  }

  /// Demand that is what the model says: as many weeks in each interval as there should be (a
  /// standard error of 0.006 and 0.003), and no more loss than methods that know less.
  @Test func aRightModelIsCalibrated() throws {
    var sales = GeneratedSales(weeks: 50, seed: 4)
    for item in 0..<300 {
      for age in 0..<50 {
        let units = sales.negativeBinomial(mean: 0.5 * exp2(Double(item % 6)), size: 2)
        sales.add(item: item, units: age == 49 ? max(1, units) : units, age: age, oneByOne: true)
      }
    }
    let result = try run(sales.dataset(items: 300), origins: 4, ahead: 4)
    let ours = try score(result, .echelon)
    #expect(ours.cases == 300 * 16)
    #expect(abs(ours.coverage80 - 0.8) < 0.02)
    #expect(abs(ours.coverage95 - 0.95) < 0.01)
    #expect(abs(ours.bias - 1) < 0.05)
    for method in ForecastMethod.allCases where method != .echelon {
      #expect(ours.meanPinball < (try score(result, method)).meanPinball, "\(method)")
    }
  }

  @Test func nothingAfterTheEndIsSeen() throws {
    var sales = GeneratedSales(weeks: 40, seed: 2)
    for item in 0..<30 {
      for age in 4..<40 { sales.add(item: item, units: sales.poisson(2), age: age) }
    }
    let end = Timestamp(seconds: GeneratedSales.end.seconds - 4 * SalesHistory.secondsPerWeek)
    let before = try run(sales.dataset(items: 30), end: end)
    for item in 0..<30 {
      for age in 0..<4 { sales.add(item: item, units: 99, age: age) }
    }
    #expect(try run(sales.dataset(items: 30), end: end) == before)
    #expect(try run(sales.dataset(items: 30)) != before)
  }

  /// The methods see the weeks before an origin: other sales after it change what came, not what
  /// was forecast.
  @Test func forecastsDoNotSeeWhatTheyAreJudgedBy() throws {
    var sales = GeneratedSales(weeks: 40, seed: 2)
    for item in 0..<30 {
      for age in 4..<40 { sales.add(item: item, units: sales.poisson(2), age: age) }
    }
    // Nothing comes: what a method loses is what it forecast.
    let none = try run(sales.dataset(items: 30), origins: 1, ahead: 4)
    for item in 0..<30 {
      for age in 0..<4 { sales.add(item: item, units: 500, age: age) }
    }
    let much = try run(sales.dataset(items: 30), origins: 1, ahead: 4)
    for method in ForecastMethod.allCases {
      let (a, b) = (try score(none, method), try score(much, method))
      #expect(a.units == 0 && b.units == 60_000)
      #expect(abs(a.meanUnits - b.meanUnits) < 1e-9)
      for (place, p) in BacktestScore.quantiles.enumerated() {
        // Losses (1 − p) q without sales, and p (500 − q) with them.
        let forecast = a.losses[place] / (1 - p)
        #expect(abs(b.losses[place] - p * (60_000 - forecast)) < 1e-6, "\(method)")
      }
    }
  }

  @Test func threadsChangeNothing() throws {
    var network = Network()
    network.regions = ["a", "b"].map { Region(id: $0, name: $0, latitude: 0, longitude: 0) }
    var sales = GeneratedSales(weeks: 30, seed: 6)
    for item in 0..<200 {
      for age in 0..<(2 + item % 28) {
        sales.add(item: item, customer: item % 2, units: sales.poisson(1.7), age: age)
      }
    }
    let data = sales.dataset(items: 200, customerRegions: [0, 1], network: network)
    let one = try run(data, threads: 1)
    #expect(one.scores.contains { $0.level == .itemRegion && $0.itemClass == .cold })
    #expect(try run(data, threads: 2) == one)
    #expect(try run(data, threads: 3) == one)
  }

  @Test func tooLittleHistoryIsAnError() throws {
    var sales = GeneratedSales(weeks: 10, seed: 6)
    for age in 0..<10 { sales.add(item: 0, units: 1, age: age) }
    #expect(throws: BacktestTooShort(weeks: 9, needed: 12)) {
      try run(sales.dataset(items: 1))
    }
  }
}
