import Foundation
import InventoryPlanning
import RetailData
import Testing

struct LeadTimeDrawTests {
  private func lead(_ draws: ItemDraws, row: Int) -> [Double] {
    Array(draws.supplyLeadTimes[row * draws.scenarios..<(row + 1) * draws.scenarios])
  }

  /// Means within four standard errors; standard deviations within five, whose relative error is
  /// √((κ − 1) / 4n), κ = 3 + 6 / shape.
  @Test func momentsOfGamma() {
    var shop = ScenarioShop()
    shop.settings.scenarios = 8_192
    let draws = shop.draws.draws(ofItem: 0)
    for (row, mean, deviation) in [(0, 20.0, 6.0), (1, 10.0, 4.0)] {
      let moments = Moments(lead(draws, row: row))
      #expect(abs(moments.mean - mean) < 4 * deviation / 8_192.0.squareRoot())
      let shape = (mean / deviation) * (mean / deviation)
      let error = ((2 + 6 / shape) / (4 * 8_192)).squareRoot()
      #expect(abs(moments.variance.squareRoot() / deviation - 1) < 5 * error)
    }
  }

  /// Where one row is late, so is the other.
  @Test func comonotone() {
    var shop = ScenarioShop()
    shop.settings.scenarios = 500
    shop.network.supply.append(
      ScenarioShop.supply(item: 0, cost: 9, mean: 10, deviation: 4, facility: 1))
    let draws = shop.draws.draws(ofItem: 0)
    let pairs = zip(lead(draws, row: 0), lead(draws, row: 1)).sorted { $0.0 < $1.0 }
    for (earlier, later) in zip(pairs, pairs.dropFirst()) {
      #expect(earlier.0 < later.0 && earlier.1 < later.1)
    }
    // The same distribution: the same days.
    #expect(lead(draws, row: 1) == lead(draws, row: 2))
  }

  @Test func factorScales() {
    var shop = ScenarioShop()
    let plain = shop.draws.draws(ofItem: 0).supplyLeadTimes
    shop.settings.leadTimeFactor = 1.5
    for (scaled, plain) in zip(shop.draws.draws(ofItem: 0).supplyLeadTimes, plain) {
      // Rounding, and what the tolerance of the quantile leaves.
      #expect(abs(scaled / plain - 1.5) < 1e-9)
    }
    shop.settings.leadTimeFactor = 0
    #expect(shop.draws.draws(ofItem: 0).supplyLeadTimes.allSatisfy { $0 == 0 })
  }

  /// No rows of one item share a random number with another item's: correlations within five
  /// standard errors, 1 / √n each.
  @Test func independentBetweenItems() {
    var shop = ScenarioShop()
    shop.settings.scenarios = 4_096
    shop.network.supply = (0..<3).map {
      ScenarioShop.supply(item: $0, cost: 1, mean: 10, deviation: 3)
    }
    let days = (0..<3).map { lead(shop.draws.draws(ofItem: $0), row: 0) }
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
      let a = Moments(days[one])
      let b = Moments(days[other])
      var sum = 0.0
      for (x, y) in zip(days[one], days[other]) { sum += (x - a.mean) * (y - b.mean) }
      let correlation = sum / 4_095 / (a.variance * b.variance).squareRoot()
      #expect(abs(correlation) < 5 / 4_096.0.squareRoot())
    }
  }

  /// What is on its way: of the cheapest row at the distribution centre, 10 days on average, half
  /// has gone; to the fulfilment centre nobody delivers but a transfer of 2 days.
  @Test func onItsWay() {
    var shop = ScenarioShop()
    shop.settings.scenarios = 8_192
    let draws = shop.draws.draws(ofItem: 0)
    let days = (0..<3).map { Array(draws.inboundArrivals[$0 * 8_192..<($0 + 1) * 8_192]) }
    let center = Moments(days[0])
    #expect(abs(center.mean - 5) < 4 * center.error)
    // E[U²] E[L²] − 25 = (100 + 16) / 3 − 25; its relative error is about √(κ / n), κ < 9.
    #expect(abs(center.variance / (116.0 / 3 - 25) - 1) < 5 * (9 / 8_192.0).squareRoot())
    let fulfillment = Moments(days[1])
    #expect(abs(fulfillment.mean - 1) < 4 * fulfillment.error)
    #expect(days[1].allSatisfy { $0 > 0 && $0 < 2 })
    #expect(days[2].allSatisfy { $0 == 0 })
  }

  @Test func onItsWayFromNowhereKnown() {
    var shop = ScenarioShop()
    shop.network.transfers = []
    // Nobody sells item 2: within the review period. Item 1's vendor always takes 8 days.
    shop.network.inventory = [
      Stock(facility: 1, item: 2, onHand: 0, inbound: 5),
      Stock(facility: 2, item: 1, onHand: 0, inbound: 5),
    ]
    let nobody = shop.draws.draws(ofItem: 2).inboundArrivals[16..<32]
    #expect(nobody.allSatisfy { $0 > 0 && $0 < 7 })
    let elsewhere = shop.draws.draws(ofItem: 1).inboundArrivals[32..<48]
    #expect(elsewhere.allSatisfy { $0 > 0 && $0 < 8 })
    #expect(Set(elsewhere).count == 16)
  }
}
