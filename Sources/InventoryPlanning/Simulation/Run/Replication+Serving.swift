import Foundation

extension Replication {
  /// Serves one order as well as can be at this moment.
  mutating func serve(_ order: SimulatedOrder) {
    let speed = Int(order.speed)
    tally.ordered += Int(order.units)
    let row = Int(world.fill.first.pointer[Int(order.item)]) + speed
    tally.demand[row] += Int(order.units)
    recorder?.ordered(order.units, item: Int(order.item) - firstItem)
    guard order.destination >= 0 else {
      lose(order.units, order, speed: speed)
      return
    }
    var left = ship(order.units, order, to: order.destination, isLate: false)
    tally.served[row] += Int(order.units - left)
    if left > 0, settings.takesSlowerPromise { left = serveSlower(left, order) }
    // A facility whose door is busy until tonight may still send it tomorrow.
    if left > 0, settings.queuesFlows {
      let before = left
      left = ship(left, order, to: order.destination, isLate: true)
      delay(before - left, speed: speed)
    }
    if left > 0 { giveUp(left, order, speed: speed) }
  }

  private mutating func serveSlower(_ units: Int32, _ order: SimulatedOrder) -> Int32 {
    var left = units
    var speed = Int(order.speed)
    while left > 0, speed + 1 < world.speedCount {
      speed += 1
      guard
        let destination = world.destinations.number(
          region: Int(order.region), speed: speed, hour: Double(order.hour))
      else { break }
      left = ship(left, order, to: Int32(destination), isLate: false)
      speed = Int(world.destinations.all[destination].speed)
    }
    delay(units - left, speed: Int(order.speed))
    return left
  }

  private mutating func delay(_ units: Int32, speed: Int) {
    tally.delayed[speed] += Int(units)
    tally.late += Double(units) * world.penalty.pointer[speed]
  }

  private mutating func giveUp(_ units: Int32, _ order: SimulatedOrder, speed: Int) {
    guard settings.unserved == .backordered, let best = cheapest(order) else {
      lose(units, order, speed: speed)
      return
    }
    let cell = (Int(order.item) - firstItem) * facilities + Int(best.facility)
    waiting[cell] += units
    backlog += Int(units)
    charge(best, units: units, order)
    delay(units, speed: speed)
  }

  private mutating func lose(_ units: Int32, _ order: SimulatedOrder, speed: Int) {
    let worth = world.margin.pointer[Int(order.item)] + world.penalty.pointer[speed]
    tally.lostSales += Double(units) * max(0, worth)
    recorder?.lost(units, item: Int(order.item) - firstItem)
  }

  /// Who would serve an order best if everybody had stock, of those who ever have any.
  private func cheapest(_ order: SimulatedOrder) -> SimulationWorld.Arc? {
    let item = Int(order.item)
    let weight = world.weight.pointer[item]
    let base = (item - firstItem) * facilities
    var best: SimulationWorld.Arc?
    var least = Double.infinity
    for number in world.arcRange(world.handling.pointer[item], order.destination) {
      let arc = arcs[number]
      let cost = arc.perUnit + weight * arc.perKilogram
      if cost < least, links[base + Int(arc.facility)].parent != SourceTable.Link.nobody {
        (best, least) = (arc, cost)
      }
    }
    return best
  }

  @inline(__always)
  private mutating func charge(_ arc: SimulationWorld.Arc, units: Int32, _ order: SimulatedOrder) {
    let weight = world.weight.pointer[Int(order.item)]
    tally.delivery += Double(units) * (arc.perUnit + weight * arc.perKilogram)
    let far = world.distance.pointer[
      Int(arc.facility) * world.regionCount + Int(order.region)]
    if !far.isNaN {
      tally.kilometres += Double(far) * Double(units)
      tally.located += Int(units)
    }
  }

  /// Ships as many of some units as stock and doors allow, each by the best arc of its moment.
  ///
  /// - Returns: What is left.
  private mutating func ship(
    _ units: Int32, _ order: SimulatedOrder, to destination: Int32, isLate: Bool
  ) -> Int32 {
    let item = Int(order.item)
    let local = item - firstItem
    let weight = world.weight.pointer[item]
    let volume = world.volume.pointer[item]
    let range = world.arcRange(world.handling.pointer[item], destination)
    // A late order goes out tomorrow: what can not be sent by then is not promised.
    let doorDays = isLate ? 2.0 : 1.0
    var left = units
    while left > 0 {
      var best = -1
      var least = Double.infinity
      for number in range {
        let arc = arcs[number]
        let facility = Int(arc.facility)
        let cell = local * facilities + facility
        if onHand[cell] <= 0 { continue }
        if outboundWork[facility] + 1 > door(facility, days: doorDays) { continue }
        var score = arc.perUnit + weight * arc.perKilogram
        // Whoever is sure to be dearer need not be asked what a unit is worth there.
        if score >= least { continue }
        if policy.isPriced {
          score += opportunity(cell: cell) + doorWorth(facility, hour: order.hour, isLate: isLate)
          if isLate, isBetterLost(order, servedAt: score) { continue }
        }
        if score < least { (best, least) = (number, score) }
      }
      guard best >= 0 else { break }
      let arc = arcs[best]
      let facility = Int(arc.facility)
      let cell = local * facilities + facility
      var some = min(left, onHand[cell])
      let room = door(facility, days: doorDays) - outboundWork[facility]
      if Double(some) > room { some = max(1, Int32(room)) }
      // The worth of a unit grows as stock goes down: look again after every few.
      if policy.isPriced { some = min(some, max(1, left / 16)) }
      take(some, cell: cell, facility: facility, volume: volume)
      charge(arc, units: some, order)
      left -= some
    }
    return left
  }

  /// Units that may be promised to leave within some days, today's included.
  @inline(__always)
  private func door(_ facility: Int, days: Double) -> Double {
    settings.queuesFlows ? days * places[facility].outbound : .infinity
  }

  /// What the loss of one unit costs here, given the stock that is left: what it takes to replace
  /// it, and the chance that those nearest to this facility ask for all of it before that, times
  /// what they lose by it.
  @inline(__always)
  private func opportunity(cell: Int) -> Double {
    let place = firstItem * facilities + cell
    let worth = policy.worth.pointer[place]
    let replacement = Double(worth.replacement)
    if worth.loss <= 0 || worth.rate <= 0 { return replacement }
    let patience =
      onOrder[cell] > 0
      ? max(1, Float(due[cell]) - Float(day)) : policy.patience.pointer[place]
    return replacement + Double(worth.loss)
      * PoissonTail.probability(atLeast: onHand[cell], mean: Double(worth.rate * patience))
  }
}

/// The upper tail of a Poisson distribution.
enum PoissonTail {
  /// The probability of `count` or more.
  @inline(__always)
  static func probability(atLeast count: Int32, mean: Double) -> Double {
    if count <= 0 { return 1 }
    let stock = Double(count)
    // Six standard deviations: less than 1e-8 either way.
    if stock > mean + 6 * mean.squareRoot() + 6 { return 0 }
    if mean > stock + 6 * stock.squareRoot() + 6 { return 1 }
    if mean > 600 {
      // Too much for e⁻ᵐ in steps; the normal distribution is close by here.
      return 0.5 * erfc((stock - 0.5 - mean) / (2 * mean).squareRoot())
    }
    var probability = exp(-mean)
    var rest = 1 - probability
    var step = 1.0
    while step < stock {
      probability *= mean / step
      rest -= probability
      step += 1
    }
    return max(0, rest)
  }
}
