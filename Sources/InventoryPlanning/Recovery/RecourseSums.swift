import RetailData

/// What a plan's recourse costs and loads, per day, before the last shipments are trimmed to what
/// facilities can send: everything that trimming changes is summed up by facility.
struct RecourseSums: Sendable {
  var procurement = 0.0
  var transfers = 0.0
  /// Of the stock that is left if nothing is trimmed.
  var holding = 0.0
  /// Worth of all demand.
  var asked = 0.0
  /// Use of transfers and of the shipments that were wished for, after cuts.
  var flows: FlowSums
  /// Units that are shipped at the end on top, before `cuts.extra`: `[facility number × speeds +
  /// speed]`.
  var added: [Double]
  /// The same for what a transfer brings first; by row of `network.transfers`.
  var addedVia: [Double]
  /// All shipments, by facility number: what they cost, what they are worth, and what it would
  /// cost to keep them; money.
  var delivery: [Double]
  var worth: [Double]
  var saved: [Double]
  /// Units: `[facility number × targets + target]`, `[facility number × speeds + speed]`.
  var served: [Double]
  var servedBySpeed: [Double]

  init(_ problem: PlanningProblem) {
    flows = FlowSums(problem)
    let byFacility = [Double](repeating: 0, count: problem.facilityCount)
    added = [Double](repeating: 0, count: problem.facilityCount * problem.speedCount)
    addedVia = [Double](repeating: 0, count: problem.input.network.transfers.count)
    delivery = byFacility
    worth = byFacility
    saved = byFacility
    served = [Double](repeating: 0, count: problem.facilityCount * problem.targets.count)
    servedBySpeed = [Double](repeating: 0, count: problem.facilityCount * problem.speedCount)
  }

  mutating func add(_ other: RecourseSums) {
    func add(_ to: inout [Double], _ from: [Double]) {
      for place in to.indices { to[place] += from[place] }
    }
    procurement += other.procurement
    transfers += other.transfers
    holding += other.holding
    asked += other.asked
    flows.add(other.flows)
    add(&added, other.added)
    add(&addedVia, other.addedVia)
    add(&delivery, other.delivery)
    add(&worth, other.worth)
    add(&saved, other.saved)
    add(&served, other.served)
    add(&servedBySpeed, other.servedBySpeed)
  }

  /// Money per day, all but missed fill targets.
  func costs(trim: [Double]) -> PlanCosts {
    var costs = PlanCosts()
    costs.procurement = procurement
    costs.transfers = transfers
    costs.holding = holding
    costs.lostSales = asked
    for facility in trim.indices {
      costs.delivery += trim[facility] * delivery[facility]
      costs.holding += (1 - trim[facility]) * saved[facility]
      costs.lostSales -= trim[facility] * worth[facility]
    }
    return costs
  }

  /// Money per day of what is not cut: with what shipments earn towards fill targets, and what they
  /// and transfers pay for capacities.
  func charged(_ prices: PriceVector, problem: PlanningProblem) -> Double {
    let whole = [Double](repeating: 1, count: problem.facilityCount)
    var cost = costs(trim: whole).total
    for facility in whole.indices {
      cost +=
        prices.outbound[facility] * (flows.shipUnits[facility] + added(at: facility, problem))
        - prices.storage[facility] * flows.reliefLitres[facility]
    }
    for (row, transfer) in problem.input.network.transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      let moved = flows.laterUnits[row] + addedVia[row]
      cost += (prices.inbound[to] + prices.outbound[from]) * moved
      cost += prices.outbound[to] * addedVia[row]
    }
    for (target, served) in served(trim: whole).enumerated() {
      cost -= prices.targets[target] * served
    }
    return cost
  }

  private func added(at facility: Int, _ problem: PlanningProblem) -> Double {
    let speeds = problem.speedCount
    return added[facility * speeds..<(facility + 1) * speeds].reduce(0, +)
  }

  /// Units per day by fill target.
  func served(trim: [Double]) -> [Double] { total(served, trim) }

  /// Units per day by speed.
  func servedBySpeed(trim: [Double]) -> [Double] { total(servedBySpeed, trim) }

  private func total(_ values: [Double], _ trim: [Double]) -> [Double] {
    let count = values.count / max(trim.count, 1)
    return (0..<count).map { place in
      trim.indices.reduce(0) { $0 + trim[$1] * values[$1 * count + place] }
    }
  }

  /// Units per day that transfers bring at the end for shipments on top, by row.
  func brought(_ cuts: FlowCuts) -> [Double] { zip(cuts.extraVia, addedVia).map { $0 * $1 } }

  /// Units per day that each facility sends to customers before `cuts.trim`.
  func leaving(_ cuts: FlowCuts, problem: PlanningProblem) -> [Double] {
    var units = flows.shipUnits
    let speeds = problem.speedCount
    for place in added.indices { units[place / speeds] += cuts.extra[place] * added[place] }
    for (row, brought) in brought(cuts).enumerated() {
      units[Int(problem.input.network.transfers[row].to)] += brought
    }
    return units
  }
}
