import RetailData

/// What some items use of all that is shared, per day, recourse included: kept near what they used
/// as fractions.
///
/// At the prices of the optimum an item that may use a scarce capacity hardly cares whether it
/// does, and rounding alone could make all of them care the same way. So what items took too much
/// or too little so far raises or lowers the prices for the next ones, as in error diffusion
/// (Floyd & Steinberg, "An adaptive algorithm for spatial greyscale", 1976).
struct SharedUse {
  private(set) var use: PriceVector

  init(_ problem: PlanningProblem) {
    use = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
  }

  mutating func add(_ other: SharedUse, _ factor: Double) {
    use = use.combined(1, other.use, factor, other.use, 0)
  }

  /// Prices for an item after these deviations.
  ///
  /// - Parameter span: Units too much that double a price.
  func steered(_ prices: PriceVector, for item: ItemBlock.Item, span: Double) -> PriceVector {
    if span == .infinity { return prices }
    var result = prices
    func steer(_ price: Double, _ off: Double, _ unit: Double) -> Double {
      price * min(3, max(0, 1 + off / (span * max(unit, 1e-12))))
    }
    let orders = item.orderRatio / item.cycle
    for facility in prices.storage.indices {
      result.storage[facility] = steer(
        prices.storage[facility], use.storage[facility], item.volume)
      result.inbound[facility] = steer(prices.inbound[facility], use.inbound[facility], orders)
      result.outbound[facility] = steer(
        prices.outbound[facility], use.outbound[facility], 1 / item.cycle)
    }
    for target in prices.targets.indices {
      result.targets[target] = steer(
        prices.targets[target], -use.targets[target], 1 / item.cycle)
    }
    return result
  }

  /// - Parameter units: By lane of the item.
  mutating func addLanes(
    _ units: [Double], _ item: ItemBlock.Item, _ block: ItemBlock, _ problem: PlanningProblem
  ) {
    for (number, units) in units.enumerated() where units > 0 {
      let lane = block.lanes.pointer[Int(item.laneStart) + number]
      LaneLoad.forEachEntry(
        of: lane, item, problem.layouts[Int(item.layout)], facilities: problem.facilityCount
      ) { use[$0.row] += $0.amount * units }
    }
  }

  /// Shipments, summed over scenarios.
  mutating func addShipment(
    _ units: Double, from facility: Int32, speed: Int, _ item: ItemBlock.Item,
    _ problem: PlanningProblem
  ) {
    let mean = units / Double(problem.scenarios)
    let layout = problem.layouts[Int(item.layout)]
    let shared = Int(layout.facilities[Int(facility)])
    use.outbound[shared] += mean / item.cycle
    use.storage[shared] -= item.shelfShare * item.volume * mean
    for target in problem.targetsOf(category: Int(item.category), speed: speed) {
      use.targets[target] += mean / item.cycle
    }
  }

  mutating func addTransfer(
    _ units: Double, _ transfer: Layout.LocalTransfer, _ item: ItemBlock.Item,
    _ problem: PlanningProblem
  ) {
    let daily = units / Double(problem.scenarios) / item.cycle
    let layout = problem.layouts[Int(item.layout)]
    use.inbound[Int(layout.facilities[Int(transfer.to)])] += daily
    use.outbound[Int(layout.facilities[Int(transfer.from)])] += daily
  }

  /// Of an item as the iteration has it, with lanes of its own.
  init(
    _ item: ItemBlock.Item, _ block: ItemBlock, lanes: [Double], _ iterate: BlockIterate,
    _ problem: PlanningProblem
  ) {
    self.init(problem)
    addLanes(lanes, item, block, problem)
    let layout = problem.layouts[Int(item.layout)]
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      let count = Int(group.arcCount)
      for place in 0..<count {
        var sum: Float = 0
        for pair in Int(group.pairStart)..<Int(group.pairEnd) {
          sum += iterate.shipments.pointer[block.shipment(ofPair: pair, arc: place)]
        }
        addShipment(
          Double(sum), from: layout.arcs[Int(group.arcStart) + place].facility,
          speed: Int(group.speed), item, problem)
      }
    }
    let cells = (problem.epochs - 1) * problem.stride
    for (number, transfer) in layout.transfers.enumerated() {
      var sum: Float = 0
      let start = iterate.transfers.pointer + Int(item.transfers) + number * cells
      for cell in 0..<cells { sum += max(0, start[cell]) }
      addTransfer(Double(sum), transfer, item, problem)
    }
  }
}
