import RetailData

/// What a plan's quantities load, kind by kind: enough to see how far each kind must be cut for
/// every capacity to hold. Litres, or units per day.
struct FlowSums: Sendable {
  /// By facility number.
  var vendorUnits: [Double]
  var vendorLitres: [Double]
  /// By row of `network.transfers`; litres as the receiver counts them.
  var crossUnits: [Double]
  var crossLitres: [Double]
  var handUnits: [Double]
  var handLitres: [Double]
  var laterUnits: [Double]
  /// Shipments, and litres that they relieve storage of, by facility number.
  var shipUnits: [Double]
  var reliefLitres: [Double]

  init(facilities: Int, transfers: Int) {
    let byFacility = [Double](repeating: 0, count: facilities)
    let byTransfer = [Double](repeating: 0, count: transfers)
    vendorUnits = byFacility
    vendorLitres = byFacility
    crossUnits = byTransfer
    crossLitres = byTransfer
    handUnits = byTransfer
    handLitres = byTransfer
    laterUnits = byTransfer
    shipUnits = byFacility
    reliefLitres = byFacility
  }

  mutating func add(_ other: FlowSums) {
    for place in vendorUnits.indices {
      vendorUnits[place] += other.vendorUnits[place]
      vendorLitres[place] += other.vendorLitres[place]
      shipUnits[place] += other.shipUnits[place]
      reliefLitres[place] += other.reliefLitres[place]
    }
    for place in crossUnits.indices {
      crossUnits[place] += other.crossUnits[place]
      crossLitres[place] += other.crossLitres[place]
      handUnits[place] += other.handUnits[place]
      handLitres[place] += other.handLitres[place]
      laterUnits[place] += other.laterUnits[place]
    }
  }

  /// The quantities of a block as they are, before any cut.
  init(_ block: ItemBlock, _ iterate: BlockIterate, problem: PlanningProblem) {
    self.init(
      facilities: problem.facilityCount, transfers: problem.input.network.transfers.count)
    let share = 1 / Double(problem.scenarios)
    for number in 0..<block.items.count {
      let item = block.items.pointer[number]
      let layout = problem.layouts[Int(item.layout)]
      let orders = item.orderRatio / item.cycle
      for lane in Int(item.laneStart)..<Int(item.laneEnd) {
        let units = Double(iterate.lanes.pointer[lane])
        if units <= 0 { continue }
        let lane = block.lanes.pointer[lane]
        if lane.kind == .vendor {
          vendorUnits[Int(layout.facilities[Int(lane.to)])] += units * orders
          vendorLitres[Int(layout.facilities[Int(lane.to)])] += units * item.volume
        } else {
          let row = Int(layout.transfers[Int(lane.transfer)].row)
          if lane.kind == .crossDock {
            crossUnits[row] += units * orders
            crossLitres[row] += units * item.volume
          } else {
            handUnits[row] += units * orders
            handLitres[row] += units * item.volume
          }
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
        for pair in 0..<Int(group.pairEnd - group.pairStart) {
          sum += iterate.shipments.pointer[Int(group.shipments) + pair * count + place]
        }
        let facility = Int(layout.arcs[Int(group.arcStart) + place].facility)
        reliefLitres[Int(layout.facilities[facility])] +=
          item.shelfShare * item.volume * Double(sum) * share
      }
    }
  }
}
