/// Primal–dual steps of a block's items at given shared prices.
///
/// In a step, first all quantities move against their reduced costs and are projected; then the stock prices
/// move by the surplus of the reflected quantities (Chambolle & Pock, "A first-order primal-dual
/// algorithm for convex problems with applications to imaging", JMIV 40, 2011). What is written is
/// `a·projected + b·current + c·anchor`: with the weights of Halpern's iteration that is the
/// reflected, anchored step of Lu & Yang, "Restarted Halpern PDHG for linear programming", 2024.
struct StepKernel {
  /// The weights of what is written.
  struct Blend {
    var projected: Float
    var current: Float
    var anchor: Float

    /// The projected point itself.
    static let plain = Blend(projected: 1, current: 0, anchor: 0)

    /// Step k, counted from 1, after the anchor.
    static func halpern(_ k: Int) -> Blend {
      let far = Float(k) / Float(k + 1)
      return Blend(projected: 2 * far, current: -far, anchor: 1 - far)
    }
  }

  /// One of the steps of an item at one set of shared prices.
  struct Move {
    var blend: Blend
    /// What its use of the shared rows counts for in the mean of the item's steps.
    var share: Double
    /// Whether the way from the anchor is measured.
    var measures = false
  }

  /// What a block's steps add up to.
  struct Sums: Sendable {
    /// Use of the shared rows by the reflected quantities, the mean of the steps.
    var use: PriceVector
    /// ‖projected − anchor‖² in the norms of the step sizes, without the weight; of the moves that
    /// measure.
    var primal = 0.0
    var dual = 0.0
  }

  let problem: PlanningProblem
  let prices: PassPrices
  /// w: how much longer the quantities' steps are than the prices'.
  let weight: Float
  /// The moves of an item, by its pace. All but the last are made in place.
  let moves: [[Move]]
  /// How long shipments' steps are.
  let sizes: TypicalSizes.Shipments
  let scratch: Scratch
  let layouts: FlatBuffer<KernelLayout>

  var storage: UnsafeMutablePointer<Double> { scratch.use.pointer }
  var inbound: UnsafeMutablePointer<Double> { storage + problem.facilityCount }
  var outbound: UnsafeMutablePointer<Double> { storage + 2 * problem.facilityCount }
  var targets: UnsafeMutablePointer<Double> { storage + 3 * problem.facilityCount }

  init(
    problem: PlanningProblem, prices: PassPrices, weight: Float, moves: [[Move]],
    sizes: TypicalSizes.Shipments
  ) {
    self.problem = problem
    self.prices = prices
    self.weight = weight
    self.moves = moves
    self.sizes = sizes
    scratch = Scratch(problem)
    layouts = FlatBuffer(
      problem.layouts.map { KernelLayout($0) }, filler: KernelLayout(problem.layouts[0]))
  }

  /// Numbers of one item, reused from item to item.
  struct Scratch {
    /// By facility, epoch, scenario: what a unit costs that is sent out, its worth U and the charge
    /// for the door; what flows. And a little for the shipments that fill up.
    let worth: FlatBuffer<Float>
    let flow: FlatBuffer<Float>
    /// What an item is charged at the shared prices, the same for all of its steps: by local
    /// facility, to keep a unit and to send it out; by lane of its block and by local transfer, less
    /// what `worth` says too much.
    let keep: FlatBuffer<Float>
    let door: FlatBuffer<Float>
    /// What serving a unit earns beyond its worth, by speed.
    let service: FlatBuffer<Float>
    let laneCost: FlatBuffer<Float>
    let transferCost: FlatBuffer<Float>
    /// By local facility: mean of `worth` from the start.
    let first: FlatBuffer<Float>
    /// Use of the shared rows: storage, inbound, outbound by facility number, then targets.
    let use: FlatBuffer<Double>
    /// By speed and lane of a quad.
    let served: FlatBuffer<Float>
    /// By arc, four at a time: of a quad, or of the lanes out of one stock.
    let moved: FlatBuffer<Float>
    let length: FlatBuffer<Float>
    /// Units per day across docks: by layout, then local route.
    let crossing: [FlatBuffer<Double>]

    init(_ problem: PlanningProblem) {
      let facilities = problem.layouts.map(\.facilities.count).max() ?? 0
      let cells = facilities * problem.epochs * problem.stride + ItemBlock.Quad.lanes
      let arcs = facilities * ItemBlock.Quad.lanes
      worth = FlatBuffer(repeating: 0, count: cells)
      flow = FlatBuffer(repeating: 0, count: cells)
      keep = FlatBuffer(repeating: 0, count: facilities)
      door = FlatBuffer(repeating: 0, count: facilities)
      func most(_ count: (ItemBlock) -> Int) -> Int { problem.blocks.map(count).max() ?? 0 }
      service = FlatBuffer(repeating: 0, count: problem.speedCount)
      laneCost = FlatBuffer(repeating: 0, count: most { $0.lanes.count })
      transferCost = FlatBuffer(
        repeating: 0, count: problem.layouts.map(\.transfers.count).max() ?? 0)
      first = FlatBuffer(repeating: 0, count: facilities)
      use = FlatBuffer(
        repeating: 0, count: 3 * problem.facilityCount + problem.targets.count)
      served = FlatBuffer(repeating: 0, count: problem.speedCount * ItemBlock.Quad.lanes)
      moved = FlatBuffer(repeating: 0, count: arcs)
      length = FlatBuffer(repeating: 0, count: arcs)
      crossing = problem.layouts.map { FlatBuffer(repeating: 0, count: $0.routes.count) }
    }
  }

  /// Steps every item of `block`, from `state.current` to `output`, by all moves.
  func step(
    _ block: ItemBlock, _ state: BlockState, _ steps: StepSizes.BlockSteps,
    into output: BlockIterate
  ) -> Sums {
    var sums = Sums(
      use: PriceVector(facilities: problem.facilityCount, targets: problem.targets.count))
    scratch.use.fill(with: 0)
    for crossing in scratch.crossing { crossing.fill(with: 0) }
    let pointers = BlockPointers(block)
    let inPlace = StatePointers(state, state.current)
    let places = StatePointers(state, output)
    let sizes = StepPointers(steps)
    // An item's moves one after the other: what they touch is near by then.
    for number in 0..<block.items.count {
      let item = pointers.items[number]
      let moves = moves[Int(state.paces.pointer[number])]
      let before = (sums.primal, sums.dual)
      charge(item, pointers)
      for move in moves.dropLast() { step(item, pointers, inPlace, sizes, move, &sums) }
      if let last = moves.last {
        step(item, pointers, places, sizes, last, &sums)
        if last.measures {
          state.movements.pointer[number] =
            (sums.primal - before.0) / Double(weight) + (sums.dual - before.1) * Double(weight)
        }
      }
    }
    for (layout, crossing) in zip(problem.layouts, scratch.crossing) {
      for (route, units) in zip(layout.routes, crossing.elements) where units != 0 {
        for dock in route.docks {
          inbound[Int(layout.facilities[Int(dock)])] += units
          outbound[Int(layout.facilities[Int(dock)])] += units
        }
      }
    }
    let use = scratch.use.pointer
    let count = problem.facilityCount
    for facility in 0..<count {
      sums.use.storage[facility] = use[facility]
      sums.use.inbound[facility] = use[count + facility]
      sums.use.outbound[facility] = use[2 * count + facility]
    }
    for target in problem.targets.indices {
      sums.use.targets[target] = use[3 * count + target]
    }
    return sums
  }

  private func step(
    _ item: ItemBlock.Item, _ block: BlockPointers, _ state: StatePointers,
    _ steps: StepPointers, _ move: Move, _ sums: inout Sums
  ) {
    let layoutNumber = Int(item.layout)
    let layout = layouts.pointer[layoutNumber]
    let facilities = layout.facilityCount
    if facilities == 0 { return }
    let vectors = problem.stride / 8
    let epochs = problem.epochs
    let share = 1 / Float(problem.scenarios)
    let padding = Float(problem.stride - problem.scenarios)
    let worth = scratch.worth.vectors
    let flow = scratch.flow.vectors
    let zero = SIMD8<Float>(repeating: 0)

    // What a unit usable from an epoch is worth, the sum of the prices of this epoch and later ones,
    // and what its door charges.
    let price = asVectors(state.current.prices + Int(item.prices))
    for facility in 0..<facilities {
      let charged = scratch.door.pointer[facility]
      for vector in 0..<vectors {
        var sum = SIMD8(repeating: charged)
        for epoch in Swift.stride(from: epochs - 1, through: 0, by: -1) {
          let cell = (facility * epochs + epoch) * vectors + vector
          sum += price[cell]
          worth[cell] = sum
        }
      }
      var first = zero
      for vector in 0..<vectors { first += worth[facility * epochs * vectors + vector] }
      // The padding has the charge too.
      scratch.first.pointer[facility] = (first.total - padding * charged) * share
    }
    for cell in 0..<facilities * epochs * vectors { flow[cell] = zero }
    stepShipments(item, layout, block, state, steps, move, &sums)
    // With what is there without a decision.
    if item.stock >= 0 {
      let stock = asVectors(block.stock + Int(item.stock))
      for facility in 0..<facilities {
        for epoch in 0..<epochs {
          for vector in 0..<vectors {
            let cell = (facility * epochs + epoch) * vectors + vector
            flow[cell] -= epoch == 0 ? stock[cell] : stock[cell] - stock[cell - vectors]
          }
        }
      }
    }
    stepTransfers(item, layout, block, state, steps, move, &sums)
    stepLanes(item, layout, block, state, steps, move, &sums)

    // The stock rows: what has left by the end of an epoch may not exceed what was there.
    let size = asVectors(steps.prices + Int(item.prices))
    let anchor = asVectors(state.anchor.prices + Int(item.prices))
    let written = asVectors(state.output.prices + Int(item.prices))
    let rate = 1 / weight
    let (a, b, c) = (move.blend.projected, move.blend.current, move.blend.anchor)
    var distance = 0.0
    for facility in 0..<facilities {
      for vector in 0..<vectors {
        var row = zero
        for epoch in 0..<epochs {
          let cell = (facility * epochs + epoch) * vectors + vector
          row += flow[cell]
          let now = price[cell]
          var next = now + (rate * size[cell]) * row
          next.replace(with: 0, where: next .< 0)
          if move.measures {
            let apart = next - anchor[cell]
            var square = apart * apart / size[cell]
            square.replace(with: 0, where: size[cell] .<= 0)
            distance += Double(square.total)
          }
          written[cell] = a * next + b * now + c * anchor[cell]
        }
      }
    }
    sums.dual += distance * Double(share) / item.cycle
  }

  /// What to take off every positive number so that those left positive add up to `units`: the
  /// projection onto a simplex (Michelot, JOTA 50, 1986).
  func threshold(
    _ values: UnsafeMutablePointer<Float>, count: Int, total: Float, units: Float
  ) -> Float {
    var sum = total
    var active = 0
    for place in 0..<count where values[place] > 0 { active += 1 }
    var excess = (sum - units) / Float(active)
    while true {
      var nextSum: Float = 0
      var nextActive = 0
      for place in 0..<count where values[place] > excess {
        nextSum += values[place]
        nextActive += 1
      }
      if nextActive >= active || nextActive == 0 { return excess }
      sum = nextSum
      active = nextActive
      excess = (sum - units) / Float(active)
    }
  }
}
