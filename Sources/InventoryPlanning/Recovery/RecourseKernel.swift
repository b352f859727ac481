import RetailData

/// Turns quantities that nearly fit into a plan that does fit: item by item, in every scenario.
///
/// Lanes and transfers are cut as `FlowCuts` says; then, from the top of the network down and
/// epoch by epoch, what leaves a facility is scaled to the stock that is there; at last, what
/// customers still miss is shipped from stock that is left. Each step keeps what the earlier ones
/// made true (section 3 of the design).
struct RecourseKernel {
  let problem: PlanningProblem
  let prices: PassPrices
  let cuts: FlowCuts
  /// Whether demand still unserved is shipped from stock that is left.
  let fillsUp: Bool
  let scratch: Scratch

  /// What a block's plan costs and loads, per day.
  struct Sums: Sendable {
    var costs = PlanCosts()
    /// Use of transfers and shipments, after cuts.
    var flows: FlowSums
    /// Units that are shipped at the end on top, before `cuts.extra`; by facility number.
    var added: [Double]
    /// The same for what a transfer brings first; by row of `network.transfers`.
    var addedVia: [Double]
    /// By fill target, and by speed.
    var served: [Double]
    var servedBySpeed: [Double]

    mutating func add(_ other: Sums) {
      costs.procurement += other.costs.procurement
      costs.transfers += other.costs.transfers
      costs.delivery += other.costs.delivery
      costs.holding += other.costs.holding
      costs.lostSales += other.costs.lostSales
      flows.add(other.flows)
      for place in added.indices { added[place] += other.added[place] }
      for place in addedVia.indices { addedVia[place] += other.addedVia[place] }
      for place in served.indices { served[place] += other.served[place] }
      for place in servedBySpeed.indices { servedBySpeed[place] += other.servedBySpeed[place] }
    }
  }

  /// Numbers of one item, reused.
  struct Scratch {
    /// By facility, epoch, scenario: stock, cumulative; what is to leave, then by how much that is
    /// cut; what comes by transfer, then what is left, cumulative.
    let stock: FlatBuffer<Double>
    let leaving: FlatBuffer<Double>
    let coming: FlatBuffer<Double>
    /// By local transfer, later epoch, scenario.
    let moved: FlatBuffer<Double>
    /// Taken from stock for shipments on top, but given back by the cuts, by facility; served by
    /// speed; summed over scenarios.
    let givenBack: FlatBuffer<Double>
    let served: FlatBuffer<Double>
    /// By arc of one destination: what shipping costs, what it costs with prices, and the arcs in
    /// the order of the latter.
    let cost: FlatBuffer<Double>
    let priced: FlatBuffer<Double>
    let rank: FlatBuffer<Int32>

    init(_ problem: PlanningProblem) {
      let facilities = problem.layouts.map(\.facilities.count).max() ?? 0
      let transfers = problem.layouts.map(\.transfers.count).max() ?? 0
      let cells = facilities * problem.epochs * problem.scenarios
      stock = FlatBuffer(repeating: 0, count: cells)
      leaving = FlatBuffer(repeating: 0, count: cells)
      coming = FlatBuffer(repeating: 0, count: cells)
      moved = FlatBuffer(
        repeating: 0, count: transfers * (problem.epochs - 1) * problem.scenarios)
      givenBack = FlatBuffer(repeating: 0, count: facilities)
      served = FlatBuffer(repeating: 0, count: problem.speedCount)
      cost = FlatBuffer(repeating: 0, count: facilities)
      priced = FlatBuffer(repeating: 0, count: facilities)
      rank = FlatBuffer(repeating: 0, count: facilities)
    }
  }

  init(problem: PlanningProblem, prices: PassPrices, cuts: FlowCuts, fillsUp: Bool) {
    self.problem = problem
    self.prices = prices
    self.cuts = cuts
    self.fillsUp = fillsUp
    scratch = Scratch(problem)
  }

  var emptySums: Sums {
    Sums(
      flows: FlowSums(problem),
      added: [Double](repeating: 0, count: problem.facilityCount),
      addedVia: [Double](repeating: 0, count: problem.input.network.transfers.count),
      served: [Double](repeating: 0, count: problem.targets.count),
      servedBySpeed: [Double](repeating: 0, count: problem.speedCount))
  }

  /// - Parameters:
  ///   - lanes: Quantities decided now, before cuts; by the block's lanes.
  ///   - record: Where what each item does is noted; nil where only the sums matter.
  func run(
    _ block: ItemBlock, lanes: FlatBuffer<Float>, _ iterate: BlockIterate,
    record: BlockPlan? = nil
  ) -> Sums {
    var sums = emptySums
    for number in 0..<block.items.count {
      let item = block.items.pointer[number]
      run(item, block, lanes, iterate, record, &sums)
    }
    return sums
  }

  /// One item's plan, added to `sums`.
  func run(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ lanes: FlatBuffer<Float>,
    _ iterate: BlockIterate, _ record: BlockPlan?, _ sums: inout Sums
  ) {
    let layout = problem.layouts[Int(item.layout)]
    loadStock(item, block, layout, lanes, record, &sums)
    wishes(item, block, layout, iterate)
    fit(layout)
    let later = settleTransfers(item, layout, record, &sums)
    ship(item, block, layout, iterate, record, &sums)
    if fillsUp { fillUp(item, block, layout, iterate, record, &sums) }
    let share = 1 / Double(problem.scenarios)
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    // What is left at the end is held.
    var holding = 0.0
    for facility in layout.facilities.indices {
      let start = (facility * epochs + epochs - 1) * scenarios
      var left = 0.0
      var position = 0.0
      for scenario in 0..<scenarios {
        left += scratch.coming.pointer[start + scenario]
        position += scratch.stock.pointer[start + scenario]
      }
      left += scratch.givenBack.pointer[facility]
      holding += block.holding.pointer[Int(item.figures) + facility] * left * share
      record?.position.pointer[Int(item.figures) + facility] = Float(position * share)
      record?.leftover.pointer[Int(item.figures) + facility] = Float(left * share)
    }
    sums.costs.holding += holding / item.cycle
    sums.costs.transfers += later
    var lost = 0.0
    for speed in 0..<problem.speedCount {
      let asked = block.demand.pointer[Int(item.worth) + speed]
      let units = scratch.served.pointer[speed] * share
      lost += block.worth.pointer[Int(item.worth) + speed] * (asked - units)
      sums.servedBySpeed[speed] += units / item.cycle
      for target in problem.targetsOf(category: Int(item.category), speed: speed) {
        sums.served[target] += units / item.cycle
      }
      record?.served.pointer[Int(item.worth) + speed] = Float(units)
    }
    sums.costs.lostSales += lost / item.cycle
  }

  /// Cumulative stock at every facility by epoch, lanes after cuts included.
  private func loadStock(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ layout: Layout, _ lanes: FlatBuffer<Float>,
    _ record: BlockPlan?, _ sums: inout Sums
  ) {
    let (epochs, scenarios, stride) = (problem.epochs, problem.scenarios, problem.stride)
    let stock = scratch.stock.pointer
    for facility in layout.facilities.indices {
      for epoch in 0..<epochs {
        let row = facility * epochs + epoch
        for scenario in 0..<scenarios {
          var units = 0.0
          if item.stock >= 0 {
            let held = block.stock.pointer + Int(item.stock)
            units = Double(held[row * stride + scenario])
            if epoch > 0 { units -= Double(held[(row - 1) * stride + scenario]) }
          }
          stock[row * scenarios + scenario] = units
        }
      }
    }
    var cost = 0.0
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = block.lanes.pointer[number]
      let units = Double(max(0, lanes.pointer[number])) * cut(lane, layout)
      record?.lanes.pointer[number] = Float(units)
      if units == 0 { continue }
      cost += lane.cost * units
      let landings = block.landings.pointer + Int(lane.landings)
      for scenario in 0..<scenarios {
        stock[(Int(lane.to) * epochs + Int(landings[scenario])) * scenarios + scenario] += units
      }
      if lane.kind == .onHand {
        for scenario in 0..<scenarios {
          stock[Int(lane.from) * epochs * scenarios + scenario] -= units
        }
      }
    }
    sums.costs.procurement += cost / item.cycle
    for facility in layout.facilities.indices {
      for epoch in 1..<epochs {
        let row = (facility * epochs + epoch) * scenarios
        for scenario in 0..<scenarios {
          stock[row + scenario] += stock[row - scenarios + scenario]
        }
      }
    }
  }

  private func cut(_ lane: ItemBlock.Lane, _ layout: Layout) -> Double {
    switch lane.kind {
    case .vendor: cuts.vendor[Int(layout.facilities[Int(lane.to)])]
    case .crossDock: cuts.cross[layout.routes[Int(lane.route)].number]
    case .onHand: cuts.hand[Int(layout.transfers[Int(lane.transfer)].row)]
    }
  }

  /// What is to leave each facility in each epoch, by shipments and transfers.
  private func wishes(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ layout: Layout, _ iterate: BlockIterate
  ) {
    let (epochs, scenarios, stride) = (problem.epochs, problem.scenarios, problem.stride)
    let leaving = scratch.leaving.pointer
    let coming = scratch.coming.pointer
    let cells = layout.facilities.count * epochs * scenarios
    for cell in 0..<cells {
      leaving[cell] = 0
      coming[cell] = 0
    }
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      let count = Int(group.arcCount)
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        let base = Int(group.epoch) * scenarios + Int(block.pairScenario.pointer[pair])
        let shipped = iterate.shipments.pointer + group.shipments(ofPair: pair)
        for place in 0..<count {
          let facility = Int(layout.arcs[Int(group.arcStart) + place].facility)
          leaving[facility * epochs * scenarios + base] += Double(shipped[place]) * cuts.wish
        }
      }
    }
    for (number, transfer) in layout.transfers.enumerated() {
      let factor = cuts.later[Int(transfer.row)]
      for epoch in 1..<epochs {
        let place = number * (epochs - 1) + epoch - 1
        let source = iterate.transfers.pointer + Int(item.transfers) + place * stride
        let moved = scratch.moved.pointer + place * scenarios
        let sender = leaving + (Int(transfer.from) * epochs + epoch) * scenarios
        for scenario in 0..<scenarios {
          let units = Double(max(0, source[scenario])) * factor
          moved[scenario] = units
          sender[scenario] += units
        }
      }
    }
  }

  /// Scales what leaves to what is there, from the top down. `leaving` then holds the factors.
  private func fit(_ layout: Layout) {
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    let stock = scratch.stock.pointer
    let leaving = scratch.leaving.pointer
    let coming = scratch.coming.pointer
    var next = 0
    for facility in layout.facilities.indices {
      for scenario in 0..<scenarios {
        var arrived = 0.0
        var left = 0.0
        for epoch in 0..<epochs {
          let cell = (facility * epochs + epoch) * scenarios + scenario
          arrived += coming[cell]
          let limit = stock[cell] + arrived - left
          let wish = leaving[cell]
          let factor = wish > 0 && wish > limit ? max(0, limit) / wish : 1
          left += wish * factor
          leaving[cell] = factor
        }
      }
      while next < layout.transfers.count, Int(layout.transfers[next].from) == facility {
        let to = Int(layout.transfers[next].to)
        for epoch in 1..<epochs {
          let moved =
            scratch.moved.pointer + (next * (epochs - 1) + epoch - 1) * scenarios
          let factor = leaving + (facility * epochs + epoch) * scenarios
          let receiver = coming + (to * epochs + epoch) * scenarios
          for scenario in 0..<scenarios {
            moved[scenario] *= factor[scenario]
            receiver[scenario] += moved[scenario]
          }
        }
        next += 1
      }
    }
  }

  /// Counts the transfers; returns their cost per day.
  private func settleTransfers(
    _ item: ItemBlock.Item, _ layout: Layout, _ record: BlockPlan?, _ sums: inout Sums
  ) -> Double {
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    let perDay = 1 / (Double(scenarios) * item.cycle)
    var cost = 0.0
    for (number, transfer) in layout.transfers.enumerated() {
      var units = 0.0
      let start = scratch.moved.pointer + number * (epochs - 1) * scenarios
      for cell in 0..<(epochs - 1) * scenarios { units += start[cell] }
      cost += (transfer.costPerUnit + item.volume * transfer.costPerLitre) * units * perDay
      sums.flows.laterUnits[Int(transfer.row)] += units * perDay
      record?.later.pointer[Int(item.transfers) / problem.stride / (epochs - 1) + number] =
        Float(units / Double(scenarios))
    }
    return cost
  }
}
