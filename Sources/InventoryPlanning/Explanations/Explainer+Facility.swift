import RetailData

extension Explainer {
  /// - Parameter number: Of the facility in the network.
  func explanation(ofFacility number: Int, draft: PlanDraft) -> FacilityExplanation {
    let loads = draft.loads[number]
    let (low, high) = (proof.ranges.low, proof.ranges.high)
    func charge(
      _ load: Plan.ResourceLoad, _ part: KeyPath<PriceVector, [Double]>
    ) -> FacilityExplanation.Charge {
      let price = prices[keyPath: part][number]
      return FacilityExplanation.Charge(
        used: load.used, capacity: load.capacity, price: price,
        priceRange: min(
          price, low[keyPath: part][number])...max(
            price, high[keyPath: part][number]))
    }
    var litres = 0.0
    var payers: [FacilityExplanation.Payer] = []
    var leaving: [FacilityExplanation.Leaver] = []
    for item in 0..<problem.input.items.count {
      guard let facility = place(of: item, at: number) else { continue }
      let subject = load(item)
      let flows = flows(of: subject, at: facility, draft)
      let payer = FacilityExplanation.Payer(
        item: Int32(item), storage: flows.litres * prices.storage[number],
        inbound: flows.inbound * prices.inbound[number],
        outbound: flows.outbound * prices.outbound[number])
      litres += flows.litres
      if payer.total != 0 { payers.append(payer) }
      // Less than what single precision can tell from nothing.
      if flows.position > 1e-4 { leaving.append(leaver(subject, facility, flows)) }
    }
    payers.sort { ($1.total, $0.item) < ($0.total, $1.item) }
    leaving.sort { ($0.margin ?? .infinity, $0.item) < ($1.margin ?? .infinity, $1.item) }
    var storage = charge(loads.storage, \.storage)
    storage.used = litres
    let network = problem.input.network
    let deliveries = network.deliveries.indices.compactMap { row -> FacilityExplanation.Delivery? in
      let delivery = network.deliveries[row]
      guard Int(delivery.facility) == number else { return nil }
      let units = draft.blocks.reduce(0) { $0 + $1.deliveredUnits.pointer[row] }
      return units <= 0
        ? nil
        : FacilityExplanation.Delivery(
          row: Int32(row), region: delivery.region, speed: delivery.speed, unitsPerDay: units)
    }
    return FacilityExplanation(
      facility: Int32(number), storage: storage,
      inbound: charge(loads.inbound, \.inbound),
      outbound: charge(loads.outbound, \.outbound), payers: payers, leaving: leaving,
      deliveries: deliveries)
  }

  /// What an item uses of a facility.
  private struct Flows {
    /// Units.
    var position: Double
    /// As storage is counted.
    var litres: Double
    /// Units per day.
    var inbound = 0.0
    var outbound = 0.0
    /// Units of today's stock that are moved elsewhere now.
    var movedAway = 0.0
  }

  private func flows(of subject: Subject, at facility: Int, _ draft: PlanDraft) -> Flows {
    let (item, plan) = (subject.item, draft.blocks[subject.blockNumber])
    var (laterIn, laterOut) = (0.0, 0.0)
    let later =
      plan.later.pointer + Int(item.transfers) / problem.stride / (problem.epochs - 1)
    for (number, transfer) in subject.layout.transfers.enumerated() {
      if Int(transfer.to) == facility { laterIn += Double(later[number]) }
      if Int(transfer.from) == facility { laterOut += Double(later[number]) }
    }
    let position = Double(plan.position.pointer[Int(item.figures) + facility])
    let leftover = Double(plan.leftover.pointer[Int(item.figures) + facility])
    // What came and is neither left over nor passed on was shipped.
    let shipped = max(0, position + laterIn - laterOut - leftover)
    var flows = Flows(
      position: position, litres: item.volume * (position - item.shelfShare * shipped))
    let orders = item.orderRatio / item.cycle
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = subject.block.lanes.pointer[number]
      let units = Double(plan.lanes.pointer[number]) * orders
      if Int(lane.to) == facility { flows.inbound += units }
      switch lane.kind {
      case .vendor: break
      case .crossDock:
        if subject.layout.routes[Int(lane.route)].docks.contains(Int32(facility)) {
          flows.inbound += units
          flows.outbound += units
        }
      case .onHand:
        if Int(lane.from) == facility {
          flows.outbound += units
          flows.movedAway += Double(plan.lanes.pointer[number])
        }
      }
    }
    flows.inbound += laterIn / item.cycle
    flows.outbound += (shipped + laterOut) / item.cycle
    return flows
  }

  /// What drives an item's last unit out: the cheapest of not bringing it and, where some of today's
  /// stock stays, moving it away.
  private func leaver(
    _ subject: Subject, _ facility: Int, _ flows: Flows
  ) -> FacilityExplanation.Leaver {
    let (item, block) = (subject.item, subject.block)
    let uses = UnitUses(subject, self)
    let keep = stock.keep.pointer[facility]
    let today = uses.withdrawalLoss(facility) { _ in 0 }
    var best: (worth: Double, saving: Double)?
    func offer(_ worth: Double, _ saving: Double) {
      if worth - saving < best.map({ $0.worth - $0.saving }) ?? .infinity { best = (worth, saving) }
    }
    // What the plan moves by a lane: less than a hundredth is noise of the solve.
    let least = 0.01 * flows.position
    let staying =
      Double(block.onHand.pointer[Int(item.figures) + facility]) - flows.movedAway
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = block.lanes.pointer[number]
      if Int(lane.to) == facility, units(lane: number, subject) > least {
        let landings = block.landings.pointer + Int(lane.landings)
        var saving = stock.laneCost(lane, item) + keep
        if lane.kind == .onHand {
          saving += stock.firstWorth(Int(lane.from)) - stock.keep.pointer[Int(lane.from)]
        }
        offer(uses.withdrawalLoss(facility) { Int(landings[$0]) }, saving)
      } else if lane.kind == .onHand, Int(lane.from) == facility, staying > least {
        let there = Int(lane.to)
        offer(
          today,
          keep + stock.meanWorth(of: lane, block) - stock.laneCost(lane, item)
            - stock.keep.pointer[there])
      }
    }
    let space = item.volume * item.cycle
    return FacilityExplanation.Leaver(
      item: item.number, position: flows.position, litres: item.volume * flows.position,
      lastUnitWorth: best?.worth ?? today, saving: best?.saving,
      margin: best.flatMap { space > 0 ? ($0.worth - $0.saving) / space : nil })
  }
}
