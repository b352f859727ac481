extension RecourseKernel {
  /// Ships what fits. Leaves in `scratch.coming` the stock that is left by the end of each epoch.
  func ship(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ layout: Layout, _ iterate: BlockIterate,
    _ record: BlockPlan?, _ sums: inout Sums
  ) {
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    let factors = scratch.leaving.pointer
    let left = scratch.coming.pointer
    for speed in 0..<problem.speedCount { scratch.served.pointer[speed] = 0 }
    for facility in layout.facilities.indices { scratch.givenBack.pointer[facility] = 0 }
    for (number, transfer) in layout.transfers.enumerated() {
      for epoch in 1..<epochs {
        let moved =
          scratch.moved.pointer + (number * (epochs - 1) + epoch - 1) * scenarios
        let sender = left + (Int(transfer.from) * epochs + epoch) * scenarios
        for scenario in 0..<scenarios { sender[scenario] -= moved[scenario] }
      }
    }
    var cost = 0.0
    let perDay = 1 / (Double(scenarios) * item.cycle)
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      let count = Int(group.arcCount)
      for place in 0..<count {
        let arc = Int(group.arcStart) + place
        let facility = Int(layout.arcs[arc].facility)
        let shared = Int(layout.facilities[facility])
        let factor = cuts.wish * cuts.ship[shared]
        let rate = layout.rate(of: arc, weight: item.weight)
        var units = 0.0
        for pair in Int(group.pairStart)..<Int(group.pairEnd) {
          let cell =
            (facility * epochs + Int(group.epoch)) * scenarios
            + Int(block.pairScenario.pointer[pair])
          let wish = iterate.shipments.pointer[group.shipments(ofPair: pair) + place]
          let shipped = Double(wish) * factor * factors[cell]
          left[cell] -= shipped
          units += shipped
        }
        cost += units * rate.cost(weight: item.weight)
        scratch.served.pointer[Int(group.speed)] += units
        sums.flows.shipUnits[shared] += units * perDay
        sums.flows.reliefLitres[shared] +=
          item.shelfShare * item.volume * units / Double(scenarios)
        record?.note(units * perDay, deliveryRow: Int(rate.row), weight: item.weight)
      }
    }
    sums.costs.delivery += cost * perDay
    let stock = scratch.stock.pointer
    for facility in layout.facilities.indices {
      for scenario in 0..<scenarios {
        var sum = 0.0
        for epoch in 0..<epochs {
          let cell = (facility * epochs + epoch) * scenarios + scenario
          sum += left[cell]
          left[cell] = stock[cell] + sum
        }
      }
    }
  }
}
