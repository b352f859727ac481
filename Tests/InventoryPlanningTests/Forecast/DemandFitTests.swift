import Foundation
import RetailData
import Testing

@testable import InventoryPlanning

/// What was planted is found again.
@Suite struct DemandFitTests {
  private func fit(
    _ dataset: Dataset, weeks: Int = 13, related: RelatedItems? = nil, threads: Int = 1
  ) throws -> DemandForecast {
    try DemandForecast.fit(
      dataset: dataset, options: ForecastOptions(weeks: weeks), related: related,
      work: WorkContext(threads: threads))
  }

  /// 200 items whose rates and spread stay as they are: the mean of all is right within 3 %, of
  /// most items within three standard errors of a mean over the 12-week half-life (17 weeks).
  @Test(arguments: [0.7, 2, .infinity]) func ratesAndSpread(size: Double) throws {
    var sales = GeneratedSales(weeks: 50, seed: 7)
    let rates = (0..<200).map { 0.3 * exp2(Double($0 % 8)) }
    for (item, rate) in rates.enumerated() {
      sales.add(item: item, units: max(1, sales.negativeBinomial(mean: rate, size: size)), age: 49)
      for age in 0..<49 {
        sales.add(item: item, units: sales.negativeBinomial(mean: rate, size: size), age: age)
      }
    }
    let forecast = try fit(sales.dataset(items: 200))
    let total = (0..<200).reduce(0) { $0 + Double(forecast.weeklyMean[$1 * 13]) }
    let planted: Double = rates.reduce(0, +)
    #expect(abs(total / planted - 1) < 0.08)
    var far = 0
    for (item, rate) in rates.enumerated() {
      let deviation = ((rate + rate * rate / size) / 17).squareRoot()
      if abs(Double(forecast.weeklyMean[item * 13]) - rate) > 3 * deviation { far += 1 }
    }
    #expect(far <= 6)
    // Of the items that sell enough to show a spread: the median of 1 / size.
    let inverse = (0..<200).filter { $0 % 8 >= 4 }.map { 1 / Double(forecast.size[$0]) }.sorted()
    let middle = inverse[inverse.count / 2]
    if size.isFinite {
      // One step of the bank's grid of sizes is up to 1.9; the doubt of the level adds to it.
      let ratio: Double = middle * size
      #expect(ratio > 0.75 && ratio < 1.35)
    } else {
      #expect(middle < 0.06)
    }
  }

  /// An item that has been on sale for ten weeks has ten weeks of history.
  @Test func historyBeginsWithTheFirstSale() throws {
    var sales = GeneratedSales(weeks: 50, seed: 3)
    for item in 0..<40 {
      for age in 0..<(item < 20 ? 10 : 50) {
        sales.add(item: item, units: sales.poisson(12), age: age)
      }
    }
    let forecast = try fit(sales.dataset(items: 40))
    for item in 0..<40 {
      let mean = forecast.weeklyMean[item * 13]
      #expect(abs(mean - 12) < 3.5)
    }
  }

  /// A year's swing of ± 60 % that is planted twice is forecast for the next half year.
  @Test func seasons() throws {
    var sales = GeneratedSales(weeks: 104, seed: 11)
    func factor(_ weeksAhead: Double) -> Double {
      exp(0.6 * cos(2 * Double.pi * (weeksAhead + 0.5) * 7 / 365.25))
    }
    for item in 0..<30 {
      for age in 0..<104 {
        sales.add(item: item, units: sales.poisson(8 * factor(-1 - Double(age))), age: age)
      }
    }
    let forecast = try fit(sales.dataset(items: 30), weeks: 26)
    for week in 0..<26 {
      let mean = (0..<30).reduce(0) { $0 + Double(forecast.weeklyMean[$1 * 26 + week]) } / 30
      let ratio: Double = mean / (8 * factor(Double(week)))
      #expect(abs(ratio - 1) < 0.1, "week \(week)")
    }
  }

  /// From 40 weeks of a planted season nothing but a trend is forecast: it goes one way, less and
  /// less.
  @Test func aSeasonNeedsAYear() throws {
    var sales = GeneratedSales(weeks: 40, seed: 11)
    for age in 0..<40 {
      sales.add(item: 0, units: Int(40 + 25 * sin(2 * Double.pi * Double(age) / 52)), age: age)
    }
    let forecast = try fit(sales.dataset(items: 1))
    let steps = (1..<13).map { Double(forecast.weeklyMean[$0] - forecast.weeklyMean[$0 - 1]) }
    #expect(steps.allSatisfy { $0 < 0 } || steps.allSatisfy { $0 > 0 })
    #expect(zip(steps, steps.dropFirst()).allSatisfy { abs($1) < abs($0) })
  }

  /// Sales of every item grow by 3 % a week: the next week goes on from the last, and growth dies
  /// out, by 0.9 a week.
  @Test func trends() throws {
    var sales = GeneratedSales(weeks: 40, seed: 13)
    for item in 0..<40 {
      for age in 0..<40 {
        sales.add(item: item, units: sales.poisson(20 * exp(-0.03 * Double(age))), age: age)
      }
    }
    let forecast = try fit(sales.dataset(items: 40))
    func mean(_ week: Int) -> Double {
      (0..<40).reduce(0) { $0 + Double(forecast.weeklyMean[$1 * 13 + week]) } / 40
    }
    // 800 units a week: the mean of the last few is right within 2 % and the slope within a sixth.
    #expect(abs(mean(0) / (20 * exp(0.027)) - 1) < 0.06)
    #expect(abs(mean(12) / (20 * exp(0.03 * (0.9 - pow(0.9, 14)) / 0.1)) - 1) < 0.1)
  }

  /// An item sold in one week only gets the level of those it goes with; without them, that of its
  /// category.
  @Test func aNewItemIsLikeItsRelatedItems() throws {
    var sales = GeneratedSales(weeks: 40, seed: 5)
    for item in 0..<20 {
      for age in 0..<40 {
        sales.add(item: item, units: sales.poisson(item < 10 ? 40 : 2), age: age)
      }
    }
    let data = sales.dataset(items: 22)
    let none: [(item: Int32, weight: Float)] = []
    var lists = [[(item: Int32, weight: Float)]](repeating: none, count: 23)
    lists[20] = (0..<5).map { (Int32($0), 1) }
    lists[21] = (10..<15).map { (Int32($0), 1) }
    let forecast = try fit(data, related: RelatedItems(lists))
    let means = (20..<22).map { Double(forecast.weeklyMean[$0 * 13]) }
    #expect(abs(means[0] - 40) < 4)
    #expect(abs(means[1] - 2) < 0.7)
    let usual = try fit(data).weeklyMean[20 * 13]
    #expect(usual > 8 && usual < 30)
    // Nobody knows it well.
    #expect(forecast.size[20] < 3)
  }

  /// Sparse items have the shop's regions, rich ones their own.
  @Test func regionsAreShrunk() throws {
    var network = Network()
    network.regions = ["a", "b"].map { Region(id: $0, name: $0, latitude: 0, longitude: 0) }
    var sales = GeneratedSales(weeks: 40, seed: 5)
    for item in 0..<60 {
      // Item by item from 10 % to 90 % in region a.
      let share = 0.1 + 0.8 * Double(item % 6) / 5
      for line in 0..<(item < 54 ? 120 : 2) {
        let customer = Double.random(in: 0..<1, using: &sales.random) < share ? 0 : 1
        sales.add(item: item, customer: customer, units: 1, age: line % 40)
      }
    }
    let forecast = try fit(sales.dataset(items: 60, customerRegions: [0, 1], network: network))
    for item in 0..<60 {
      let share = Double(forecast.regionShare[item * 2])
      let other = Double(forecast.regionShare[item * 2 + 1])
      #expect(abs(share + other - 1) < 1e-6)
      let planted = 0.1 + 0.8 * Double(item % 6) / 5
      // 120 lines: a standard deviation of at most 0.046.
      if item < 54 { #expect(abs(share - planted) < 0.14) }
    }
    let sparse: [Float] = (54..<60).map { forecast.regionShare[$0 * 2] }
    #expect(sparse.allSatisfy { abs($0 - 0.5) < 0.35 })
    let history = try SalesHistory(
      dataset: sales.dataset(items: 60, customerRegions: [0, 1], network: network),
      end: GeneratedSales.end, maximumWeeks: 156, work: WorkContext(threads: 1))
    // Shares evenly spread from 0.1 to 0.9 have the variance of a beta distribution with
    // a + b = 0.25 / 0.0747 − 1 = 2.3.
    let strength = try RegionShares(history, work: WorkContext(threads: 1)).strength
    #expect(strength >= 1.4 && strength <= 4)
  }
}
