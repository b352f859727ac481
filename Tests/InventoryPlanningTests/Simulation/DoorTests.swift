import Foundation
import RetailData
import Testing

@testable import InventoryPlanning

/// Doors that are busy: what the rule of prices makes of them, against what can be worked out.
@Suite struct DoorTests {
  /// One facility that always has stock, and a door for three units a day.
  private func busyShop(rate: Double) throws -> SimulatedShop {
    var shop = SimulatedShop(facilities: 1, rates: [rate])
    shop.deliver(from: 0, to: 0)
    shop.supply(0, days: 0)
    shop.network.facilities[0].holdingCost = 0
    shop.network.facilities[0].outboundPerDay = 3
    shop.network.speeds[0].lostSalePenalty = 5
    shop.settings.replications = 40
    return shop
  }

  /// Whoever takes every order that can go out tomorrow begins each day with a door that is full of
  /// yesterday's orders, and is late with those of the day too. How many it pays to take follows from
  /// a Markov chain over what is left for tomorrow: the rule of prices is about as good as the best
  /// number, the other rule is as good as taking all.
  @Test(arguments: [1, 2, 3, 4.5]) func takesLateOrdersThatPay(rate: Double) throws {
    let shop = try busyShop(rate: rate)
    let simulator = try shop.simulator()
    let nearest = try shop.policy([200])
    let result = try simulator.compare(
      [("nearest", nearest), ("priced", simulator.priced(nearest))], work: WorkContext(threads: 2))
    let chain = LateOrders(
      demand: Counts.poisson(rate), door: 3, delivery: 1, late: 5, lost: 15)
    let costs = (0...3).map { chain.costPerDay(takingUpTo: $0) / rate }
    #expect(result.agrees(.costPerOrder, with: costs[3]))
    let best = try #require(costs.min())
    #expect(result.interval(.costPerOrder, of: 1).mean < 1.03 * best)
    // Worth the while where the door is busy.
    if rate >= 3 { #expect(result.difference(.costPerOrder, 1, minus: 0).high < 0) }
  }

  /// A customer who can be served from two facilities and one who can from the first only: how much
  /// room of its door is kept for the second follows from dynamic programming over the day.
  @Test(arguments: [1.0, 2, 3]) func keepsRoomForThoseWhoHaveNoChoice(rate: Double) throws {
    var shop = SimulatedShop(facilities: 2, rates: [2, rate])
    // What is late does not pay: every day is for itself.
    shop.price = shop.unitCost + 0.5
    shop.network.speeds[0].lostSalePenalty = 14
    for facility in 0..<2 {
      shop.supply(facility, days: 0)
      shop.network.facilities[facility].holdingCost = 0
    }
    shop.network.facilities[0].outboundPerDay = 3
    shop.deliver(from: 0, to: 0, cost: 1)
    shop.deliver(from: 1, to: 0, cost: 3)
    shop.deliver(from: 0, to: 1, cost: 1)
    shop.settings.replications = 40
    let simulator = try shop.simulator()
    let nearest = try shop.policy([200, 200])
    let result = try simulator.compare(
      [("nearest", nearest), ("priced", simulator.priced(nearest))], work: WorkContext(threads: 2))
    let best = bestCostPerDay(door: 3, flexible: 2, fixed: rate, costs: (1, 3, 14.5)) / (2 + rate)
    let priced = result.interval(.costPerOrder, of: 1)
    #expect(priced.high > best)
    #expect(priced.mean < 1.03 * best)
    #expect(result.difference(.costPerOrder, 1, minus: 0).high < 0)
  }

  /// The least that a day can cost on average, whoever decides: orders of both customers arrive at
  /// random through the day, and each takes room of the door or costs what it does without.
  private func bestCostPerDay(
    door: Int, flexible: Double, fixed: Double, costs: (near: Double, far: Double, lost: Double)
  ) -> Double {
    let steps = 20_000
    var value = [Double](repeating: 0, count: door + 1)
    for _ in 0..<steps {
      let old = value
      for room in 0...door {
        let through = room > 0 ? costs.near + old[room - 1] : .infinity
        value[room] +=
          flexible / Double(steps) * (min(through, costs.far + old[room]) - old[room])
          + fixed / Double(steps) * (min(through, costs.lost + old[room]) - old[room])
      }
    }
    return value[door]
  }
}

/// Days of a door through which yesterday's orders go first, as a Markov chain.
struct LateOrders {
  /// Probability of each number of orders a day.
  let demand: [Double]
  /// Units a day.
  let door: Int
  /// Money per unit.
  let delivery: Double
  let late: Double
  let lost: Double

  /// The cost of taking no more than some orders for tomorrow, in the long run.
  func costPerDay(takingUpTo most: Int) -> Double {
    var left = [Double](repeating: 0, count: door + 1)
    left[0] = 1
    var cost = 0.0
    for _ in 0..<500 {
      var next = [Double](repeating: 0, count: door + 1)
      cost = 0
      for (old, chance) in left.enumerated() {
        for (orders, share) in demand.enumerated() {
          let inTime = min(orders, door - old)
          let taken = min(orders - inTime, most)
          let turnedAway = orders - inTime - taken
          next[taken] += chance * share
          cost +=
            chance * share
            * (delivery * Double(inTime + taken) + late * Double(taken) + lost * Double(turnedAway))
        }
      }
      left = next
    }
    return cost
  }
}
