import RetailData

/// By how much each kind of flow is cut, so that every capacity holds: 1 keeps it whole.
struct FlowCuts: Sendable {
  /// Of shipments, before it is looked whether the stock is there.
  var wish = 1.0
  /// By facility number.
  var vendor: [Double]
  /// Of shipments that the stock is there for.
  var ship: [Double]
  /// Of shipments that are added at the end, out of stock that is left there.
  var extra: [Double]
  /// By row of `network.transfers`.
  var cross: [Double]
  var hand: [Double]
  var later: [Double]
  /// Of shipments added at the end out of stock that is left at the sender, and of the transfers
  /// that bring it.
  var extraVia: [Double]

  init(facilities: Int, transfers: Int) {
    vendor = [Double](repeating: 1, count: facilities)
    ship = vendor
    extra = vendor
    cross = [Double](repeating: 1, count: transfers)
    hand = cross
    later = cross
    extraVia = cross
  }

  /// Cuts lanes and transfers until storage, inbound and outbound hold, shipments not yet counted:
  /// storage from the bottom up, flows by the tightest row that each loads, then storage once
  /// more, as stock that does not leave after all stays where it is.
  init(_ sums: FlowSums, problem: PlanningProblem) {
    let transfers = problem.input.network.transfers
    self.init(facilities: problem.facilityCount, transfers: transfers.count)
    cutStorage(sums, problem: problem)
    cutFlows(sums, problem: problem)
    cutStorage(sums, problem: problem)
  }

  private mutating func cutStorage(_ sums: FlowSums, problem: PlanningProblem) {
    let transfers = problem.input.network.transfers
    for facility in problem.order.facilities.reversed().map({ Int($0) }) {
      var coming = vendor[facility] * sums.vendorLitres[facility]
      var leaving = sums.reliefLitres[facility]
      for (row, transfer) in transfers.enumerated() {
        if Int(transfer.to) == facility {
          coming += cross[row] * sums.crossLitres[row] + hand[row] * sums.handLitres[row]
        }
        if Int(transfer.from) == facility { leaving += hand[row] * sums.handLitres[row] }
      }
      let room = problem.capacity.storage[facility] - problem.standing[facility] + leaving
      if coming <= room { continue }
      let factor = max(0, room) / coming
      vendor[facility] *= factor
      for (row, transfer) in transfers.enumerated() where Int(transfer.to) == facility {
        cross[row] *= factor
        hand[row] *= factor
      }
    }
  }

  private mutating func cutFlows(_ sums: FlowSums, problem: PlanningProblem) {
    let transfers = problem.input.network.transfers
    var inbound = zip(vendor, sums.vendorUnits).map { $0 * $1 }
    var outbound = [Double](repeating: 0, count: problem.facilityCount)
    for (row, transfer) in transfers.enumerated() {
      let crossing = cross[row] * sums.crossUnits[row]
      let moving = hand[row] * sums.handUnits[row] + later[row] * sums.laterUnits[row]
      inbound[Int(transfer.to)] += crossing + moving
      inbound[Int(transfer.from)] += crossing
      outbound[Int(transfer.from)] += crossing + moving
    }
    func factors(_ use: [Double], _ capacity: [Double]) -> [Double] {
      zip(use, capacity).map { $0 > $1 ? $1 / $0 : 1 }
    }
    let ins = factors(inbound, problem.capacity.inbound)
    let outs = factors(outbound, problem.capacity.outbound)
    for facility in vendor.indices { vendor[facility] *= ins[facility] }
    for (row, transfer) in transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      cross[row] *= min(ins[to], ins[from], outs[from])
      hand[row] *= min(ins[to], outs[from])
      later[row] *= min(ins[to], outs[from])
    }
  }

  /// Cuts shipments to what outbound capacity the other flows leave; and, where storage is counted
  /// with the relief that shipments give, everything by one factor until that relief suffices.
  ///
  /// - Parameters:
  ///   - lanes: What the lanes would load before cuts.
  ///   - actual: What transfers and shipments load after the cuts so far.
  mutating func cutShipments(_ lanes: FlowSums, actual: FlowSums, problem: PlanningProblem) {
    let room = outboundRoom(lanes, actual: actual, problem: problem)
    for facility in ship.indices where actual.shipUnits[facility] > room[facility] {
      ship[facility] = max(0, room[facility]) / actual.shipUnits[facility]
    }
    guard problem.input.settings.storageBasis == .shelf else { return }
    var factor = 1.0
    var taken = zip(vendor, lanes.vendorLitres).map { $0 * $1 }
    for (row, transfer) in problem.input.network.transfers.enumerated() {
      let moving = hand[row] * lanes.handLitres[row]
      taken[Int(transfer.to)] += cross[row] * lanes.crossLitres[row] + moving
      taken[Int(transfer.from)] -= moving
    }
    for facility in taken.indices {
      let net = taken[facility] - ship[facility] * actual.reliefLitres[facility]
      let room = problem.capacity.storage[facility] - problem.standing[facility]
      if net > room { factor = min(factor, max(0, room) / net) }
    }
    if factor < 1 {
      wish = factor
      vendor = vendor.map { $0 * factor }
      cross = cross.map { $0 * factor }
      hand = hand.map { $0 * factor }
      later = later.map { $0 * factor }
    }
  }

  /// Cuts added shipments, and the transfers that some of them need, to what all others leave of
  /// the capacities.
  mutating func cutExtra(
    _ lanes: FlowSums, actual: FlowSums, added: [Double], addedVia: [Double],
    problem: PlanningProblem
  ) {
    let transfers = problem.input.network.transfers
    let room = outboundRoom(lanes, actual: actual, problem: problem)
    var leaving = added
    var coming = [Double](repeating: 0, count: problem.facilityCount)
    var docks = problem.capacity.inbound
    for facility in docks.indices {
      docks[facility] -= vendor[facility] * lanes.vendorUnits[facility]
    }
    for (row, transfer) in transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      let crossing = cross[row] * lanes.crossUnits[row]
      docks[to] -= crossing + hand[row] * lanes.handUnits[row] + actual.laterUnits[row]
      docks[from] -= crossing
      leaving[from] += addedVia[row]
      leaving[to] += addedVia[row]
      coming[to] += addedVia[row]
    }
    func share(_ left: Double, of wish: Double) -> Double {
      wish > left ? max(0, left) / wish : 1
    }
    let outs = room.indices.map { share(room[$0] - actual.shipUnits[$0], of: leaving[$0]) }
    extra = outs
    for (row, transfer) in transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      extraVia[row] = min(outs[from], outs[to], share(docks[to], of: coming[to]))
    }
  }

  /// Units per day that may be shipped.
  private func outboundRoom(
    _ lanes: FlowSums, actual: FlowSums, problem: PlanningProblem
  ) -> [Double] {
    var room = problem.capacity.outbound
    for (row, transfer) in problem.input.network.transfers.enumerated() {
      room[Int(transfer.from)] -=
        cross[row] * lanes.crossUnits[row] + hand[row] * lanes.handUnits[row]
        + actual.laterUnits[row]
    }
    return room
  }
}
