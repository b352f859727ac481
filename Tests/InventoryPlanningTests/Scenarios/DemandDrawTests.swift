import Foundation
import RetailData
import Testing

@testable import InventoryPlanning

/// Item 1 waits 8 days for its vendor and 3 for transfers, always: its epochs in target mode are
/// 10 and 5 days.
struct DemandDrawTests {
  private func shop(scenarios: Int) -> ScenarioShop {
    var shop = ScenarioShop()
    shop.settings.mode = .target
    shop.settings.scenarios = scenarios
    return shop
  }

  /// Counts of each epoch against the negative binomial probabilities: χ² below its mean plus five
  /// standard deviations.
  @Test(arguments: [Float(1.5), 0.4, .infinity])
  func countsAreNegativeBinomial(size: Float) {
    var shop = shop(scenarios: 20_000)
    shop.size = size
    let units = shop.draws.draws(ofItem: 1).unitsByEpoch
    for (epoch, days) in [(0, 10.0), (1, 5.0)] {
      let mean = 2 * days / 7
      var seen = [Double](repeating: 0, count: 400)
      for scenario in 0..<20_000 { seen[Int(units[scenario * 2 + epoch])] += 1 }
      var statistic = 0.0
      var cells = 0
      var tail = 20_000.0
      var seenTail = 20_000.0
      for count in 0..<400 {
        let probability = Self.probability(
          of: Double(count), mean: mean, size: Double(size) * days / 7)
        guard probability * 20_000 >= 10 else { continue }
        let expected = probability * 20_000
        statistic += (seen[count] - expected) * (seen[count] - expected) / expected
        cells += 1
        tail -= expected
        seenTail -= seen[count]
      }
      if tail > 1 { statistic += (seenTail - tail) * (seenTail - tail) / tail }
      let freedom = Double(cells)
      #expect(statistic < freedom + 5 * (2 * freedom).squareRoot(), "epoch \(epoch)")
    }
  }

  private static func probability(of k: Double, mean: Double, size: Double) -> Double {
    if size.isInfinite { return exp(k * log(mean) - mean - lgamma(k + 1)) }
    let ways: Double = lgamma(k + size) - lgamma(size) - lgamma(k + 1)
    return exp(ways + size * log(size / (size + mean)) + k * log(mean / (size + mean)))
  }

  /// Cycle demand as a sum of epochs: mean 15/7 weeks' and variance mean + mean²/(size × 15/7), as
  /// the epochs are independent; also of another item's demand.
  @Test func epochsAndItemsAreIndependent() {
    let draws = shop(scenarios: 20_000).draws
    let units = draws.draws(ofItem: 1).unitsByEpoch
    let cycle = Moments((0..<20_000).map { units[2 * $0] + units[2 * $0 + 1] })
    let mean = 2 * 15.0 / 7
    let variance = mean + mean * mean / (1.5 * 15 / 7)
    #expect(abs(cycle.mean - mean) < 4 * (variance / 20_000).squareRoot())
    // Kurtosis is below 6 here: relative error √(5 / n).
    #expect(abs(cycle.variance / variance - 1) < 5 * (5 / 20_000.0).squareRoot())
    let other = draws.draws(ofItem: 2).unitsByEpoch
    let two = Moments((0..<20_000).map { units[2 * $0] + other[2 * $0] })
    let parts = [units, other].map { of in Moments((0..<20_000).map { of[2 * $0] }) }
    let sum = parts[0].variance + parts[1].variance
    #expect(abs(two.variance / sum - 1) < 5 * (5 / 20_000.0).squareRoot())
  }

  /// The item's units fall by the shares: χ² over regions, speeds and hours together.
  @Test func sharesOfSingleUnits() {
    expectShares(shop(scenarios: 20_000), item: 0, firstSpeeds: [0.75, 0.25])
  }

  /// The same where most units come in lumps: 3,000 a week.
  @Test func sharesOfLumps() {
    var many = shop(scenarios: 200)
    many.weeklyMean = 3_000
    many.size = .infinity
    many.handling = [.sortable, .sortable, .sortable]
    expectShares(many, item: 1, firstSpeeds: [0.75, 0.25])
  }

  private func expectShares(_ shop: ScenarioShop, item: Int, firstSpeeds: [Double]) {
    let draws = shop.draws.draws(ofItem: item)
    var seen = [Double](repeating: 0, count: 3 * 2 * 24)
    for order in draws.orders {
      seen[(Int(order.region) * 2 + Int(order.speed)) * 24 + Int(order.hour)] +=
        Double(order.units)
    }
    let total = seen.reduce(0, +)
    var statistic = 0.0
    for region in 0..<3 {
      let speeds = region == 0 ? firstSpeeds : [0.4, 0.6]
      for speed in 0..<2 {
        for hour in 0..<24 {
          let expected =
            total * Double(ScenarioShop.regionShare[region]) * speeds[speed]
            * Double(ScenarioShop.hourShare(speed, hour))
          let found = seen[(region * 2 + speed) * 24 + hour]
          statistic += (found - expected) * (found - expected) / expected
        }
      }
    }
    #expect(statistic < 143 + 5 * 286.0.squareRoot())
    #expect(statistic > 143 - 5 * 286.0.squareRoot())
  }

  /// Poisson demand split by shares is Poisson and independent, cell by cell; so is its sum over
  /// regions, over speeds, over hours. The sum of (n − mean)² / mean over cells and scenarios is
  /// near their number: by five standard deviations, its variance being 2 + 1/mean a cell.
  @Test(arguments: [
    (3, 2, 24), (1, 1, 24), (1, 2, 1), (3, 1, 1), (3, 1, 24), (1, 2, 24), (1, 1, 1),
  ])
  func lumpsVaryAsTheyShould(regions: Int, speeds: Int, hours: Int) {
    var shop = shop(scenarios: 300)
    shop.weeklyMean = 3_000
    shop.size = .infinity
    /// Kept apart where there are as many, else added up.
    func cell(_ region: Int, _ speed: Int, _ hour: Int) -> Int {
      (region % regions * speeds + speed % speeds) * hours + hour % hours
    }
    let cells = regions * speeds * hours
    var seen = [Double](repeating: 0, count: 300 * cells)
    for order in shop.draws.draws(ofItem: 1).orders where order.epoch == 0 {
      let place = cell(Int(order.region), Int(order.speed), Int(order.hour))
      seen[Int(order.scenario) * cells + place] += Double(order.units)
    }
    var means = [Double](repeating: 0, count: cells)
    for region in 0..<3 {
      for speed in 0..<2 {
        for hour in 0..<24 {
          let share: Double =
            Double(ScenarioShop.regionShare[region]) * (speed == 0 ? 0.4 : 0.6)
            * Double(ScenarioShop.hourShare(speed, hour))
          means[cell(region, speed, hour)] += 3_000 * 10.0 / 7 * share
        }
      }
    }
    var statistic = 0.0
    for (place, found) in seen.enumerated() {
      let mean = means[place % cells]
      statistic += (found - mean) * (found - mean) / mean
    }
    let variance = 300 * means.reduce(0) { $0 + 2 + 1 / $1 }
    #expect(abs(statistic - Double(300 * cells)) < 5 * variance.squareRoot())
  }

  /// Within its hour an order is anywhere: the first and the second half alike, by 5 standard errors.
  @Test func momentsWithinTheHour() {
    let orders = shop(scenarios: 5_000).draws.draws(ofItem: 1).orders
    let late = orders.count { $0.hour - $0.hour.rounded(.down) >= 0.5 }
    let count = Double(orders.count)
    #expect(abs(Double(late) - count / 2) < 5 * count.squareRoot() / 2)
  }

  /// Whatever way units are placed, none is lost: the orders add up to the count that the quantile
  /// says, from one unit up to millions.
  @Test(arguments: [Float(0.5), 20, 150, 190, 5_000, 1e6])
  func unitsAddUp(weeklyMean: Float) {
    var shop = shop(scenarios: 12)
    shop.weeklyMean = weeklyMean
    let units = shop.draws.draws(ofItem: 1).unitsByEpoch
    let random = SpreadDraws(KeyedDraws(seed: shop.settings.seed, purpose: .planning))
      .cycles(ofItem: 1)
    for scenario in 0..<12 {
      for (epoch, days) in [(0, 10.0), (1, 5.0)] {
        let expected = NegativeBinomial(
          mean: Double(weeklyMean) * days / 7, size: 1.5 * days / 7
        ).quantile(random.uniform(scenario: scenario, dimension: 1 + epoch))
        // Sums of means may differ in the last bit; that moves a count by one, if at all.
        #expect(abs(units[scenario * 2 + epoch] - expected) <= 1)
      }
    }
  }

  /// Weeks of 700 and 7,000 units, then 2,100 for ever: 10 days are 700 + 3/7 × 7,000, and so on. Five
  /// standard deviations of a Poisson count.
  @Test func meansFollowTheWeeks() {
    var shop = shop(scenarios: 8)
    shop.weeks = 3
    shop.size = .infinity
    var forecast = shop.forecast
    forecast.weeklyMean = [700, 7_000, 2_100, 700, 7_000, 2_100, 700, 7_000, 2_100]
    shop.network.supply = [ScenarioShop.supply(item: 1, cost: 1, mean: 30, deviation: 0)]
    let units = ScenarioDraws(input: shop.input, forecast: forecast).draws(ofItem: 1).unitsByEpoch
    let first = 700 + 7_000 * 3.0 / 7
    // To day 37: the rest of the second week, then 23 days at 300 a day.
    let second = 7_000 * 4.0 / 7 + 23 * 300
    for scenario in 0..<8 {
      #expect(abs(units[2 * scenario] - first) < 5 * first.squareRoot())
      #expect(abs(units[2 * scenario + 1] - second) < 5 * second.squareRoot())
    }
  }
}
