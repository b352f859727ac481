import RetailData

/// A block, and what the whole problem has to know of it; flows per day.
struct BuiltBlock: Sendable {
  let block: ItemBlock
  /// By item.
  let draws: [ItemDraws]
  var demand = 0.0
  var worth = 0.0
  var volumeDays = 0.0
  var unreachable = 0.0
  var speedDemand: [Double]
  /// By category × speeds + speed.
  var categoryDemand: [Int: Double] = [:]
  /// Litres that stock takes which is there, or comes, whatever is decided; by facility number.
  var storage: [Double]
}

/// Collects items one by one into a block.
struct BlockBuilder {
  private let input: PlanInput
  private let layouts: [Layout]
  private let destinations: Destinations
  private let rows: ItemRows
  private let epochs: Int
  private let stride: Int
  private let scenarios: Int
  private let speeds: Int
  /// The category of items that have none.
  private let uncategorised: Int32

  private var items: [ItemBlock.Item] = []
  private var lanes: [ItemBlock.Lane] = []
  private var landings: [UInt8] = []
  private var groups: [ItemBlock.Group] = []
  private var pairScenario: [UInt16] = []
  private var pairDemand: [Float] = []
  private var stock: [Float] = []
  private var quads = QuadBuilder()
  private var holding: [Double] = []
  private var worth: [Double] = []
  private var demand: [Double] = []
  private var onHand: [Float] = []
  private var transfers = 0
  private var prices = 0
  private var draws: [ItemDraws] = []
  private var sums: Sums

  private struct Sums {
    var demand = 0.0
    var worth = 0.0
    var volumeDays = 0.0
    var unreachable = 0.0
    var speedDemand: [Double]
    var categoryDemand: [Int: Double] = [:]
    var storage: [Double]
  }

  init(
    input: PlanInput, layouts: [Layout], destinations: Destinations, rows: ItemRows, epochs: Int
  ) {
    self.input = input
    self.layouts = layouts
    self.destinations = destinations
    self.rows = rows
    self.epochs = epochs
    scenarios = input.settings.scenarios
    stride = (scenarios + 7) / 8 * 8
    speeds = input.network.speeds.count
    uncategorised = Int32(PlanningProblem.categoryCount(of: input) - 1)
    sums = Sums(
      speedDemand: [Double](repeating: 0, count: speeds),
      storage: [Double](repeating: 0, count: input.network.facilities.count))
  }

  mutating func add(item: Int, draws: ItemDraws) {
    precondition(
      draws.scenarios == scenarios && draws.epochs == epochs, "draws for these settings")
    self.draws.append(draws)
    let figures = input.items
    let layout = layouts[Int(figures.handling[item].rawValue)]
    let supply = rows.supply(of: item)
    let category = figures.category[item] < 0 ? uncategorised : figures.category[item]
    let reviewDays = input.settings.reviewDays
    var cycle = 0.0
    for scenario in 0..<scenarios { cycle += draws.epochEnds[(scenario + 1) * epochs - 1] }
    cycle /= Double(scenarios)
    if cycle <= 0 { cycle = reviewDays }

    // The cheapest way to buy: the yardstick of every other.
    var cheapest = figures.unitCost[item]
    var leadDays = 0.0
    var best = Double.infinity
    for (place, row) in supply.enumerated() where unitCost(row, item: item) < best {
      best = unitCost(row, item: item)
      cheapest = best
      leadDays = 0
      for scenario in 0..<scenarios {
        leadDays += draws.supplyLeadTimes[place * scenarios + scenario]
      }
      leadDays /= Double(scenarios)
    }

    let worthStart = worth.count
    for speed in input.network.speeds {
      worth.append(max(0, figures.price[item] - cheapest + speed.lostSalePenalty))
    }
    let figureStart = holding.count
    addHolding(item: item, cycle: cycle, layout: layout)
    let stockStart = addStock(item: item, draws: draws, layout: layout, figureStart: figureStart)
    let laneStart = lanes.count
    addLanes(
      item: item, draws: draws, layout: layout, cheapest: cheapest, figureStart: figureStart)
    let groupStart = groups.count
    let lost = addGroups(draws: draws, layout: layout, worthStart: worthStart)
    let quadStart = quads.count
    addQuads(
      item: item, layout: layout, groups: groupStart..<groups.count, worthStart: worthStart,
      figureStart: figureStart)

    var total = 0.0
    var value = 0.0
    for speed in 0..<speeds {
      total += demand[worthStart + speed]
      value += demand[worthStart + speed] * worth[worthStart + speed]
    }
    let plain = worth[worthStart...].reduce(0, +) / Double(speeds)
    let meanWorth = total > 0 && value > 0 ? value / total : plain > 0 ? plain : 1
    items.append(
      ItemBlock.Item(
        number: Int32(item), layout: Int32(figures.handling[item].rawValue),
        category: category, laneStart: Int32(laneStart),
        laneEnd: Int32(lanes.count), groupStart: Int32(groupStart), groupEnd: Int32(groups.count),
        quadStart: Int32(quadStart), quadEnd: Int32(quads.count), figures: Int32(figureStart),
        worth: Int32(worthStart), stock: Int32(stockStart),
        prices: Int32(prices), transfers: Int32(transfers), volume: figures.volume[item],
        weight: figures.weight[item], cycle: cycle,
        orderRatio: input.settings.mode == .state ? cycle / reviewDays : 1,
        shelfShare: input.settings.storageBasis == .shelf ? min(1, leadDays / cycle) : 0,
        meanWorth: meanWorth, totalDemand: total, hopeless: lost.money,
        hopelessUnits: lost.units))
    prices += layout.facilities.count * epochs * stride
    transfers += layout.transfers.count * (epochs - 1) * stride

    sums.demand += total / cycle
    sums.worth += value / cycle
    sums.volumeDays += total * figures.volume[item]
    sums.unreachable += lost.units / cycle
    for speed in 0..<speeds where demand[worthStart + speed] > 0 {
      sums.speedDemand[speed] += demand[worthStart + speed] / cycle
      sums.categoryDemand[Int(category) * speeds + speed, default: 0] +=
        demand[worthStart + speed] / cycle
    }
  }

  private func unitCost(_ row: Int32, item: Int) -> Double {
    let cost = input.network.supply[Int(row)].unitCost
    return cost.isNaN ? input.items.unitCost[item] : cost
  }

  /// Leftover stock is never charged more than it would be after being moved on: without this cut
  /// a transfer could earn money by itself.
  private mutating func addHolding(item: Int, cycle: Double, layout: Layout) {
    let start = holding.count
    let volume = input.items.volume[item]
    for facility in layout.facilities {
      holding.append(cycle * volume * input.network.facilities[Int(facility)].holdingCost)
    }
    for transfer in layout.transfers.reversed() {
      let cost = transfer.costPerUnit + volume * transfer.costPerLitre
      holding[start + Int(transfer.from)] = min(
        holding[start + Int(transfer.from)], holding[start + Int(transfer.to)] + cost)
    }
  }

  /// Where the item's stock begins; -1 where it has none.
  private mutating func addStock(
    item: Int, draws: ItemDraws, layout: Layout, figureStart: Int
  ) -> Int {
    onHand += [Float](repeating: 0, count: layout.facilities.count)
    guard input.settings.mode == .state else { return -1 }
    let start = stock.count
    var isEmpty = true
    for row in rows.stock(of: item) {
      let held = input.network.inventory[Int(row)]
      guard held.onHand > 0 || held.inbound > 0,
        let local = layout.facilities.firstIndex(of: held.facility)
      else { continue }
      if isEmpty {
        stock += [Float](repeating: 0, count: layout.facilities.count * epochs * stride)
        isEmpty = false
      }
      onHand[figureStart + local] = Float(held.onHand)
      for scenario in 0..<scenarios {
        let arrival = draws.inboundArrivals[Int(held.facility) * scenarios + scenario]
        let landing = self.landing(arrival, scenario: scenario, draws: draws)
        for epoch in 0..<epochs {
          stock[start + (local * epochs + epoch) * stride + scenario] =
            Float(held.onHand) + (epoch >= landing ? Float(held.inbound) : 0)
        }
      }
      sums.storage[Int(held.facility)] +=
        input.items.volume[item] * (Double(Float(held.onHand)) + Double(Float(held.inbound)))
    }
    return isEmpty ? -1 : start
  }

  /// The epoch from which something that lands after `days` is usable.
  private func landing(_ days: Double, scenario: Int, draws: ItemDraws) -> Int {
    if input.settings.mode == .target { return 0 }
    let review = draws.epochEnds[scenario * epochs]
    // Sums of days: rounding must not push a landing over its deadline.
    let slack = 1e-9
    if days <= review - input.settings.reviewDays + slack { return 0 }
    return days <= review + slack ? 1 : 2
  }

  private mutating func addLanes(
    item: Int, draws: ItemDraws, layout: Layout, cheapest: Double, figureStart: Int
  ) {
    let volume = input.items.volume[item]
    for (place, row) in rows.supply(of: item).enumerated() {
      let supply = input.network.supply[Int(row)]
      guard let local = layout.facilities.firstIndex(of: supply.facility) else { continue }
      let extra = unitCost(row, item: item) - cheapest
      let days = draws.supplyLeadTimes[place * scenarios..<(place + 1) * scenarios]
      append(
        ItemBlock.Lane(.vendor, to: Int32(local), supply: row, cost: extra), days: days, onward: 0,
        draws: draws)
      for (number, route) in layout.routes.enumerated() where route.docks[0] == local {
        append(
          ItemBlock.Lane(
            .crossDock, to: route.to, route: Int32(number), supply: row,
            cost: extra + route.cost(volume: volume, in: layout)),
          days: days, onward: route.days, draws: draws)
      }
    }
    guard input.settings.mode == .state else { return }
    for (number, transfer) in layout.transfers.enumerated()
    where onHand[figureStart + Int(transfer.from)] > 0 {
      append(
        ItemBlock.Lane(
          .onHand, from: transfer.from, to: transfer.to, transfer: Int32(number),
          cost: transfer.costPerUnit + volume * transfer.costPerLitre),
        days: [], onward: 0, draws: draws)
    }
  }

  private mutating func append(
    _ lane: ItemBlock.Lane, days: ArraySlice<Double>, onward: Double, draws: ItemDraws
  ) {
    var lane = lane
    lane.landings = Int32(landings.count)
    lanes.append(lane)
    if lane.kind == .onHand || input.settings.mode == .target {
      landings += [UInt8](repeating: 0, count: stride)
    } else {
      for (scenario, day) in days.enumerated() {
        landings.append(UInt8(landing(day + onward, scenario: scenario, draws: draws)))
      }
      landings += [UInt8](repeating: 0, count: stride - scenarios)
    }
  }

  /// Sorts the orders into classes. Returns what no facility can serve, per cycle.
  private mutating func addGroups(
    draws: ItemDraws, layout: Layout, worthStart: Int
  ) -> (money: Double, units: Double) {
    struct Ask {
      var group: Int32
      var scenario: UInt16
      var units: Float
    }
    demand += [Double](repeating: 0, count: speeds)
    var lost = (money: 0.0, units: 0.0)
    var asks: [Ask] = []
    asks.reserveCapacity(draws.orders.count)
    let share = 1 / Double(scenarios)
    for order in draws.orders where order.units > 0 {
      let destination = destinations.number(
        region: Int(order.region), speed: Int(order.speed), hour: Double(order.hour))
      let speed = destination.map { Int(destinations.all[$0].speed) } ?? speeds - 1
      demand[worthStart + speed] += Double(order.units) * share
      if let destination, layout.arcStart[destination] < layout.arcStart[destination + 1] {
        asks.append(
          Ask(
            group: Int32(Int(order.epoch) * destinations.all.count + destination),
            scenario: order.scenario, units: order.units))
      } else {
        lost.units += Double(order.units) * share
        lost.money += Double(order.units) * share * worth[worthStart + speed]
      }
    }
    // A stable order, or sums of fractional units would depend on the sort.
    asks.sort { ($0.group, $0.scenario, $0.units) < ($1.group, $1.scenario, $1.units) }
    var last: Int32 = -1
    for ask in asks {
      if ask.group != last {
        let destination = Int(ask.group) % destinations.all.count
        let arcs = layout.arcStart[destination]
        groups.append(
          ItemBlock.Group(
            destination: Int32(destination), speed: destinations.all[destination].speed,
            epoch: ask.group / Int32(destinations.all.count), arcStart: arcs,
            arcCount: layout.arcStart[destination + 1] - arcs,
            pairStart: Int32(pairDemand.count), pairEnd: Int32(pairDemand.count)))
        last = ask.group
      } else if pairScenario.last == ask.scenario {
        pairDemand[pairDemand.count - 1] += ask.units
        continue
      }
      pairScenario.append(ask.scenario)
      pairDemand.append(ask.units)
      groups[groups.count - 1].pairEnd = Int32(pairDemand.count)
    }
    return lost
  }

  /// Packs the item's classes and scenarios into quads.
  private mutating func addQuads(
    item: Int, layout: Layout, groups range: Range<Int>, worthStart: Int, figureStart: Int
  ) {
    let weight = input.items.weight[item]
    let kernel = KernelLayout(layout)
    quads.begin(cells: layout.facilities.count * epochs * stride, pairs: pairDemand.count)
    // Those with about as many arcs side by side: what fills up is worked on for nothing.
    for number in range.sorted(by: { (groups[$0].arcCount, $0) < (groups[$1].arcCount, $1) }) {
      let group = groups[number]
      let gain = worth[worthStart + Int(group.speed)]
      quads.beginClass(speed: group.speed)
      for arc in Int(group.arcStart)..<Int(group.arcStart + group.arcCount) {
        let cost = kernel.rate(of: arc, weight: weight).cost(weight: weight)
        let held = holding[figureStart + Int(kernel.owners[arc])]
        quads.addArc(
          cell: kernel.cells[arc] + group.epoch * Int32(stride), cost: Float(cost - held - gain))
      }
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        quads.add(pair, scenario: Int32(pairScenario[pair]), units: pairDemand[pair])
      }
    }
  }

  func finish() -> BuiltBlock {
    let block = ItemBlock(
      items: FlatBuffer(items, filler: Self.noItem), lanes: FlatBuffer(lanes, filler: Self.noLane),
      landings: FlatBuffer(landings), groups: FlatBuffer(groups, filler: Self.noGroup),
      pairScenario: FlatBuffer(pairScenario), pairDemand: FlatBuffer(pairDemand),
      stock: FlatBuffer(stock), quads: quads.finished, pairSlot: FlatBuffer(quads.pairSlot),
      slotDemand: FlatBuffer(quads.demand), shipmentCell: FlatBuffer(quads.cell),
      shipmentCost: FlatBuffer(quads.cost), holding: FlatBuffer(holding),
      worth: FlatBuffer(worth),
      demand: FlatBuffer(demand), onHand: FlatBuffer(onHand),
      transferCount: transfers, priceCount: prices)
    return BuiltBlock(
      block: block, draws: draws, demand: sums.demand, worth: sums.worth,
      volumeDays: sums.volumeDays,
      unreachable: sums.unreachable, speedDemand: sums.speedDemand,
      categoryDemand: sums.categoryDemand, storage: sums.storage)
  }

  private static let noLane = ItemBlock.Lane(.vendor, to: 0, cost: 0)
  private static let noGroup = ItemBlock.Group(
    destination: 0, speed: 0, epoch: 0, arcStart: 0, arcCount: 0, pairStart: 0, pairEnd: 0)
  private static let noItem = ItemBlock.Item(
    number: 0, layout: 0, category: 0, laneStart: 0, laneEnd: 0, groupStart: 0, groupEnd: 0,
    quadStart: 0, quadEnd: 0, figures: 0, worth: 0, stock: -1, prices: 0, transfers: 0, volume: 0,
    weight: 0, cycle: 1,
    orderRatio: 1, shelfShare: 0, meanWorth: 1, totalDemand: 0, hopeless: 0, hopelessUnits: 0)
}
