extension StepKernel {
  /// Sets what an item is charged at the shared prices: once a pass, whatever steps it takes.
  func charge(_ item: ItemBlock.Item, _ block: BlockPointers) {
    let layoutNumber = Int(item.layout)
    let layout = layouts.pointer[layoutNumber]
    let keep = scratch.keep.pointer
    let arcPrice = scratch.arcPrice.pointer
    for facility in 0..<layout.facilityCount {
      let holding = Float(block.holding[Int(item.figures) + facility])
      let space = Float(item.cycle * item.volume * prices.storage[layoutNumber][facility])
      keep[facility] = holding + space
      arcPrice[facility] =
        Float(prices.outbound[layoutNumber][facility]) - Float(item.shelfShare) * space
    }
    // Classes that share their costs do so with one before them.
    var end: Int32 = -1
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups[number]
      if group.cost < end { continue }
      end = group.cost + group.width
      let service = Float(
        prices.service[Int(item.category) * problem.speedCount + Int(group.speed)])
      let owners = layout.owners + Int(group.cells)
      let plain = asChunks(block.arcCost + Int(group.cost))
      let cost = asChunks(scratch.arcCost.pointer + Int(group.cost))
      for chunk in 0..<Int(group.width) / Layout.chunk {
        let owner = owners + chunk * Layout.chunk
        cost[chunk] =
          plain[chunk]
          + (SIMD4(
            arcPrice[Int(owner[0])], arcPrice[Int(owner[1])], arcPrice[Int(owner[2])],
            arcPrice[Int(owner[3])]) - service)
      }
    }
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let lane = block.lanes[number]
      let shared = prices.flows(lane, layout: layoutNumber)
      scratch.laneCost.pointer[number] = Float(lane.cost + item.orderRatio * shared)
    }
    for number in 0..<layout.transferCount {
      let transfer = layout.transfers[number]
      let (from, to) = (Int(transfer.from), Int(transfer.to))
      scratch.transferCost.pointer[number] = Float(
        transfer.costPerUnit + item.volume * transfer.costPerLitre
          + block.holding[Int(item.figures) + to]
          - block.holding[Int(item.figures) + from]
          + prices.inbound[layoutNumber][to] + prices.outbound[layoutNumber][from])
    }
  }
}
