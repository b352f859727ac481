import RetailData

/// What one item's part of the linear program is made of: its terms of trade, and its demand by
/// class.
struct ItemTerms {
  /// By facility: whether the item may stand there.
  let mayStand: [Bool]
  /// Litres per unit.
  let volume: Double
  /// Cycles per day, and orders to vendors per day.
  let perDay: Double
  let ordersPerDay: Double
  /// Money per unit: by place in the item's rows of supply, and the least of them.
  let unitCosts: [Double]
  let cheapest: Double
  /// Money per unit by speed, and by facility for a unit left over.
  let worth: [Double]
  let holding: [Double]
  /// Share of shipments that leave before the last delivery lands; 0 where storage is counted by
  /// position.
  let shelfShare: Double

  private let input: PlanInput
  private let weight: Double
  /// By scenario: by when something must land for the first epoch, and for the second.
  private let deadlines: [(first: Double, second: Double)]

  init(item: Int, input: PlanInput, draws: ItemDraws, supply: [Int]) {
    self.input = input
    let network = input.network
    let handling = input.items.handling[item]
    mayStand = network.facilities.map { $0.kind.mayHold(handling) }
    volume = input.items.volume[item]
    weight = input.items.weight[item]
    let ends = (0..<draws.scenarios).map { draws.epochEnds[($0 + 1) * draws.epochs - 1] }
    let mean = ends.reduce(0, +) / Double(draws.scenarios)
    let cycle = mean > 0 ? mean : input.settings.reviewDays
    perDay = 1 / cycle
    ordersPerDay = input.settings.mode == .state ? 1 / input.settings.reviewDays : 1 / cycle
    let own = input.items.unitCost[item]
    unitCosts = supply.map { row in
      let cost = network.supply[row].unitCost
      return cost.isNaN ? own : cost
    }
    let cheapest = unitCosts.min() ?? own
    self.cheapest = cheapest
    worth = network.speeds.map {
      max(0, input.items.price[item] - cheapest + $0.lostSalePenalty)
    }
    let review = input.settings.reviewDays
    deadlines = (0..<draws.scenarios).map {
      let end = draws.epochEnds[$0 * draws.epochs]
      return input.settings.mode == .target ? (.infinity, .infinity) : (end - review, end)
    }
    if input.settings.storageBasis == .shelf, let place = unitCosts.firstIndex(of: cheapest) {
      let days = draws.supplyLeadTimes[place * draws.scenarios..<(place + 1) * draws.scenarios]
      shelfShare = min(1, days.reduce(0, +) / Double(draws.scenarios) / cycle)
    } else {
      shelfShare = 0
    }
    holding = Self.holding(
      cycle: cycle, volume: volume, mayStand: mayStand, network: network)
  }

  /// What a unit left over costs; never more than moving it on and leaving it there.
  private static func holding(
    cycle: Double, volume: Double, mayStand: [Bool], network: Network
  ) -> [Double] {
    var holding = network.facilities.map { cycle * volume * $0.holdingCost }
    var changed = true
    while changed {
      changed = false
      for transfer in network.transfers
      where mayStand[Int(transfer.from)] && mayStand[Int(transfer.to)] {
        let moved =
          holding[Int(transfer.to)] + transfer.costPerUnit + volume * transfer.costPerLitre
        if moved < holding[Int(transfer.from)] {
          holding[Int(transfer.from)] = moved
          changed = true
        }
      }
    }
    return holding
  }

  /// Money per unit moved.
  func moving(_ transfer: Transfer) -> Double {
    transfer.costPerUnit + volume * transfer.costPerLitre
  }

  /// The epoch from which something that lands after `days` is usable.
  func landing(_ days: Double, _ scenario: Int) -> Int {
    // Deadlines are sums: their rounding must not make something late.
    let days = days - 1e-9
    if days <= deadlines[scenario].first { return 0 }
    return days <= deadlines[scenario].second ? 1 : 2
  }

  /// What customers ask for in one scenario and epoch that the same facilities can serve.
  struct DemandClass {
    let scenario: Int
    let epoch: Int
    /// The promise that counts.
    let speed: Int
    var units: Double
    /// Facilities that keep the promise, with the money per unit of the cheapest way.
    let arcs: [(facility: Int, cost: Double)]
  }

  func classes(of draws: ItemDraws) -> [DemandClass] {
    struct Key: Hashable {
      let scenario: Int
      let epoch: Int
      let speed: Int
      let deliveries: [Int]
    }
    var classes: [DemandClass] = []
    var numbers: [Key: Int] = [:]
    for order in draws.orders where order.units > 0 {
      let served = deliveries(for: order)
      let key = Key(
        scenario: Int(order.scenario), epoch: Int(order.epoch), speed: served.speed,
        deliveries: served.rows)
      if let number = numbers[key] {
        classes[number].units += Double(order.units)
      } else {
        numbers[key] = classes.count
        classes.append(
          DemandClass(
            scenario: key.scenario, epoch: key.epoch, speed: key.speed,
            units: Double(order.units), arcs: arcs(served.rows)))
      }
    }
    return classes
  }

  /// Rows of deliveries that keep the promise of an order, or where nobody can, the next slower
  /// one. The slowest promise has no cut-off.
  private func deliveries(for order: ItemDraws.Order) -> (speed: Int, rows: [Int]) {
    let slowest = input.network.speeds.count - 1
    for speed in Int(order.speed)...slowest {
      let rows = input.network.deliveries.indices.filter { row in
        let delivery = input.network.deliveries[row]
        let isInTime =
          delivery.cutoffHour.isNaN || Int(delivery.speed) == slowest
          || delivery.cutoffHour >= Double(order.hour)
        return Int(delivery.region) == Int(order.region) && Int(delivery.speed) <= speed && isInTime
      }
      if !rows.isEmpty { return (speed, rows) }
    }
    return (slowest, [])
  }

  private func arcs(_ rows: [Int]) -> [(facility: Int, cost: Double)] {
    var cheapest = [Double](repeating: .infinity, count: mayStand.count)
    for row in rows {
      let delivery = input.network.deliveries[row]
      let cost = delivery.costPerUnit + weight * delivery.costPerKilogram
      cheapest[Int(delivery.facility)] = min(cheapest[Int(delivery.facility)], cost)
    }
    return cheapest.indices.filter { mayStand[$0] && cheapest[$0] < .infinity }
      .map { ($0, cheapest[$0]) }
  }
}
