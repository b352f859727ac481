import RetailData

extension PlanDraft {
  /// The plan as people read it.
  var plan: Plan {
    var plan = Plan()
    plan.costs = costs
    plan.isInteger = isInteger
    plan.unreachable = problem.unreachable
    plan.service = zip(problem.speedDemand, servedBySpeed).map {
      Plan.SpeedService(demand: $0, served: min($1, $0))
    }
    plan.targets = problem.targets.enumerated().map { row, target in
      Plan.TargetService(
        category: target.category, speed: target.speed, share: target.share,
        demand: target.demand, served: min(served[row], target.demand),
        price: prices.targets[row])
    }
    plan.loads = loads
    plan.deliveries = [Double](repeating: 0, count: problem.input.network.deliveries.count)
    for block in blocks {
      for row in plan.deliveries.indices { plan.deliveries[row] += block.deliveredUnits[row] }
    }
    plan.transferFlows = problem.input.network.transfers.indices.map {
      flows.laterUnits[$0] + cuts.extraVia[$0] * addedVia[$0] + cuts.hand[$0] * lanes.handUnits[$0]
        + cuts.cross[$0] * lanes.crossUnits[$0]
    }
    let held = ItemRows(problem.input)
    for (block, draft) in zip(problem.blocks, blocks) {
      for number in 0..<block.items.count {
        add(block.items.pointer[number], block, draft, held, to: &plan)
      }
    }
    return plan
  }

  /// Use of every capacity, with its price.
  var loads: [Plan.FacilityLoad] {
    let network = problem.input.network
    let count = problem.facilityCount
    var litres = problem.standing
    var inbound = [Double](repeating: 0, count: count)
    var outbound = [Double](repeating: 0, count: count)
    for facility in 0..<count {
      litres[facility] += cuts.vendor[facility] * lanes.vendorLitres[facility]
      inbound[facility] += cuts.vendor[facility] * lanes.vendorUnits[facility]
      outbound[facility] += flows.shipUnits[facility] + cuts.extra[facility] * added[facility]
      if problem.input.settings.storageBasis == .shelf {
        litres[facility] -= flows.reliefLitres[facility]
      }
    }
    for (row, transfer) in network.transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      let crossing = cuts.cross[row] * lanes.crossUnits[row]
      let brought = cuts.extraVia[row] * addedVia[row]
      let moving = cuts.hand[row] * lanes.handUnits[row] + flows.laterUnits[row] + brought
      litres[to] +=
        cuts.cross[row] * lanes.crossLitres[row] + cuts.hand[row] * lanes.handLitres[row]
      litres[from] -= cuts.hand[row] * lanes.handLitres[row]
      inbound[to] += crossing + moving
      inbound[from] += crossing
      outbound[from] += crossing + moving
      outbound[to] += brought
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
      let transfer = lane.transfer < 0 ? -1 : layout.transfers[Int(lane.transfer)].row
      switch lane.kind {
      case .vendor, .crossDock:
        rows[Int(lane.to)].buy += units
        plan.purchases.append(
          Plan.PurchaseOrder(
            item: item.number, supply: lane.supply, onward: transfer, units: units))
      case .onHand:
        rows[Int(lane.to)].transferIn += units
        rows[Int(lane.from)].transferOut += units
        plan.transfers.append(
          Plan.TransferOrder(item: item.number, transfer: transfer, units: units))
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
