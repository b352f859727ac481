import RetailData

extension BlockIterate {
  /// Other lanes, everything else the same memory.
  init(lanes: FlatBuffer<Float>, others: BlockIterate) {
    shipments = others.shipments
    self.lanes = lanes
    transfers = others.transfers
    prices = others.prices
  }

  /// Memory of its own for shipments and transfers; lanes and prices are shared.
  init(recourseOf other: BlockIterate) {
    shipments = FlatBuffer(repeating: 0, count: other.shipments.count)
    transfers = FlatBuffer(repeating: 0, count: other.transfers.count)
    shipments.copy(from: other.shipments)
    transfers.copy(from: other.transfers)
    lanes = other.lanes
    prices = other.prices
  }
}

extension FlowCuts {
  /// Lanes stay whole; transfers decided later are cut to what the lanes leave of inbound and
  /// outbound capacity.
  init(wholeLanes sums: FlowSums, problem: PlanningProblem) {
    let transfers = problem.input.network.transfers
    self.init(uncut: problem)
    let use = sums.laneUse(self, problem: problem)
    let inbound = zip(problem.capacity.inbound, use.inbound).map { $0 - $1 }
    let outbound = zip(problem.capacity.outbound, use.outbound).map { $0 - $1 }
    var coming = [Double](repeating: 0, count: problem.facilityCount)
    var leaving = coming
    for (row, transfer) in transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      coming[to] += sums.laterUnits[row]
      leaving[from] += sums.laterUnits[row]
    }
    func share(_ left: Double, of wish: Double) -> Double {
      wish > left ? max(0, left) / wish : 1
    }
    for (row, transfer) in transfers.enumerated() {
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      later[row] = min(share(inbound[to], of: coming[to]), share(outbound[from], of: leaving[from]))
    }
  }

  /// Whether any quantity decided now is not kept whole.
  var cutsLanes: Bool { (vendor + cross + hand).contains { $0 != 1 } }
}
