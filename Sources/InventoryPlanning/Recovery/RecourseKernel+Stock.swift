extension RecourseKernel {
  /// Cumulative stock at every facility by epoch, lanes after cuts included.
  func loadStock(
    _ subject: Subject, _ lanes: UnsafeMutablePointer<Float>, _ sums: inout RecourseSums
  ) {
    let (item, block, layout) = (subject.item, subject.block, subject.layout)
    let (epochs, scenarios, stride) = (problem.epochs, problem.scenarios, problem.stride)
    let stock = scratch.stock.pointer
    let row = epochs * stride
    if item.stock >= 0 {
      let held = block.stock + Int(item.stock)
      for facility in 0..<layout.facilityCount {
        for cell in facility * row..<facility * row + stride { stock[cell] = Double(held[cell]) }
        for cell in facility * row + stride..<(facility + 1) * row {
          stock[cell] = Double(held[cell]) - Double(held[cell - stride])
        }
      }
    } else {
      for cell in 0..<layout.facilityCount * row { stock[cell] = 0 }
    }
    var cost = 0.0
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      if lanes[number] <= 0 { continue }
      let lane = block.lanes[number]
      let units = Double(lanes[number]) * cut(lane, layout)
      subject.record?.lanes.pointer[number] = Float(units)
      if units == 0 { continue }
      cost += lane.cost * units
      let landings = block.landings + Int(lane.landings)
      let receiver = stock + Int(lane.to) * row
      for scenario in 0..<scenarios {
        receiver[Int(landings[scenario]) * stride + scenario] += units
      }
      if lane.kind == .onHand {
        let sender = stock + Int(lane.from) * row
        for scenario in 0..<scenarios { sender[scenario] -= units }
      }
    }
    sums.procurement += cost / item.cycle
    for facility in 0..<layout.facilityCount {
      for cell in facility * row + stride..<(facility + 1) * row {
        stock[cell] += stock[cell - stride]
      }
    }
  }

  private func cut(_ lane: ItemBlock.Lane, _ layout: KernelLayout) -> Double {
    switch lane.kind {
    case .vendor: cuts.vendor[Int(layout.facilities[Int(lane.to)])]
    case .crossDock: cuts.cross[Int(layout.routeNumbers[Int(lane.route)])]
    case .onHand: cuts.hand[Int(layout.transfers[Int(lane.transfer)].row)]
    }
  }
}
