import RetailData

extension PlanDraft {
  /// The plan as people read it.
  var plan: Plan {
    var plan = Plan()
    plan.costs = costs
    plan.isInteger = isInteger
    plan.unreachable = problem.unreachable
    plan.service = zip(problem.speedDemand, recovery.servedBySpeed).map {
      Plan.SpeedService(demand: $0, served: min($1, $0))
    }
    plan.targets = problem.targets.enumerated().map { row, target in
      Plan.TargetService(
        category: target.category, speed: target.speed, share: target.share,
        demand: target.demand, served: min(recovery.served[row], target.demand),
        price: prices.targets[row])
    }
    plan.loads = loads
    plan.deliveries = [Double](repeating: 0, count: problem.input.network.deliveries.count)
    for block in blocks {
      for row in plan.deliveries.indices {
        plan.deliveries[row] += block.deliveredUnits.pointer[row]
      }
    }
    plan.transferFlows = transferFlows
    let held = ItemRows(problem.input)
    for (block, draft) in zip(problem.blocks, blocks) {
      for number in 0..<block.items.count {
        add(block.items.pointer[number], block, draft, held, to: &plan)
      }
    }
    return plan
  }

  /// Units per day by row of `network.transfers`.
  private var transferFlows: [Double] {
    var units = problem.input.network.transfers.indices.map {
      flows.laterUnits[$0] + recovery.brought[$0] + cuts.hand[$0] * lanes.handUnits[$0]
    }
    for (route, rows) in problem.routes.all.enumerated() {
      for row in rows { units[Int(row)] += cuts.cross[route] * lanes.crossUnits[route] }
    }
    return units
  }

  /// Use of every capacity, with its price.
  var loads: [Plan.FacilityLoad] {
    let network = problem.input.network
    let count = problem.facilityCount
    let moved = lanes.laneLitres(cuts, problem: problem)
    var (inbound, outbound) = lanes.laneUse(cuts, problem: problem)
    var litres = problem.standing
    for facility in 0..<count {
      litres[facility] += moved.coming[facility] - moved.leaving[facility]
      outbound[facility] += recovery.shipments[facility]
      if problem.input.settings.storageBasis == .shelf {
        litres[facility] -= flows.reliefLitres[facility]
      }
    }
    for (row, transfer) in network.transfers.enumerated() {
      let moved = flows.laterUnits[row] + recovery.brought[row]
      inbound[Int(transfer.to)] += moved
      outbound[Int(transfer.from)] += moved
    }
    return (0..<count).map { facility in
      Plan.FacilityLoad(
        storage: Plan.ResourceLoad(
          used: max(0, litres[facility]), capacity: problem.capacity.storage[facility],
          price: prices.storage[facility]),
        inbound: Plan.ResourceLoad(
          used: inbound[facility], capacity: problem.capacity.inbound[facility],
          price: prices.inbound[facility]),
        outbound: Plan.ResourceLoad(
          used: outbound[facility], capacity: problem.capacity.outbound[facility],
          price: prices.outbound[facility]))
    }
  }

  private func add(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ draft: BlockPlan, _ held: ItemRows,
    to plan: inout Plan
  ) {
    let layout = problem.layouts[Int(item.layout)]
    var rows = layout.facilities.map {
      Plan.Position(
        item: item.number, facility: $0, onHand: 0, inbound: 0, target: 0, buy: 0,
        transferIn: 0, transferOut: 0)
    }
    for facility in rows.indices {
      rows[facility].target = draft.position.pointer[Int(item.figures) + facility]
    }
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let units = draft.lanes.pointer[number]
      if units <= 0 { continue }
      let lane = block.lanes.pointer[number]
      switch lane.kind {
      case .vendor, .crossDock:
        rows[Int(lane.to)].buy += units
        plan.purchases.append(
          Plan.PurchaseOrder(
            item: item.number, supply: lane.supply,
            onward: OnwardTransfers(
              lane.route < 0
                ? [] : problem.routes.all[layout.routes[Int(lane.route)].number]),
            units: units))
      case .onHand:
        rows[Int(lane.to)].transferIn += units
        rows[Int(lane.from)].transferOut += units
        plan.transfers.append(
          Plan.TransferOrder(
            item: item.number, transfer: layout.transfers[Int(lane.transfer)].row, units: units))
      }
    }
    for row in held.stock(of: Int(item.number)) {
      let stock = problem.input.network.inventory[Int(row)]
      if let place = rows.firstIndex(where: { $0.facility == stock.facility }) {
        rows[place].onHand = Float(stock.onHand)
        rows[place].inbound = Float(stock.inbound)
      }
    }
    rows.sort { $0.facility < $1.facility }
    plan.positions += rows.filter {
      $0.onHand > 0 || $0.inbound > 0 || $0.target > 0 || $0.buy > 0 || $0.transferIn > 0
        || $0.transferOut > 0
    }
  }
}
