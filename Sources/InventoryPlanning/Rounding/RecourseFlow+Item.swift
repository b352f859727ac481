extension RecourseFlow {
  /// Loads the stock by lot of the item that is loaded: what is there without a decision, and what
  /// its lanes bring.
  ///
  /// - Parameter units: By lane of the item.
  func loadStock(
    _ scenario: Int, _ item: ItemBlock.Item, _ block: ItemBlock,
    units: UnsafeMutablePointer<Double>
  ) {
    let stock = stock.pointer
    let stride = problem.stride
    let lots = facilities * epochs
    if item.stock < 0 {
      for lot in 0..<lots { stock[lot] = 0 }
    } else {
      let held = block.stock.pointer + Int(item.stock) + scenario
      for facility in Swift.stride(from: 0, to: lots, by: epochs) {
        var before: Float = 0
        for lot in facility..<facility + epochs {
          stock[lot] = Double(held[lot * stride]) - Double(before)
          before = held[lot * stride]
        }
      }
    }
    let lanes = block.lanes.pointer + Int(item.laneStart)
    let landings = block.landings.pointer
    for number in 0..<Int(item.laneEnd - item.laneStart) where units[number] > 0 {
      let landing = Int(landings[Int(lanes[number].landings) + scenario])
      stock[Int(lanes[number].to) * epochs + landing] += units[number]
      if lanes[number].kind == .onHand { stock[Int(lanes[number].from) * epochs] -= units[number] }
    }
  }

  /// Rounds the stock that is loaded down to whole grains.
  func roundStock(to grain: Double) {
    for lot in 0..<facilities * epochs {
      stock.pointer[lot] = (stock.pointer[lot] / grain).rounded(.down) * grain
    }
  }

  /// Adds the shipments and transfers of the scenario that was solved last to an iterate.
  func write(
    _ scenario: Int, _ item: ItemBlock.Item, _ block: ItemBlock, into iterate: BlockIterate
  ) {
    let layout = problem.layouts[Int(item.layout)]
    forEachFlow(scenario) { group, pair, facility, place, units in
      let group = block.groups.pointer[Int(item.groupStart) + group]
      iterate.shipments.pointer[block.shipment(ofPair: pair, arc: place)] += Float(units)
      let to = Int(layout.arcs[Int(group.arcStart) + place].facility)
      forEachTransfer(from: facility, to: to, layout) { transfer in
        let row = transfer * (epochs - 1) + Int(group.epoch) - 1
        iterate.transfers.pointer[Int(item.transfers) + row * problem.stride + scenario] +=
          Float(units)
      }
    }
  }
}
