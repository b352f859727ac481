import RetailData

/// What one item's stock is worth in every scenario, exactly, at given shared prices: customers are
/// assigned to stock one class after the other, each along the path that gains most (the successive
/// shortest path algorithm; Ahuja, Magnanti & Orlin, "Network Flows", 1993, section 9.7).
///
/// Stock of one facility that becomes usable in one epoch is a *lot*. A customer class can be served
/// from any lot of no later an epoch, directly or by transfers; what a unit gains there does not
/// depend on anything else, so each scenario is a transportation problem.
final class RecourseFlow {
  let problem: PlanningProblem
  /// The shared prices.
  private var prices: PassPrices

  // Of the item that is loaded.
  private(set) var facilities = 0
  let epochs: Int
  /// Gain of a unit shipped to a group, by group of the item and facility of the lot; 0 or less
  /// where it does not pay.
  let gain: FlatBuffer<Double>
  /// The arc that this gain is by: place in the group; -1 for none.
  let arc: FlatBuffer<Int32>
  /// Cost of the cheapest way by transfers, by facility and facility, and the transfer it ends with.
  private let path: FlatBuffer<Double>
  private let lastTransfer: FlatBuffer<Int32>
  /// Pairs by scenario: group of the item, number of the pair, units.
  let pairStart: FlatBuffer<Int32>
  let pairGroup: FlatBuffer<Int32>
  let pairNumber: FlatBuffer<Int32>
  let pairUnits: FlatBuffer<Double>
  let pairEpoch: FlatBuffer<Int32>

  /// Groups of the item by what they gain at most.
  private let groupOrder: FlatBuffer<Int32>
  private let groupGain: FlatBuffer<Double>

  // Of the scenario that is solved.
  /// Stock by lot: `[facility × epochs + epoch]`.
  let stock: FlatBuffer<Double>
  /// Lots with stock, and what is left of each.
  let lots: FlatBuffer<Int32>
  let free: FlatBuffer<Double>
  var lotCount = 0
  /// Units by pair of the scenario and number of the lot among those with stock.
  let flow: FlatBuffer<Double>
  /// What such a unit gains.
  let value: FlatBuffer<Double>
  let unserved: FlatBuffer<Double>
  /// Least loss of moving a customer from one lot to another, and the pair; of serving it no more.
  let shift: FlatBuffer<Double>
  let shiftPair: FlatBuffer<Int32>
  let evict: FlatBuffer<Double>
  let evictPair: FlatBuffer<Int32>
  let reach: FlatBuffer<Double>
  let next: FlatBuffer<Int32>
  /// Whether `reach` and `next` tell the way out of every lot.
  var hasExits = false
  /// Lots whose losses are to be found anew.
  let isStale: FlatBuffer<Bool>

  static let least = 1e-7

  init(problem: PlanningProblem, prices: PassPrices) {
    self.problem = problem
    self.prices = prices
    epochs = problem.epochs
    let most = problem.layouts.map(\.facilities.count).max() ?? 0
    var groups = 0
    var pairs = 0
    for block in problem.blocks {
      for number in 0..<block.items.count {
        let item = block.items.pointer[number]
        groups = max(groups, Int(item.groupEnd - item.groupStart))
        if item.groupEnd > item.groupStart {
          let first = block.groups.pointer[Int(item.groupStart)].pairStart
          pairs = max(pairs, Int(block.groups.pointer[Int(item.groupEnd) - 1].pairEnd - first))
        }
      }
    }
    let lotLimit = most * problem.epochs
    gain = FlatBuffer(repeating: 0, count: groups * most)
    arc = FlatBuffer(repeating: -1, count: groups * most)
    groupOrder = FlatBuffer(repeating: 0, count: groups)
    groupGain = FlatBuffer(repeating: 0, count: groups)
    path = FlatBuffer(repeating: 0, count: most * most)
    lastTransfer = FlatBuffer(repeating: -1, count: most * most)
    pairStart = FlatBuffer(repeating: 0, count: problem.scenarios + 1)
    pairGroup = FlatBuffer(repeating: 0, count: pairs)
    pairNumber = FlatBuffer(repeating: 0, count: pairs)
    pairUnits = FlatBuffer(repeating: 0, count: pairs)
    pairEpoch = FlatBuffer(repeating: 0, count: pairs)
    stock = FlatBuffer(repeating: 0, count: lotLimit)
    lots = FlatBuffer(repeating: 0, count: lotLimit)
    free = FlatBuffer(repeating: 0, count: lotLimit)
    flow = FlatBuffer(repeating: 0, count: groups * lotLimit)
    value = FlatBuffer(repeating: 0, count: groups * lotLimit)
    unserved = FlatBuffer(repeating: 0, count: groups)
    isStale = FlatBuffer(repeating: true, count: lotLimit)
    shift = FlatBuffer(repeating: 0, count: lotLimit * lotLimit)
    shiftPair = FlatBuffer(repeating: -1, count: lotLimit * lotLimit)
    evict = FlatBuffer(repeating: 0, count: lotLimit)
    evictPair = FlatBuffer(repeating: -1, count: lotLimit)
    reach = FlatBuffer(repeating: 0, count: lotLimit)
    next = FlatBuffer(repeating: -1, count: lotLimit)
  }

  /// Takes up an item: gains, and its customers scenario by scenario.
  ///
  /// - Parameter grain: What is asked for is rounded down to a multiple of it; nil for as it is.
  func load(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ prices: PassPrices, grain: Double? = nil
  ) {
    self.prices = prices
    let layout = problem.layouts[Int(item.layout)]
    facilities = layout.facilities.count
    loadPaths(item, block, layout)
    loadGains(item, block, layout)
    let scenarios = problem.scenarios
    let start = pairStart.pointer
    for scenario in 0...scenarios { start[scenario] = 0 }
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        start[Int(block.pairScenario.pointer[pair]) + 1] += 1
      }
    }
    for scenario in 0..<scenarios { start[scenario + 1] += start[scenario] }
    orderGroups(Int(item.groupEnd - item.groupStart))
    // Filled with the start as a cursor, which leaves it one scenario ahead.
    for place in 0..<Int(item.groupEnd - item.groupStart) {
      let number = Int(groupOrder.pointer[place])
      let group = block.groups.pointer[Int(item.groupStart) + number]
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        let scenario = Int(block.pairScenario.pointer[pair])
        let place = Int(start[scenario])
        start[scenario] += 1
        pairGroup.pointer[place] = Int32(number)
        pairNumber.pointer[place] = Int32(pair)
        let units = Double(block.pairDemand.pointer[pair])
        pairUnits.pointer[place] = grain.map { (units / $0).rounded(.down) * $0 } ?? units
        pairEpoch.pointer[place] = group.epoch
      }
    }
    for scenario in stride(from: scenarios, to: 0, by: -1) { start[scenario] = start[scenario - 1] }
    start[0] = 0
  }

  /// Whoever gains most comes first: then few that are served have to make way again.
  private func orderGroups(_ groups: Int) {
    let (order, most) = (groupOrder.pointer, groupGain.pointer)
    for group in 0..<groups {
      most[group] = -.infinity
      for facility in 0..<facilities {
        most[group] = max(most[group], gain.pointer[group * facilities + facility])
      }
      var place = group
      while place > 0, most[Int(order[place - 1])] < most[group] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = Int32(group)
    }
  }

  private func loadPaths(_ item: ItemBlock.Item, _ block: ItemBlock, _ layout: Layout) {
    let path = path.pointer
    for from in 0..<facilities {
      let row = from * facilities
      for to in 0..<facilities {
        path[row + to] = from == to ? 0 : .infinity
        lastTransfer.pointer[row + to] = -1
      }
      // Senders come before receivers.
      for (number, transfer) in layout.transfers.enumerated() {
        let reached = path[row + Int(transfer.from)]
        if reached == .infinity { continue }
        let cost = reached + transferCost(transfer, item, block)
        if cost < path[row + Int(transfer.to)] {
          path[row + Int(transfer.to)] = cost
          lastTransfer.pointer[row + Int(transfer.to)] = Int32(number)
        }
      }
    }
  }

  private func loadGains(_ item: ItemBlock.Item, _ block: ItemBlock, _ layout: Layout) {
    let layoutNumber = Int(item.layout)
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      let row = (number - Int(item.groupStart)) * facilities
      for facility in 0..<facilities {
        gain.pointer[row + facility] = -.infinity
        arc.pointer[row + facility] = -1
      }
      let worth =
        block.worth.pointer[Int(item.worth) + Int(group.speed)]
        + prices.service[Int(item.category) * problem.speedCount + Int(group.speed)]
      for place in 0..<Int(group.arcCount) {
        let number = Int(group.arcStart) + place
        let at = Int(layout.arcs[number].facility)
        let own =
          worth - layout.rate(of: number, weight: item.weight).cost(weight: item.weight)
          - prices.outbound[layoutNumber][at]
          + block.holding.pointer[Int(item.figures) + at]
          + item.shelfShare * item.volume * item.cycle * prices.storage[layoutNumber][at]
        if own <= 0 { continue }
        if group.epoch == 0 {
          if own > gain.pointer[row + at] {
            gain.pointer[row + at] = own
            arc.pointer[row + at] = Int32(place)
          }
          continue
        }
        for from in 0..<facilities {
          let value = own - path.pointer[from * facilities + at]
          if value > gain.pointer[row + from] {
            gain.pointer[row + from] = value
            arc.pointer[row + from] = Int32(place)
          }
        }
      }
    }
  }

  /// q̃ + H of a lane, less H of where stock on hand comes from; money per unit.
  func laneCost(_ lane: ItemBlock.Lane, _ item: ItemBlock.Item, _ block: ItemBlock) -> Double {
    var cost = flowCost(lane, item) + keep(Int(lane.to), item, block)
    if lane.kind == .onHand { cost -= keep(Int(lane.from), item, block) }
    return cost
  }

  /// What of a lane's cost the shared prices charge.
  func laneCharge(_ lane: ItemBlock.Lane, _ item: ItemBlock.Item) -> Double {
    let storage = prices.storage[Int(item.layout)]
    var charge =
      flowCost(lane, item) - lane.cost
      + item.cycle * item.volume * storage[Int(lane.to)]
    if lane.kind == .onHand { charge -= item.cycle * item.volume * storage[Int(lane.from)] }
    return charge
  }

  /// q̃: a lane's cost with the prices of the flows it takes.
  private func flowCost(_ lane: ItemBlock.Lane, _ item: ItemBlock.Item) -> Double {
    lane.cost + item.orderRatio * prices.flows(lane, layout: Int(item.layout))
  }

  /// τ̃: a transfer's cost with the prices of its flows and the difference in holding.
  private func transferCost(
    _ transfer: Layout.LocalTransfer, _ item: ItemBlock.Item, _ block: ItemBlock
  ) -> Double {
    let (from, to, layout) = (Int(transfer.from), Int(transfer.to), Int(item.layout))
    let holding = block.holding.pointer + Int(item.figures)
    let cost = transfer.costPerUnit + item.volume * transfer.costPerLitre
    return max(0, cost + holding[to] - holding[from])
      + prices.inbound[layout][to] + prices.outbound[layout][from]
  }

  private func keep(_ facility: Int, _ item: ItemBlock.Item, _ block: ItemBlock) -> Double {
    block.holding.pointer[Int(item.figures) + facility]
      + item.cycle * item.volume * prices.storage[Int(item.layout)][facility]
  }

  /// The transfers on the way from one facility to another, last one first.
  func forEachTransfer(from: Int, to: Int, _ layout: Layout, _ body: (Int) -> Void) {
    var at = to
    while at != from {
      let number = Int(lastTransfer.pointer[from * facilities + at])
      if number < 0 { return }
      body(number)
      at = Int(layout.transfers[number].from)
    }
  }
}
