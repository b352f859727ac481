import RetailData

/// By how much each kind of flow is cut, so that every capacity holds: 1 keeps it whole.
struct FlowCuts: Sendable {
  /// Of shipments, before it is looked whether the stock is there.
  var wish = 1.0
  /// By facility number.
  var vendor: [Double]
  /// Of shipments that the stock is there for: `[facility number × speeds + speed]`.
  var ship: [Double]
  /// Of shipments that are added at the end, out of stock that is left there: `[facility number ×
  /// speeds + speed]`.
  var extra: [Double]
  /// By number of the route across docks.
  var cross: [Double]
  /// By row of `network.transfers`.
  var hand: [Double]
  var later: [Double]
  /// Of shipments added at the end out of stock that is left at the sender, and of the transfers
  /// that bring it.
  var extraVia: [Double]
  /// Of everything that is shipped from a facility in the end; by facility number.
  var trim: [Double]

  /// What a sum of units may be off by, as a share of it.
  private static let rounding = 1e-9

  /// What share of `wish` there is room for. Room is a difference, and may be a little below 0: of
  /// nothing, all fits.
  private static func share(of wish: Double, within room: Double) -> Double {
    wish > room && wish > 0 ? max(0, room) / wish : 1
  }

  /// Keeps everything whole.
  init(uncut problem: PlanningProblem) {
    vendor = [Double](repeating: 1, count: problem.facilityCount)
    ship = [Double](repeating: 1, count: problem.facilityCount * problem.speedCount)
    extra = ship
    trim = vendor
    cross = [Double](repeating: 1, count: problem.routes.all.count)
    hand = [Double](repeating: 1, count: problem.input.network.transfers.count)
    later = hand
    extraVia = hand
  }

  /// Cuts lanes and transfers until storage, inbound and outbound hold, shipments not yet counted:
  /// storage from the bottom up, flows by the tightest row that each loads, then storage once
  /// more, as stock that does not leave after all stays where it is.
  init(_ sums: FlowSums, problem: PlanningProblem) {
    self.init(uncut: problem)
    cutStorage(sums, problem: problem)
    cutFlows(sums, problem: problem)
    cutStorage(sums, problem: problem)
  }

  /// Of the litres that lanes bring to each facility, the share that there is room for.
  static func roomShares(_ sums: FlowSums, problem: PlanningProblem) -> [Double] {
    var cuts = FlowCuts(uncut: problem)
    cuts.cutStorage(sums, problem: problem)
    return cuts.vendor
  }

  private mutating func cutStorage(_ sums: FlowSums, problem: PlanningProblem) {
    let transfers = problem.input.network.transfers
    for facility in problem.order.facilities.reversed().map({ Int($0) }) {
      var coming = vendor[facility] * sums.vendorLitres[facility]
      var leaving = sums.reliefLitres[facility]
      for (route, end) in problem.routes.ends.enumerated() where end == facility {
        coming += cross[route] * sums.crossLitres[route]
      }
      for (row, transfer) in transfers.enumerated() {
        if Int(transfer.to) == facility { coming += hand[row] * sums.handLitres[row] }
        if Int(transfer.from) == facility { leaving += hand[row] * sums.handLitres[row] }
      }
      let room = problem.capacity.storage[facility] - problem.standing[facility] + leaving
      let factor = Self.share(of: coming, within: room)
      if factor == 1 { continue }
      cutLanes(into: facility, by: factor, problem: problem)
    }
  }

  private mutating func cutLanes(
    into facility: Int, by factor: Double, problem: PlanningProblem
  ) {
    vendor[facility] *= factor
    for (route, end) in problem.routes.ends.enumerated() where end == facility {
      cross[route] *= factor
    }
    for (row, transfer) in problem.input.network.transfers.enumerated()
    where Int(transfer.to) == facility {
      hand[row] *= factor
    }
  }

  private mutating func cutFlows(_ sums: FlowSums, problem: PlanningProblem) {
    let transfers = problem.input.network.transfers
    var (inbound, outbound) = sums.laneUse(self, problem: problem)
    for (row, transfer) in transfers.enumerated() {
      let moving = later[row] * sums.laterUnits[row]
      inbound[Int(transfer.to)] += moving
      outbound[Int(transfer.from)] += moving
    }
    func factors(_ use: [Double], _ capacity: [Double]) -> [Double] {
      zip(use, capacity).map { Self.share(of: $0, within: $1) }
    }
    let ins = factors(inbound, problem.capacity.inbound)
    let outs = factors(outbound, problem.capacity.outbound)
    for facility in vendor.indices { vendor[facility] *= ins[facility] }
    for (route, rows) in problem.routes.all.enumerated() {
      var least = ins[problem.routes.ends[route]]
      for row in rows {
        let dock = Int(transfers[Int(row)].from)
        least = min(least, ins[dock], outs[dock])
      }
      cross[route] *= least
    }
    for (row, transfer) in transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      hand[row] *= min(ins[to], outs[from])
      later[row] *= min(ins[to], outs[from])
    }
  }

  /// Where storage is counted with the relief that shipments give: cuts what is on order for rooms
  /// that this relief leaves too small. Less stock gives less relief, so that once may not do; but
  /// what is there already gives as much as before.
  ///
  /// Where a room is full, what comes and what is relieved of are two sums that are equal at the
  /// optimum, and one is larger by the last digit: that must not cost the plan.
  ///
  /// - Parameters:
  ///   - lanes: What the lanes would load before cuts.
  ///   - actual: What transfers and shipments load after the cuts so far.
  ///   - factor: How much more than the excess is cut.
  /// - Returns: Whether there was any such room.
  mutating func cutShelves(
    _ lanes: FlowSums, actual: FlowSums, problem: PlanningProblem, by factor: Double
  ) -> Bool {
    guard problem.input.settings.storageBasis == .shelf else { return false }
    let litres = lanes.laneLitres(self, problem: problem)
    var cut = false
    for facility in vendor.indices {
      let relieved = shipped(from: facility, actual) * actual.reliefLitres[facility]
      let room = problem.capacity.storage[facility] - problem.standing[facility]
      let excess = litres.coming[facility] - litres.leaving[facility] - relieved - room
      if excess <= 0 || litres.coming[facility] <= 0 { continue }
      cut = true
      let least = factor * Self.shelfRounding * litres.coming[facility]
      let kept = max(0, litres.coming[facility] - factor * excess - least)
      cutLanes(into: facility, by: kept / litres.coming[facility], problem: problem)
    }
    return cut
  }

  /// What sums of litres in single precision may be off by.
  private static let shelfRounding = 1e-6

  /// Cuts shipments to what outbound capacity the other flows leave; and, where storage is counted
  /// with the relief that shipments give, everything by one factor until that relief suffices.
  ///
  /// - Parameters:
  ///   - lanes: What the lanes would load before cuts.
  ///   - actual: What transfers and shipments load after the cuts so far.
  mutating func cutShipments(_ lanes: FlowSums, actual: FlowSums, problem: PlanningProblem) {
    let room = outboundRoom(lanes, actual: actual, problem: problem)
    ship = room.indices.flatMap {
      Self.shipShares(
        from: $0, units: actual.shipUnitsBySpeed, within: room[$0], problem: problem)
    }
    guard problem.input.settings.storageBasis == .shelf else { return }
    var factor = 1.0
    let litres = lanes.laneLitres(self, problem: problem)
    let taken = zip(litres.coming, litres.leaving).map { $0 - $1 }
    for facility in taken.indices {
      let net = taken[facility] - shipped(from: facility, actual) * actual.reliefLitres[facility]
      let room = problem.capacity.storage[facility] - problem.standing[facility]
      factor = min(factor, Self.share(of: net, within: room))
    }
    if factor < 1 {
      wish = factor
      vendor = vendor.map { $0 * factor }
      cross = cross.map { $0 * factor }
      hand = hand.map { $0 * factor }
      later = later.map { $0 * factor }
    }
  }

  /// Shares of what is to be shipped from a facility, by speed. What it cannot ship is of the
  /// slowest promise: that can come from the most places.
  ///
  /// - Parameter units: By facility and speed, before the cut.
  private static func shipShares(
    from facility: Int, units: [Double], within room: Double, problem: PlanningProblem
  ) -> [Double] {
    let speeds = problem.speedCount
    let units = units[facility * speeds..<(facility + 1) * speeds].map { $0 }
    var shares = [Double](repeating: 1, count: speeds)
    var excess = units.reduce(0, +) - max(0, room)
    for speed in problem.slowestFirst where excess > 0 && units[speed] > 0 {
      shares[speed] = max(leastShip, 1 - excess / units[speed])
      excess -= (1 - shares[speed]) * units[speed]
    }
    // The little that is left of every promise may still be too much.
    if excess > 0 {
      let factor = share(of: zip(shares, units).reduce(0) { $0 + $1.0 * $1.1 }, within: room)
      shares = shares.map { $0 * factor }
    }
    return shares
  }

  /// Of what is wished for, the share that each door can ship; by facility number.
  ///
  /// - Parameters:
  ///   - lanes: What the lanes would load before cuts.
  ///   - actual: What transfers and shipments load after them.
  func doorShares(
    _ lanes: FlowSums, actual: FlowSums, problem: PlanningProblem
  ) -> [Double] {
    zip(actual.shipUnits, outboundRoom(lanes, actual: actual, problem: problem)).map {
      Self.share(of: $0, within: $1)
    }
  }

  /// What is shipped of each promise at the least: from nothing nobody could tell what was wished
  /// for.
  private static let leastShip = 1e-3

  /// The share of a facility's shipments that is kept.
  private func shipped(from facility: Int, _ sums: FlowSums) -> Double {
    let speeds = ship.count / vendor.count
    let all = sums.shipUnits[facility]
    guard all > 0 else { return 1 }
    return (facility * speeds..<(facility + 1) * speeds).reduce(0) {
      $0 + ship[$1] * sums.shipUnitsBySpeed[$1]
    } / all
  }

  /// Cuts added shipments, and the transfers that some of them need, to what all others leave of
  /// the capacities.
  ///
  /// - Parameter dropsShort: Whether transfers through doors that they ask too much of are given up:
  ///   what is cut elsewhere would ask for more of them.
  mutating func cutExtra(
    _ lanes: FlowSums, actual: RecourseSums, problem: PlanningProblem, dropsShort: Bool = false
  ) {
    let transfers = problem.input.network.transfers
    let isShort =
      dropsShort ? leftByBrought(lanes, actual: actual, problem: problem).isShort : []
    let room = outboundRoom(lanes, actual: actual.flows, problem: problem)
    let docks = inboundRoom(lanes, actual: actual.flows, problem: problem)
    let speeds = problem.speedCount
    var brought = [Double](repeating: 0, count: problem.facilityCount)
    var coming = brought
    for (row, transfer) in transfers.enumerated() {
      brought[Int(transfer.from)] += actual.addedVia[row]
      brought[Int(transfer.to)] += actual.addedVia[row]
      coming[Int(transfer.to)] += actual.addedVia[row]
    }
    extra = []
    var outs: [Double] = []
    for facility in room.indices {
      let free = room[facility] - actual.flows.shipUnits[facility]
      let shares = Self.shipShares(
        from: facility, units: actual.added, within: free, problem: problem)
      extra += shares
      let added = shares.indices.reduce(0) {
        $0 + shares[$1] * actual.added[facility * speeds + $1]
      }
      // What needs a transfer first comes after what does not.
      outs.append(Self.share(of: brought[facility], within: free - added))
    }
    for (row, transfer) in transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      extraVia[row] = min(outs[from], outs[to], Self.share(of: coming[to], within: docks[to]))
    }
    for row in isShort.indices where isShort[row] { extraVia[row] = 0 }
  }

  /// Trims what is shipped to what the other flows leave of the outbound capacities. False where
  /// transfers for shipments on top already take more than there is.
  mutating func trim(_ lanes: FlowSums, actual: RecourseSums, problem: PlanningProblem) -> Bool {
    let left = leftByBrought(lanes, actual: actual, problem: problem)
    if left.isShort.contains(true) { return false }
    let leaving = actual.leaving(self, problem: problem)
    trim = zip(leaving, left.room).map { Self.share(of: $0, within: $1) }
    return true
  }

  /// Gives up the transfers for shipments on top that share a door which they ask too much of.
  mutating func dropBrought(_ lanes: FlowSums, actual: RecourseSums, problem: PlanningProblem) {
    let left = leftByBrought(lanes, actual: actual, problem: problem)
    for row in extraVia.indices where left.isShort[row] { extraVia[row] = 0 }
  }

  /// What transfers for shipments on top leave of the outbound capacities, units per day by
  /// facility; and, by row of `network.transfers`, whether one comes or leaves where they take more
  /// than there is.
  private func leftByBrought(
    _ lanes: FlowSums, actual: RecourseSums, problem: PlanningProblem
  ) -> (room: [Double], isShort: [Bool]) {
    var room = outboundRoom(lanes, actual: actual.flows, problem: problem)
    var docks = inboundRoom(lanes, actual: actual.flows, problem: problem)
    let transfers = problem.input.network.transfers
    let brought = actual.brought(self)
    for (row, units) in brought.enumerated() where units > 0 {
      room[Int(transfers[row].from)] -= units
      docks[Int(transfers[row].to)] -= units
    }
    let isShort = brought.enumerated().map { row, units in
      let least = -Self.rounding * units
      return units > 0
        && (room[Int(transfers[row].from)] < least || docks[Int(transfers[row].to)] < least)
    }
    return (room, isShort)
  }

  /// What to begin with for quantities a little different: see `Recovery.follow`.
  func next(_ lanes: FlowSums, actual: RecourseSums, problem: PlanningProblem) -> FlowCuts {
    var next = self
    var flows = actual.flows
    let room = outboundRoom(lanes, actual: flows, problem: problem)
    for place in ship.indices where ship[place] > 0 {
      // Before its cut.
      flows.shipUnitsBySpeed[place] /= ship[place]
    }
    let speeds = problem.speedCount
    next.ship = room.indices.flatMap {
      Self.shipShares(
        from: $0, units: flows.shipUnitsBySpeed, within: room[$0], problem: problem)
    }
    for facility in room.indices {
      flows.shipUnits[facility] = (facility * speeds..<(facility + 1) * speeds).reduce(0) {
        $0 + next.ship[$1] * flows.shipUnitsBySpeed[$1]
      }
    }
    var sums = actual
    sums.flows = flows
    next.cutExtra(lanes, actual: sums, problem: problem)
    return next
  }

  /// Units per day that transfers may bring for shipments on top.
  private func inboundRoom(
    _ lanes: FlowSums, actual: FlowSums, problem: PlanningProblem
  ) -> [Double] {
    room(
      problem.capacity.inbound, lanes.laneUse(self, problem: problem).inbound, actual,
      at: problem.input.network.transfers.map(\.to))
  }

  /// Units per day that may be shipped.
  private func outboundRoom(
    _ lanes: FlowSums, actual: FlowSums, problem: PlanningProblem
  ) -> [Double] {
    room(
      problem.capacity.outbound, lanes.laneUse(self, problem: problem).outbound, actual,
      at: problem.input.network.transfers.map(\.from))
  }

  /// What lanes, and later transfers at one of their ends, leave of a capacity.
  private func room(
    _ capacity: [Double], _ used: [Double], _ actual: FlowSums, at ends: [Int32]
  ) -> [Double] {
    var room = zip(capacity, used).map { $0 - $1 }
    for (row, end) in ends.enumerated() { room[Int(end)] -= actual.laterUnits[row] }
    return room
  }
}
