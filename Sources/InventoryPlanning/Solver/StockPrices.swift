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
    earliest = FlatBuffer(repeating: 0, count: facilities * problem.scenarios)
  }

  /// - Parameter raw: u of the block, as the iteration keeps it; any finite numbers.
  func load(_ item: ItemBlock.Item, _ block: ItemBlock, raw: FlatBuffer<Float>) {
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
    scaleBought(item, block)
    capTransferred(item, block, layout)
    for number in Int(item.laneStart)..<Int(item.laneEnd)
    where block.lanes.pointer[number].kind == .onHand {
      let from = Int(block.lanes.pointer[number].from)
      advantage.pointer[from] = max(
        advantage.pointer[from], -reducedCost(lane: number, item, block))
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
  private func scaleBought(_ item: ItemBlock.Item, _ block: ItemBlock) {
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    let facilities = problem.layouts[Int(item.layout)].facilities.count
    let factor = advantage.pointer
    let earliest = earliest.pointer
    for place in 0..<facilities * scenarios { earliest[place] = UInt8(epochs) }
    // Where nothing stands, a higher price cannot hurt: raise it to what buying costs.
    for facility in 0..<facilities { factor[facility] = item.stock < 0 ? .infinity : 1 }
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = block.lanes.pointer[number]
      if lane.kind == .onHand { continue }
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
}
