import RetailData

/// How far the iteration steps: diagonal step sizes that cannot diverge, whatever the units.
///
/// Every column gets a typical size s, every row a typical price ρ; with the constraint matrix K,
/// τ = w·s / Σ ρ|K| and σ = ρ / (w·Σ |K|s) satisfy ‖Σ^½ K T^½‖ ≤ 1 for any s, ρ and w > 0
/// (after Pock & Chambolle, "Diagonal preconditioning for first order primal-dual algorithms",
/// ICCV 2011). The weight w is not in the numbers kept here.
struct StepSizes: Sendable {
  let blocks: [BlockSteps]
  /// σ of the shared rows.
  let shared: PriceVector

  /// Of one block.
  struct BlockSteps: Sendable {
    /// τ of lanes, for the mean over scenarios.
    let lanes: FlatBuffer<Float>
    /// τ of transfers: `[item.transfers / stride + transfer × (epochs − 1) + epoch − 1]`.
    let transfers: FlatBuffer<Float>
    /// τ of a group's shipments, per unit of demand.
    let groups: FlatBuffer<Float>
    /// σ of the stock rows, laid out as the prices; 0 in the padding.
    let prices: FlatBuffer<Float>
  }

  init(_ problem: PlanningProblem, work: WorkContext) throws {
    let built = FlatList<(BlockSteps, PriceVector)>(count: problem.blocks.count)
    try work.forEachChunk(of: problem.blocks.count, chunk: 1) { _, range in
      for number in range {
        var builder = BlockStepBuilder(problem: problem, block: problem.blocks[number])
        built.set(builder.build(), at: number)
      }
    }
    let parts = built.values
    blocks = parts.map(\.0)
    var sums = PriceVector(
      facilities: problem.facilityCount, targets: problem.targets.count)
    for part in parts { sums.add(part.1) }
    let money = 2 * (problem.meanWorth > 0 ? problem.meanWorth : 1)
    let space = money / (problem.meanVolumeDays > 0 ? problem.meanVolumeDays : 1)
    func steps(_ price: Double, _ sums: [Double]) -> [Double] {
      sums.map { $0 > 0 ? price / $0 : 0 }
    }
    var shared = sums
    shared.storage = steps(space, sums.storage)
    shared.inbound = steps(money, sums.inbound)
    shared.outbound = steps(money, sums.outbound)
    // What nobody can serve is missing whatever is done: its price goes to the top at once.
    shared.targets = zip(
      steps(Typical.target * money, sums.targets), problem.targets
    ).map { step, target in
      let missing = target.share * target.demand
      return step == 0 && missing > 0 ? 10 * target.price / missing : step
    }
    self.shared = shared
  }
}

/// The typical sizes s, as shares of demand, and prices ρ, in units of the mean worth of a sale.
///
/// Found by trying, on shops of slow items: what counts is that demand for one class is served
/// from one or two of its many arcs and lanes, so that the typical size of each is well below the
/// demand; and that stock is dear in the few scenarios where it is short. Half or double of any
/// of them costs up to a third more iterations.
private enum Typical {
  static let shipment = 0.2
  static let lane = 0.8
  static let transfer = 0.25
  /// Of a lane or transfer to where no customer is served from, as a share of the item's demand.
  static let least = 0.02
  static let stockPrice = 2.0
  static let target = 8.0
}

/// Sums the rows and columns of one block.
private struct BlockStepBuilder {
  let problem: PlanningProblem
  let block: ItemBlock
  private let lanes: FlatBuffer<Float>
  private let transfers: FlatBuffer<Float>
  private let groups: FlatBuffer<Float>
  private let prices: FlatBuffer<Float>
  private var sums: PriceVector
  /// Typical price of a flow row, and of a litre's day.
  private let money: Double
  private let space: Double

  init(problem: PlanningProblem, block: ItemBlock) {
    self.problem = problem
    self.block = block
    lanes = FlatBuffer(repeating: 0, count: block.lanes.count)
    transfers = FlatBuffer(repeating: 0, count: block.transferCount / problem.stride)
    groups = FlatBuffer(repeating: 0, count: block.groups.count)
    prices = FlatBuffer(repeating: 0, count: block.priceCount)
    sums = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
    money = 2 * (problem.meanWorth > 0 ? problem.meanWorth : 1)
    space = money / (problem.meanVolumeDays > 0 ? problem.meanVolumeDays : 1)
  }

  mutating func build() -> (StepSizes.BlockSteps, PriceVector) {
    for number in 0..<block.items.count { add(block.items.pointer[number]) }
    return (
      StepSizes.BlockSteps(lanes: lanes, transfers: transfers, groups: groups, prices: prices),
      sums
    )
  }

  private mutating func add(_ item: ItemBlock.Item) {
    let layout = problem.layouts[Int(item.layout)]
    let epochs = problem.epochs
    let stride = problem.stride
    let scenarios = problem.scenarios
    let cells = layout.facilities.count * epochs * stride
    let row = prices.pointer + Int(item.prices)
    let cycles = 1 / item.cycle
    let orders = cycles * item.orderRatio
    let share = 1 / Double(scenarios)
    let price = Typical.stockPrice * item.meanWorth

    // Shipments, and what each facility can reach.
    var reach = [Double](repeating: 0, count: layout.facilities.count)
    let targetsBySpeed = (0..<problem.speedCount).map { speed in
      problem.targetsOf(category: Int(item.category), speed: speed)
    }
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      var mean = 0.0
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        let units = Float(Typical.shipment) * block.pairDemand.pointer[pair]
        mean += Double(units) * share
        for arc in Int(group.arcStart)..<Int(group.arcStart + group.arcCount) {
          let facility = Int(layout.arcs[arc].facility)
          row[
            (facility * epochs + Int(group.epoch)) * stride
              + Int(block.pairScenario.pointer[pair])] += units
        }
      }
      let served = targetsBySpeed[Int(group.speed)]
      for arc in Int(group.arcStart)..<Int(group.arcStart + group.arcCount) {
        let facility = Int(layout.arcs[arc].facility)
        let shared = Int(layout.facilities[facility])
        sums.outbound[shared] += cycles * mean
        sums.storage[shared] += item.shelfShare * item.volume * mean
        for target in served { sums.targets[target] += cycles * mean }
      }
      var senders: UInt64 = 0
      for arc in Int(group.arcStart)..<Int(group.arcStart + group.arcCount) {
        senders |= layout.upstream[Int(layout.arcs[arc].facility)]
      }
      for facility in reach.indices where senders & (1 << UInt64(facility & 63)) != 0 {
        reach[facility] += mean / Typical.shipment
      }
      let rows =
        price * Double(epochs - Int(group.epoch))
        + money * (1 + Typical.target * Double(served.count))
        + space * item.shelfShare * item.volume * item.cycle
      groups.pointer[number] = Float(Typical.shipment / rows)
    }
    let least = Typical.least * item.totalDemand

    // Transfers by need.
    let perItem = Int(item.transfers) / stride
    for (number, transfer) in layout.transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      let size = max(Typical.transfer * reach[to], least)
      for epoch in 1..<epochs {
        let rows = price * Double(2 * (epochs - epoch)) + 2 * money
        transfers.pointer[perItem + number * (epochs - 1) + epoch - 1] = Float(size / rows)
        for scenario in 0..<scenarios {
          row[(from * epochs + epoch) * stride + scenario] += Float(size)
          row[(to * epochs + epoch) * stride + scenario] += Float(size)
        }
        sums.inbound[Int(layout.facilities[to])] += cycles * size
        sums.outbound[Int(layout.facilities[from])] += cycles * size
      }
    }

    addLanes(item, layout: layout, reach: reach, least: least, orders: orders, row: row)

    // Rows are cumulative in the epoch.
    for facility in layout.facilities.indices {
      for epoch in 1..<epochs {
        for scenario in 0..<scenarios {
          row[(facility * epochs + epoch) * stride + scenario] +=
            row[(facility * epochs + epoch - 1) * stride + scenario]
        }
      }
    }
    for cell in 0..<cells { row[cell] = row[cell] > 0 ? Float(price) / row[cell] : 0 }
  }

  private mutating func addLanes(
    _ item: ItemBlock.Item, layout: Layout, reach: [Double], least: Double, orders: Double,
    row: UnsafeMutablePointer<Float>
  ) {
    let epochs = problem.epochs
    let stride = problem.stride
    let scenarios = problem.scenarios
    let price = Typical.stockPrice * item.meanWorth
    var smallest: [Int32: Float] = [:]
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = block.lanes.pointer[number]
      let to = Int(lane.to)
      let receiver = Int(layout.facilities[to])
      let standing = lane.kind == .onHand ? Double(onHand(item, lane.from)) : 0
      let size =
        item.totalDemand > 0 ? max(Typical.lane * reach[to], least) : max(0.25 * standing, 1e-3)
      let landings = block.landings.pointer + Int(lane.landings)
      var rows = 0.0
      for scenario in 0..<scenarios {
        let epoch = Int(landings[scenario])
        row[(to * epochs + epoch) * stride + scenario] += Float(size)
        rows += Double(epochs - epoch)
      }
      rows *= price / Double(scenarios)
      rows += space * item.volume * item.cycle + money * item.orderRatio
      sums.storage[receiver] += item.volume * size
      sums.inbound[receiver] += orders * size
      switch lane.kind {
      case .vendor: break
      case .crossDock:
        let sender = Int(layout.facilities[Int(lane.from)])
        rows += 2 * money * item.orderRatio
        sums.inbound[sender] += orders * size
        sums.outbound[sender] += orders * size
      case .onHand:
        let sender = Int(layout.facilities[Int(lane.from)])
        rows += price * Double(epochs) + money * item.orderRatio
        rows += space * item.volume * item.cycle
        sums.storage[sender] += item.volume * size
        sums.outbound[sender] += orders * size
        for scenario in 0..<scenarios {
          row[Int(lane.from) * epochs * stride + scenario] += Float(size)
        }
        smallest[lane.from] = min(smallest[lane.from] ?? .infinity, Float(size / rows))
      }
      lanes.pointer[number] = Float(size / rows)
    }
    // Lanes out of one stock are projected together, which asks for one step size.
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = block.lanes.pointer[number]
      if lane.kind == .onHand, let step = smallest[lane.from] { lanes.pointer[number] = step }
    }
  }

  private func onHand(_ item: ItemBlock.Item, _ facility: Int32) -> Float {
    block.onHand.pointer[Int(item.figures) + Int(facility)]
  }
}
