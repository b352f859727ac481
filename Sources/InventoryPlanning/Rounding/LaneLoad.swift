import RetailData

extension PriceVector {
  /// By the rows of `LaneLoad`.
  subscript(row: Int) -> Double {
    get {
      let (resource, facility) = row.quotientAndRemainder(dividingBy: storage.count)
      switch resource {
      case 0: return storage[facility]
      case 1: return inbound[facility]
      default: return outbound[facility]
      }
    }
    set {
      let (resource, facility) = row.quotientAndRemainder(dividingBy: storage.count)
      switch resource {
      case 0: storage[facility] = newValue
      case 1: inbound[facility] = newValue
      default: outbound[facility] = newValue
      }
    }
  }
}

/// What quantities decided now load of every capacity; litres, or units per day.
struct LaneLoad: Sendable {
  /// By resource and facility number: storage, then inbound, then outbound.
  private(set) var use: [Double]
  private let facilities: Int

  init(facilities: Int) {
    self.facilities = facilities
    use = [Double](repeating: 0, count: 3 * facilities)
  }

  /// One unit's load of one row.
  struct Entry: Sendable {
    var row: Int
    var amount: Double
  }

  /// What one unit through a lane loads.
  static func entries(
    _ lane: ItemBlock.Lane, _ item: ItemBlock.Item, _ problem: PlanningProblem
  ) -> [Entry] {
    var entries: [Entry] = []
    forEachEntry(
      of: lane, item, problem.layouts[Int(item.layout)], facilities: problem.facilityCount
    ) { entries.append($0) }
    return entries
  }

  /// The same without a list of them, for loops over all lanes there are.
  ///
  /// - Parameter count: Facilities in the network.
  @inline(__always)
  static func forEachEntry(
    of lane: ItemBlock.Lane, _ item: ItemBlock.Item, _ layout: Layout, facilities count: Int,
    _ body: (Entry) -> Void
  ) {
    let orders = item.orderRatio / item.cycle
    let to = Int(layout.facilities[Int(lane.to)])
    body(Entry(row: to, amount: item.volume))
    body(Entry(row: count + to, amount: orders))
    switch lane.kind {
    case .vendor: break
    case .crossDock:
      for dock in layout.routes[Int(lane.route)].docks {
        let dock = Int(layout.facilities[Int(dock)])
        body(Entry(row: count + dock, amount: orders))
        body(Entry(row: 2 * count + dock, amount: orders))
      }
    case .onHand:
      let from = Int(layout.facilities[Int(lane.from)])
      body(Entry(row: 2 * count + from, amount: orders))
      body(Entry(row: from, amount: -item.volume))
    }
  }

  mutating func add(_ entries: [Entry], _ units: Double) {
    for entry in entries { use[entry.row] += entry.amount * units }
  }

  mutating func add(_ other: LaneLoad) {
    for row in use.indices { use[row] += other.use[row] }
  }

  /// Prices by row.
  static func prices(_ prices: PriceVector) -> [Double] {
    prices.storage + prices.inbound + prices.outbound
  }

  /// What lanes may load of every row: its capacity, less what stands there.
  static func room(_ problem: PlanningProblem) -> [Double] {
    let capacity = problem.capacity
    return zip(capacity.storage, problem.standing).map { max(0, $0 - $1) } + capacity.inbound
      + capacity.outbound
  }

  /// The same, less what the recourse of `draft` takes.
  static func room(_ problem: PlanningProblem, beside draft: PlanDraft) -> [Double] {
    let count = problem.facilityCount
    var room = room(problem)
    if problem.input.settings.storageBasis == .shelf {
      for facility in 0..<count { room[facility] += draft.flows.reliefLitres[facility] }
    }
    for facility in 0..<count {
      room[2 * count + facility] -= draft.recovery.shipments[facility]
    }
    for (row, transfer) in problem.input.network.transfers.enumerated() {
      let moved = draft.flows.laterUnits[row] + draft.recovery.brought[row]
      room[count + Int(transfer.to)] -= moved
      room[2 * count + Int(transfer.from)] -= moved
    }
    return room.map { max(0, $0) }
  }
}
