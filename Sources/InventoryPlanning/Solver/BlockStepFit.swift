import RetailData

/// Sets the step sizes of one block: sums up the rows and columns of each of its items.
struct BlockStepFit {
  private let problem: PlanningProblem
  private let block: ItemBlock
  private let steps: StepSizes.BlockSteps
  private let typical: PriceVector
  private let shipments: TypicalSizes.Shipments
  private let found: BlockIterate?
  /// Σ |K|s of the shared rows.
  private var sums: PriceVector
  /// Typical price of a unit usable from an epoch: by facility, epoch, scenario.
  private let worth: FlatBuffer<Double>
  /// Demand that can be served from each facility or from below it; units per cycle.
  private let reach: FlatBuffer<Double>
  /// By arc of one class: typical shipments, all scenarios together.
  private let shipped: FlatBuffer<Double>

  init(
    _ problem: PlanningProblem, block: ItemBlock, steps: StepSizes.BlockSteps,
    typical: TypicalSizes, shipments: TypicalSizes.Shipments, found: BlockIterate?
  ) {
    self.problem = problem
    self.block = block
    self.steps = steps
    self.typical = typical.shared
    self.shipments = shipments
    self.found = found
    sums = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
    let facilities = problem.layouts.map(\.facilities.count).max() ?? 0
    worth = FlatBuffer(repeating: 0, count: facilities * problem.epochs * problem.stride)
    reach = FlatBuffer(repeating: 0, count: facilities)
    shipped = FlatBuffer(repeating: 0, count: facilities)
  }

  /// Returns what the block adds to the sums of the shared rows.
  mutating func run() -> PriceVector {
    steps.prices.fill(with: 0)
    for number in 0..<block.items.count { fit(block.items.pointer[number]) }
    return sums
  }

  private mutating func fit(_ item: ItemBlock.Item) {
    let layout = problem.layouts[Int(item.layout)]
    let (epochs, stride) = (problem.epochs, problem.stride)
    let row = steps.prices.pointer + Int(item.prices)
    let found = found.map { $0.prices.pointer + Int(item.prices) }
    let cells = layout.facilities.count * epochs * stride
    for facility in layout.facilities.indices {
      for scenario in 0..<stride {
        var sum = 0.0
        for epoch in Swift.stride(from: epochs - 1, through: 0, by: -1) {
          let cell = (facility * epochs + epoch) * stride + scenario
          sum += TypicalSizes.stockPrice(item, found: found?[cell])
          worth.pointer[cell] = sum
        }
      }
    }
    fitShipments(item, layout, row)
    fitTransfers(item, layout, row)
    fitLanes(item, layout, row)
    // Rows are cumulative in the epoch.
    for facility in layout.facilities.indices {
      for cell in (facility * epochs + 1) * stride..<(facility + 1) * epochs * stride {
        row[cell] += row[cell - stride]
      }
    }
    for cell in 0..<cells {
      let price = TypicalSizes.stockPrice(item, found: found?[cell])
      row[cell] = row[cell] > 0 ? Float(price) / row[cell] : 0
    }
  }

  private mutating func fitShipments(
    _ item: ItemBlock.Item, _ layout: Layout, _ row: UnsafeMutablePointer<Float>
  ) {
    let (epochs, stride) = (problem.epochs, problem.stride)
    let perDay = 1 / (item.cycle * Double(problem.scenarios))
    reach.fill(with: 0)
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      let arcs = Int(group.arcStart)..<Int(group.arcStart + group.arcCount)
      let targets = problem.targetsOf(category: Int(item.category), speed: Int(group.speed))
      let service = targets.reduce(0) { $0 + typical.targets[$1] }
      var demand = 0.0
      shipped.fill(with: 0)
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        let units = block.pairDemand.pointer[pair]
        let anchor = found.map { $0.shipments.pointer + block.shipments(ofPair: pair) }
        let base = Int(group.epoch) * stride + Int(block.pairScenario.pointer[pair])
        demand += Double(units)
        var most = 0.0
        for arc in arcs {
          let place = arc - arcs.lowerBound
          let size =
            shipments.base * units + shipments.share * (anchor?[place * ItemBlock.Quad.lanes] ?? 0)
          shipped.pointer[place] += Double(size)
          let facility = Int(layout.arcs[arc].facility)
          let shared = Int(layout.facilities[facility])
          row[facility * epochs * stride + base] += size
          most = max(
            most,
            worth.pointer[facility * epochs * stride + base] + typical.outbound[shared]
              + typical.storage[shared] * item.shelfShare * item.volume * item.cycle)
        }
        steps.pairs.pointer[Int(block.pairSlot.pointer[pair])] = Float(1 / (most + service))
      }
      var senders: UInt64 = 0
      for arc in arcs {
        let units = shipped.pointer[arc - arcs.lowerBound] * perDay
        let shared = Int(layout.facilities[Int(layout.arcs[arc].facility)])
        sums.outbound[shared] += units
        sums.storage[shared] += item.shelfShare * item.volume * units * item.cycle
        for target in targets { sums.targets[target] += units }
        senders |= layout.upstream[Int(layout.arcs[arc].facility)]
      }
      for facility in layout.facilities.indices where senders & (1 << UInt64(facility & 63)) != 0 {
        reach.pointer[facility] += demand / Double(problem.scenarios)
      }
    }
  }

  private mutating func fitTransfers(
    _ item: ItemBlock.Item, _ layout: Layout, _ row: UnsafeMutablePointer<Float>
  ) {
    let (epochs, stride, scenarios) = (problem.epochs, problem.stride, problem.scenarios)
    for (number, transfer) in layout.transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      let (sender, receiver) = (Int(layout.facilities[from]), Int(layout.facilities[to]))
      for epoch in 1..<epochs {
        let place = Int(item.transfers) / stride + number * (epochs - 1) + epoch - 1
        let moved = found.map { $0.transfers.pointer + place * stride }
        let most = moved.map { moved in (0..<scenarios).reduce(0) { max($0, moved[$1]) } }
        let size = TypicalSizes.transfer(item, reach: reach.pointer[to], found: most)
        var dearest = 0.0
        for scenario in 0..<scenarios {
          let left = (from * epochs + epoch) * stride + scenario
          let right = (to * epochs + epoch) * stride + scenario
          dearest = max(dearest, worth.pointer[left] + worth.pointer[right])
          row[left] += Float(size)
          row[right] += Float(size)
        }
        let rows = dearest + typical.inbound[receiver] + typical.outbound[sender]
        steps.transfers.pointer[place] = Float(size / rows)
        sums.inbound[receiver] += size / item.cycle
        sums.outbound[sender] += size / item.cycle
      }
    }
  }

  private mutating func fitLanes(
    _ item: ItemBlock.Item, _ layout: Layout, _ row: UnsafeMutablePointer<Float>
  ) {
    let (epochs, stride, scenarios) = (problem.epochs, problem.stride, problem.scenarios)
    var smallest: [Int32: Float] = [:]
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = block.lanes.pointer[number]
      if problem.fullRooms.shut(lane, item) {
        // It stays where it is: at 0.
        steps.lanes.pointer[number] = 0
        continue
      }
      let (from, to) = (Int(lane.from), Int(lane.to))
      let standing =
        lane.kind == .onHand ? Double(block.onHand.pointer[Int(item.figures) + from]) : 0
      let size = TypicalSizes.lane(
        item, reach: reach.pointer[to], onHand: standing, found: found?.lanes.pointer[number])
      let landings = block.landings.pointer + Int(lane.landings)
      var rows = 0.0
      for scenario in 0..<scenarios {
        let cell = (to * epochs + Int(landings[scenario])) * stride + scenario
        row[cell] += Float(size)
        rows += worth.pointer[cell]
        if lane.kind == .onHand {
          row[from * epochs * stride + scenario] += Float(size)
          rows += worth.pointer[from * epochs * stride + scenario]
        }
      }
      rows /= Double(scenarios)
      LaneLoad.forEachEntry(of: lane, item, layout, facilities: problem.facilityCount) { entry in
        rows += abs(entry.amount) * item.cycle * typical[entry.row]
        sums[entry.row] += abs(entry.amount) * size
      }
      steps.lanes.pointer[number] = Float(size / rows)
      if lane.kind == .onHand {
        smallest[lane.from] = min(smallest[lane.from] ?? .infinity, Float(size / rows))
      }
    }
    // Lanes out of one stock are projected together, which asks for one step size.
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = block.lanes.pointer[number]
      if lane.kind == .onHand, !problem.fullRooms.shut(lane, item), let step = smallest[lane.from] {
        steps.lanes.pointer[number] = step
      }
    }
  }
}
