extension StepKernel {
  /// Sets what an item is charged at the shared prices: once a pass, whatever steps it takes.
  func charge(_ item: ItemBlock.Item, _ block: BlockPointers) {
    let layoutNumber = Int(item.layout)
    let layout = layouts.pointer[layoutNumber]
    let keep = scratch.keep.pointer
    let door = scratch.door.pointer
    for speed in 0..<problem.speedCount {
      scratch.service.pointer[speed] = Float(
        prices.service[Int(item.category) * problem.speedCount + speed])
    }
    for facility in 0..<layout.facilityCount {
      let holding = Float(block.holding[Int(item.figures) + facility])
      let space = Float(item.cycle * item.volume * prices.storage[layoutNumber][facility])
      keep[facility] = holding + space
      door[facility] =
        Float(prices.outbound[layoutNumber][facility]) - Float(item.shelfShare) * space
    }
    // What a unit sent out costs at a facility has its door's charge in it, which neither lanes nor
    // transfers pay.
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = block.lanes[number]
      let to = Int(lane.to)
      let shared = prices.flows(lane, layout: layoutNumber)
      var cost = Float(lane.cost + item.orderRatio * shared) + keep[to] + door[to]
      if lane.kind == .onHand { cost -= keep[Int(lane.from)] + door[Int(lane.from)] }
      scratch.laneCost.pointer[number] = cost
    }
    for number in 0..<layout.transferCount {
      let transfer = layout.transfers[number]
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      let moving =
        transfer.costPerUnit + item.volume * transfer.costPerLitre
        + block.holding[Int(item.figures) + to] - block.holding[Int(item.figures) + from]
        + prices.inbound[layoutNumber][to] + prices.outbound[layoutNumber][from]
      scratch.transferCost.pointer[number] = Float(moving) + door[to] - door[from]
    }
  }
}
