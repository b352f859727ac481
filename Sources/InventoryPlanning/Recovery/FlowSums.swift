import RetailData

/// What a plan's quantities load, kind by kind: enough to see how far each kind must be cut for
/// every capacity to hold. Litres, or units per day.
struct FlowSums: Sendable {
  /// By facility number.
  var vendorUnits: [Double]
  var vendorLitres: [Double]
  /// By number of the route across docks; litres as the receiver counts them.
  var crossUnits: [Double]
  var crossLitres: [Double]
  /// By row of `network.transfers`.
  var handUnits: [Double]
  var handLitres: [Double]
  var laterUnits: [Double]
  /// Shipments, and litres that they relieve storage of, by facility number.
  var shipUnits: [Double]
  var reliefLitres: [Double]
  /// Shipments again: `[facility number × speeds + speed]`.
  var shipUnitsBySpeed: [Double]

  init(_ problem: PlanningProblem) {
    let byFacility = [Double](repeating: 0, count: problem.facilityCount)
    let byTransfer = [Double](repeating: 0, count: problem.input.network.transfers.count)
    vendorUnits = byFacility
    vendorLitres = byFacility
    crossUnits = [Double](repeating: 0, count: problem.routes.all.count)
    crossLitres = crossUnits
    handUnits = byTransfer
    handLitres = byTransfer
    laterUnits = byTransfer
    shipUnits = byFacility
    reliefLitres = byFacility
    shipUnitsBySpeed = [Double](repeating: 0, count: byFacility.count * problem.speedCount)
  }

  mutating func add(_ other: FlowSums) {
    for place in vendorUnits.indices {
      vendorUnits[place] += other.vendorUnits[place]
      vendorLitres[place] += other.vendorLitres[place]
      shipUnits[place] += other.shipUnits[place]
      reliefLitres[place] += other.reliefLitres[place]
    }
    for place in shipUnitsBySpeed.indices {
      shipUnitsBySpeed[place] += other.shipUnitsBySpeed[place]
    }
    for place in crossUnits.indices {
      crossUnits[place] += other.crossUnits[place]
      crossLitres[place] += other.crossLitres[place]
    }
    for place in handUnits.indices {
      handUnits[place] += other.handUnits[place]
      handLitres[place] += other.handLitres[place]
      laterUnits[place] += other.laterUnits[place]
    }
  }

  /// What lanes take of inbound and outbound capacity after `cuts`; units per day, by facility
  /// number.
  func laneUse(
    _ cuts: FlowCuts, problem: PlanningProblem
  ) -> (inbound: [Double], outbound: [Double]) {
    let transfers = problem.input.network.transfers
    var inbound = zip(cuts.vendor, vendorUnits).map { $0 * $1 }
    var outbound = [Double](repeating: 0, count: inbound.count)
    func move(_ units: Double, by row: Int) {
      outbound[Int(transfers[row].from)] += units
      inbound[Int(transfers[row].to)] += units
    }
    for (number, rows) in problem.routes.all.enumerated() where crossUnits[number] > 0 {
      let units = cuts.cross[number] * crossUnits[number]
      inbound[Int(transfers[Int(rows[0])].from)] += units
      for row in rows { move(units, by: Int(row)) }
    }
    for row in transfers.indices { move(cuts.hand[row] * handUnits[row], by: row) }
    return (inbound, outbound)
  }

  /// Litres that lanes bring to each facility after `cuts`, and take away from it.
  func laneLitres(
    _ cuts: FlowCuts, problem: PlanningProblem
  ) -> (coming: [Double], leaving: [Double]) {
    let transfers = problem.input.network.transfers
    var coming = zip(cuts.vendor, vendorLitres).map { $0 * $1 }
    var leaving = [Double](repeating: 0, count: coming.count)
    for (number, end) in problem.routes.ends.enumerated() {
      coming[end] += cuts.cross[number] * crossLitres[number]
    }
    for (row, transfer) in transfers.enumerated() {
      coming[Int(transfer.to)] += cuts.hand[row] * handLitres[row]
      leaving[Int(transfer.from)] += cuts.hand[row] * handLitres[row]
    }
    return (coming, leaving)
  }

  /// The quantities of a block as they are, before any cut.
  ///
  /// - Parameter lanes: Quantities decided now; nil for the iterate's.
  init(
    _ block: ItemBlock, _ iterate: BlockIterate, lanes: FlatBuffer<Float>? = nil,
    problem: PlanningProblem
  ) {
    self.init(problem)
    let lanes = lanes ?? iterate.lanes
    let share = 1 / Double(problem.scenarios)
    for number in 0..<block.items.count {
      let item = block.items.pointer[number]
      let layout = problem.layouts[Int(item.layout)]
      let orders = item.orderRatio / item.cycle
      for lane in Int(item.laneStart)..<Int(item.laneEnd) {
        let units = Double(lanes.pointer[lane])
        if units <= 0 { continue }
        let lane = block.lanes.pointer[lane]
        switch lane.kind {
        case .vendor:
          vendorUnits[Int(layout.facilities[Int(lane.to)])] += units * orders
          vendorLitres[Int(layout.facilities[Int(lane.to)])] += units * item.volume
        case .crossDock:
          let route = layout.routes[Int(lane.route)].number
          crossUnits[route] += units * orders
          crossLitres[route] += units * item.volume
        case .onHand:
          let row = Int(layout.transfers[Int(lane.transfer)].row)
          handUnits[row] += units * orders
          handLitres[row] += units * item.volume
        }
      }
      let cells = (problem.epochs - 1) * problem.stride
      for (place, transfer) in layout.transfers.enumerated() {
        let start = iterate.transfers.pointer + Int(item.transfers) + place * cells
        var sum: Float = 0
        for cell in 0..<cells { sum += start[cell] }
        laterUnits[Int(transfer.row)] += Double(sum) * share / item.cycle
      }
      if item.shelfShare > 0 { addRelief(item, block, iterate, layout, share: share) }
    }
  }

  private mutating func addRelief(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ iterate: BlockIterate, _ layout: Layout,
    share: Double
  ) {
    for group in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[group]
      let count = Int(group.arcCount)
      for place in 0..<count {
        var sum: Float = 0
        for pair in Int(group.pairStart)..<Int(group.pairEnd) {
          sum += iterate.shipments.pointer[block.shipment(ofPair: pair, arc: place)]
        }
        let facility = Int(layout.arcs[Int(group.arcStart) + place].facility)
        reliefLitres[Int(layout.facilities[facility])] +=
          item.shelfShare * item.volume * Double(sum) * share
      }
    }
  }
}
