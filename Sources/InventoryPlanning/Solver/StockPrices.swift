/// One item's stock prices, made admissible: the worth at each facility of a unit usable from each
/// epoch, in every scenario, such that no purchase and no transfer would pay.
///
/// From any numbers at all (section 3 of the design): clip, take running maxima, scale what is
/// bought, cap by what comes down from above. The bound holds for whatever comes out; it is tight
/// only where the numbers were good.
struct StockPrices {
  private let problem: PlanningProblem
  private let prices: PassPrices
  /// U: `[(facility × epochs + epoch) × scenarios + scenario]`, money per unit, nonincreasing in
  /// the epoch.
  let worth: FlatBuffer<Double>
  /// Money per unit and cycle to hold a unit at a facility, storage price included: H.
  let keep: FlatBuffer<Double>
  /// Worth of a unit of stock on hand beyond what it is worth where it is: η.
  let advantage: FlatBuffer<Double>
  /// What a unit of the class that was loaded last costs from each of its arcs, less what it earns
  /// there; money per unit.
  let costs: FlatBuffer<Double>
  /// First epoch in which something bought may be there: by facility, scenario.
  private let earliest: FlatBuffer<UInt8>

  init(problem: PlanningProblem, prices: PassPrices) {
    self.problem = problem
    self.prices = prices
    let facilities = problem.layouts.map(\.facilities.count).max() ?? 0
    worth = FlatBuffer(
      repeating: 0, count: facilities * problem.epochs * problem.scenarios)
    keep = FlatBuffer(repeating: 0, count: facilities)
    advantage = FlatBuffer(repeating: 0, count: facilities)
    costs = FlatBuffer(repeating: 0, count: facilities)
    earliest = FlatBuffer(repeating: 0, count: facilities * problem.scenarios)
  }

  /// - Parameters:
  ///   - raw: u of the block, as the iteration keeps it; any finite numbers.
  ///   - risen: Facility by number where stock may be worth more than that: as much as buying it
  ///     costs; -1 for none.
  func load(
    _ item: ItemBlock.Item, _ block: ItemBlock, raw: FlatBuffer<Float>, risen: Int = -1
  ) {
    let layoutNumber = Int(item.layout)
    let layout = problem.layouts[layoutNumber]
    let (epochs, scenarios, stride) = (problem.epochs, problem.scenarios, problem.stride)
    let source = raw.pointer + Int(item.prices)
    let worth = worth.pointer
    for facility in layout.facilities.indices {
      keep.pointer[facility] =
        block.holding.pointer[Int(item.figures) + facility]
        + item.cycle * item.volume * prices.storage[layoutNumber][facility]
      advantage.pointer[facility] = 0
      for scenario in 0..<scenarios {
        var sum = 0.0
        for epoch in Swift.stride(from: epochs - 1, through: 0, by: -1) {
          let value = Double(source[(facility * epochs + epoch) * stride + scenario])
          if value > 0 { sum += value }
          worth[(facility * epochs + epoch) * scenarios + scenario] = sum
        }
      }
    }
    scaleBought(item, block, risen: risen)
    capTransferred(item, block, layout)
    for number in Int(item.laneStart)..<Int(item.laneEnd)
    where block.lanes.pointer[number].kind == .onHand
      && !problem.fullRooms.shut(block.lanes.pointer[number], item)
    {
      let from = Int(block.lanes.pointer[number].from)
      advantage.pointer[from] = max(
        advantage.pointer[from], -reducedCost(lane: number, item, block))
    }
  }

  /// Writes what stock at a facility is worth back as u.
  func write(
    _ item: ItemBlock.Item, _ block: ItemBlock, facility number: Int, to raw: FlatBuffer<Float>
  ) {
    let layout = problem.layouts[Int(item.layout)]
    guard let facility = layout.facilities.firstIndex(of: Int32(number)) else { return }
    let (epochs, scenarios, stride) = (problem.epochs, problem.scenarios, problem.stride)
    let target = raw.pointer + Int(item.prices)
    for scenario in 0..<scenarios {
      var next = 0.0
      for epoch in Swift.stride(from: epochs - 1, through: 0, by: -1) {
        let now = worth.pointer[(facility * epochs + epoch) * scenarios + scenario]
        target[(facility * epochs + epoch) * stride + scenario] = Float(now - next)
        next = now
      }
    }
  }

  /// Reduced cost of a lane, money per unit: what a unit through it costs, less what it is worth.
  func reducedCost(lane number: Int, _ item: ItemBlock.Item, _ block: ItemBlock) -> Double {
    let lane = block.lanes.pointer[number]
    var cost = laneCost(lane, item) + keep.pointer[Int(lane.to)] - meanWorth(of: lane, block)
    if lane.kind == .onHand {
      cost += firstWorth(Int(lane.from)) - keep.pointer[Int(lane.from)]
    }
    return cost
  }

  /// q̃: a lane's cost with the prices of the flows it takes.
  func laneCost(_ lane: ItemBlock.Lane, _ item: ItemBlock.Item) -> Double {
    lane.cost + item.orderRatio * prices.flows(lane, layout: Int(item.layout))
  }

  /// τ̃ ≥ 0: a transfer's cost with the prices of its flows and the difference in holding.
  func transferCost(
    _ transfer: Layout.LocalTransfer, _ item: ItemBlock.Item, _ block: ItemBlock
  ) -> Double {
    let (from, to, layout) = (Int(transfer.from), Int(transfer.to), Int(item.layout))
    let holding = block.holding.pointer + Int(item.figures)
    let cost = transfer.costPerUnit + item.volume * transfer.costPerLitre
    return max(0, cost + holding[to] - holding[from])
      + prices.inbound[layout][to] + prices.outbound[layout][from]
  }

  /// E[U] of a unit that comes by the lane.
  func meanWorth(of lane: ItemBlock.Lane, _ block: ItemBlock) -> Double {
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    let landings = block.landings.pointer + Int(lane.landings)
    let start = Int(lane.to) * epochs
    var sum = 0.0
    for scenario in 0..<scenarios {
      sum += worth.pointer[(start + Int(landings[scenario])) * scenarios + scenario]
    }
    return sum / Double(scenarios)
  }

  /// E[U¹]: worth of a unit that is there now.
  func firstWorth(_ facility: Int) -> Double {
    let scenarios = problem.scenarios
    let start = worth.pointer + facility * problem.epochs * scenarios
    var sum = 0.0
    for scenario in 0..<scenarios { sum += start[scenario] }
    return sum / Double(scenarios)
  }

  /// (1) No purchase pays: scale the prices of a facility to what buying costs. What a unit is
  /// worth before anything bought can be there is left alone: only the prices of the epochs from
  /// the earliest landing on are scaled.
  private func scaleBought(_ item: ItemBlock.Item, _ block: ItemBlock, risen: Int) {
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    let layout = problem.layouts[Int(item.layout)]
    let facilities = layout.facilities.count
    let factor = advantage.pointer
    let earliest = earliest.pointer
    for place in 0..<facilities * scenarios { earliest[place] = UInt8(epochs) }
    // Where nothing stands, a higher price cannot hurt: raise it to what buying costs.
    for facility in 0..<facilities {
      let mayRise = item.stock < 0 || Int(layout.facilities[facility]) == risen
      factor[facility] = mayRise ? .infinity : 1
    }
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = block.lanes.pointer[number]
      if lane.kind == .onHand || problem.fullRooms.shut(lane, item) { continue }
      let landings = block.landings.pointer + Int(lane.landings)
      for scenario in 0..<scenarios {
        let place = Int(lane.to) * scenarios + scenario
        earliest[place] = min(earliest[place], landings[scenario])
      }
      let gain = meanWorth(of: lane, block)
      if gain > 0 {
        let cost = laneCost(lane, item) + keep.pointer[Int(lane.to)]
        factor[Int(lane.to)] = min(factor[Int(lane.to)], cost / gain)
      }
    }
    for facility in 0..<facilities {
      if factor[facility] != 1, factor[facility].isFinite {
        for scenario in 0..<scenarios {
          let first = Int(earliest[facility * scenarios + scenario])
          if first == epochs { continue }
          let start = worth.pointer + facility * epochs * scenarios + scenario
          let change = (factor[facility] - 1) * start[first * scenarios]
          for epoch in 0..<first { start[epoch * scenarios] += change }
          for epoch in first..<epochs { start[epoch * scenarios] *= factor[facility] }
        }
      }
      factor[facility] = 0
    }
  }

  /// (2) No transfer by need pays: a unit is worth no more than one above and the way down.
  private func capTransferred(_ item: ItemBlock.Item, _ block: ItemBlock, _ layout: Layout) {
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    for transfer in layout.transfers {
      let cost = transferCost(transfer, item, block)
      let sender = worth.pointer + (Int(transfer.from) * epochs + 1) * scenarios
      let receiver = worth.pointer + (Int(transfer.to) * epochs + 1) * scenarios
      for cell in 0..<(epochs - 1) * scenarios {
        receiver[cell] = min(receiver[cell], sender[cell] + cost)
      }
    }
  }

  /// Lowers what stock is worth in full rooms to no more than it would earn: see `lower`.
  func lowerShut(_ item: ItemBlock.Item, _ block: ItemBlock) {
    let shut = problem.fullRooms.shutLanes(of: item, block)
    for facility in Set(shut.map { Int(block.lanes.pointer[$0].to) }).sorted() {
      lower(at: facility, item, block)
    }
  }

  /// Where nothing stands and nothing may come, a unit is worth no more than it would earn over what
  /// serves the same customer without it. That changes no bound; but nothing presses on these prices
  /// otherwise, and they say what a full room is worth.
  func lower(at facility: Int, _ item: ItemBlock.Item, _ block: ItemBlock) {
    let (epochs, scenarios, stride) = (problem.epochs, problem.scenarios, problem.stride)
    let earned = earned(at: facility, item, block)
    for scenario in 0..<scenarios {
      let last = (facility * epochs + epochs - 1) * stride + scenario
      if item.stock >= 0, block.stock.pointer[Int(item.stock) + last] > 0 { continue }
      var most = 0.0
      for epoch in Swift.stride(from: epochs - 1, through: 0, by: -1) {
        most = max(most, earned[epoch * scenarios + scenario])
        let cell = (facility * epochs + epoch) * scenarios + scenario
        worth.pointer[cell] = min(worth.pointer[cell], most)
      }
    }
  }

  /// What one unit would earn at most in each epoch and scenario.
  private func earned(
    at facility: Int, _ item: ItemBlock.Item, _ block: ItemBlock
  ) -> [Double] {
    let layout = problem.layouts[Int(item.layout)]
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    var earned = [Double](repeating: 0, count: epochs * scenarios)
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      let arcs = layout.flat.arcs.pointer + Int(group.arcStart)
      let count = Int(group.arcCount)
      guard let own = (0..<count).first(where: { Int(arcs[$0].facility) == facility }) else {
        continue
      }
      loadCosts(group, item, block)
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        let scenario = Int(block.pairScenario.pointer[pair])
        var without = 0.0
        for place in 0..<count where place != own {
          let cell = (Int(arcs[place].facility) * epochs + Int(group.epoch)) * scenarios + scenario
          without = min(without, costs.pointer[place] + worth.pointer[cell])
        }
        let place = Int(group.epoch) * scenarios + scenario
        earned[place] = max(earned[place], without - costs.pointer[own])
      }
    }
    return earned
  }

  /// Sets `costs` for a class.
  func loadCosts(_ group: ItemBlock.Group, _ item: ItemBlock.Item, _ block: ItemBlock) {
    let layoutNumber = Int(item.layout)
    let layout = problem.layouts[layoutNumber]
    let gain = block.worth.pointer[Int(item.worth) + Int(group.speed)]
    let service = prices.service[Int(item.category) * problem.speedCount + Int(group.speed)]
    for place in 0..<Int(group.arcCount) {
      let arc = Int(group.arcStart) + place
      let facility = Int(layout.arcs[arc].facility)
      costs.pointer[place] =
        layout.rate(of: arc, weight: item.weight).cost(weight: item.weight)
        + prices.outbound[layoutNumber][facility]
        - block.holding.pointer[Int(item.figures) + facility] - gain - service
        - item.shelfShare * item.volume * item.cycle
        * prices.storage[layoutNumber][facility]
    }
  }
}
