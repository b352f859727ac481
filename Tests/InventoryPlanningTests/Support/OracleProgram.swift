import InventoryPlanning
import RetailData

/// The sampled extensive form of planning.md §2, every scenario written out: what a planner's bound
/// and cost must lie around. Money is per day.
struct OracleProgram {
  private(set) var program = LinearProgram()
  let items: [OracleItem]
  /// The column of each lane, by item and position in the item's `lanes`.
  private(set) var laneColumns: [[Int]] = []
  /// The rows (C), by item, facility, scenario and epoch - 1; nil where the item may not stand.
  private(set) var stockRows: [[[[Int]]?]] = []
  /// The rows of the capacities, by facility; nil where there is no limit.
  private(set) var storageRows: [Int?] = []
  private(set) var inboundRows: [Int?] = []
  private(set) var outboundRows: [Int?] = []
  /// The rows of the fill targets: of the speeds, then those of `serviceTargets`.
  private(set) var serviceRows: [Int] = []
  /// The targets with the demand that they are a share of, units a day.
  let targets: [(target: ServiceTarget, demand: Double)]
  /// Θ, money per unit missing from a target.
  let missingUnitCost: Double
  private let input: PlanInput

  init(_ input: PlanInput, draws: [ItemDraws]) {
    self.input = input
    let items = draws.indices.map { OracleItem($0, input, draws[$0]) }
    self.items = items
    let network = input.network

    var rows: [ServiceTarget] = []
    for (speed, figures) in network.speeds.enumerated() where !figures.serviceTarget.isNaN {
      rows.append(
        ServiceTarget(category: nil, speed: Int32(speed), share: figures.serviceTarget))
    }
    targets = (rows + input.serviceTargets).map { target in
      let demand = items.reduce(0) { sum, item in
        Self.counts(item, target, input)
          ? sum + item.dailyDemand(at: Int(target.speed)) : sum
      }
      return (target, demand)
    }
    var demand = 0.0
    var worth = 0.0
    for item in items {
      for speed in network.speeds.indices {
        demand += item.dailyDemand(at: speed)
        worth += item.dailyDemand(at: speed) * item.saleWorth[speed]
      }
    }
    missingUnitCost = demand > 0 ? input.settings.servicePriceFactor * worth / demand : 0

    addCouplingRows()
    for item in items { add(item) }
  }

  /// All that items share.
  var couplingRows: [Int] {
    (storageRows + inboundRows + outboundRows).compactMap { $0 } + serviceRows
  }

  private static func counts(_ item: OracleItem, _ target: ServiceTarget, _ input: PlanInput)
    -> Bool
  {
    target.category == nil || target.category == input.items.category[item.number]
  }

  private mutating func addCouplingRows() {
    for (number, facility) in input.network.facilities.enumerated() {
      // What already stands there or comes anyway cannot be helped; nor is it a reason to refuse
      // to plan. In target mode there is no such stock.
      let standing = items.reduce(0) { sum, item in
        sum + item.volume
          * item.stock[number].reduce(0) { $0 + ($1.last ?? 0) } / Double(item.scenarios)
      }
      // The stock is a constant of the storage use, moved to the other side.
      storageRows.append(
        limit("storage_\(number)", max(facility.storage, standing), less: standing))
      inboundRows.append(limit("inbound_\(number)", facility.inboundPerDay, less: 0))
      outboundRows.append(limit("outbound_\(number)", facility.outboundPerDay, less: 0))
    }
    for (number, row) in targets.enumerated() {
      let bound = row.target.share * row.demand
      serviceRows.append(program.addRow("service_\(number)", .atLeast, bound))
      _ = program.addColumn(
        "missing_\(number)", cost: missingUnitCost, entries: [(serviceRows[number], 1)])
    }
  }

  private mutating func limit(_ name: String, _ capacity: Double, less used: Double) -> Int? {
    capacity < .infinity ? program.addRow(name, .atMost, capacity - used) : nil
  }

  private mutating func add(_ item: OracleItem) {
    let name = "i\(item.number)"
    // Money a day of a unit in one scenario, and of a unit in all of them.
    let share = item.perDay / Double(item.scenarios)
    var stockRows = [[[Int]]?](repeating: nil, count: input.network.facilities.count)
    for facility in item.facilities {
      stockRows[facility] = (0..<item.scenarios).map { scenario in
        (1...item.epochs).map { epoch in
          program.addRow(
            "stock_\(name)_f\(facility)_w\(scenario)_e\(epoch)", .atMost,
            item.stock[facility][scenario][epoch - 1])
        }
      }
      for scenario in 0..<item.scenarios {
        program.constant +=
          share * item.holding[facility] * item.stock[facility][scenario][item.epochs - 1]
      }
    }
    self.stockRows.append(stockRows)
    /// A unit that leaves the facility from an epoch on, or (-1) becomes usable there.
    func fromEpoch(_ epoch: Int, _ facility: Int, _ scenario: Int, _ value: Double)
      -> [(row: Int, value: Double)]
    {
      (epoch...item.epochs).compactMap { epoch in
        stockRows[facility].map { ($0[scenario][epoch - 1], value) }
      }
    }
    addLanes(item, name, fromEpoch)
    addDemands(item, name, share, fromEpoch)
    for (place, row) in item.transfers.enumerated() {
      let transfer = input.network.transfers[row]
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      for scenario in 0..<item.scenarios {
        for epoch in 2...item.epochs {
          var entries = fromEpoch(epoch, from, scenario, 1)
          entries += fromEpoch(epoch, to, scenario, -1)
          use(inboundRows[to], share, &entries)
          use(outboundRows[from], share, &entries)
          _ = program.addColumn(
            "move_\(name)_t\(row)_w\(scenario)_e\(epoch)",
            cost: share * (item.transferCosts[place] + item.holding[to] - item.holding[from]),
            entries: entries)
        }
      }
    }
  }

  private typealias StockEntries = (Int, Int, Int, Double) -> [(row: Int, value: Double)]

  private mutating func addLanes(_ item: OracleItem, _ name: String, _ fromEpoch: StockEntries) {
    let onHandRows = Dictionary(
      uniqueKeysWithValues: Set(item.lanes.filter(\.isOnHand).map(\.from)).sorted().map {
        ($0, program.addRow("onhand_\(name)_f\($0)", .atMost, item.onHand[$0]))
      })
    laneColumns.append(
      item.lanes.enumerated().map { place, lane in
        var entries: [(row: Int, value: Double)] = []
        for scenario in 0..<item.scenarios {
          entries += fromEpoch(lane.epoch[scenario], lane.into, scenario, -1)
          if lane.isOnHand { entries += fromEpoch(1, lane.from, scenario, 1) }
        }
        var cost = lane.cost + item.holding[lane.into]
        use(storageRows[lane.into], item.volume, &entries)
        use(inboundRows[lane.into], item.lanesPerDay, &entries)
        for transfer in lane.transfers {
          let dock = Int(input.network.transfers[transfer].from)
          if lane.isCrossDock { use(inboundRows[dock], item.lanesPerDay, &entries) }
          use(outboundRows[dock], item.lanesPerDay, &entries)
        }
        if lane.isOnHand {
          cost -= item.holding[lane.from]
          use(storageRows[lane.from], -item.volume, &entries)
          use(onHandRows[lane.from], 1, &entries)
        }
        return program.addColumn(
          "lane_\(name)_\(place)", cost: item.perDay * cost, entries: entries)
      })
  }

  private mutating func addDemands(
    _ item: OracleItem, _ name: String, _ share: Double, _ fromEpoch: StockEntries
  ) {
    let shelfLitres =
      input.settings.storageBasis == .shelf
      ? item.shelfShare * item.volume / Double(item.scenarios) : 0
    for (number, demand) in item.demands.enumerated() {
      let worth = item.saleWorth[demand.speed]
      program.constant += share * worth * demand.units
      if demand.arcs.isEmpty { continue }
      let row = program.addRow("demand_\(name)_\(number)", .atMost, demand.units)
      for (facility, cost) in demand.arcs {
        var entries = [(row: row, value: 1.0)]
        entries += fromEpoch(demand.epoch, facility, demand.scenario, 1)
        use(outboundRows[facility], share, &entries)
        use(storageRows[facility], -shelfLitres, &entries)
        for (target, row) in zip(targets, serviceRows)
        where Int(target.target.speed) == demand.speed
          && Self.counts(item, target.target, input)
        {
          use(row, share, &entries)
        }
        _ = program.addColumn(
          "ship_\(name)_\(number)_f\(facility)",
          cost: share * (cost - item.holding[facility] - worth), entries: entries)
      }
    }
  }

  private func use(_ row: Int?, _ value: Double, _ entries: inout [(row: Int, value: Double)]) {
    if let row { entries.append((row, value)) }
  }
}
