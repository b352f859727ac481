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
    for facility in layout.facilities.indices { scratch.added.pointer[facility] = 0 }
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
          let wish = iterate.shipments.pointer[
            Int(group.shipments) + (pair - Int(group.pairStart)) * count + place]
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

  /// Ships from stock that no later epoch has claimed to customers who still miss something: the
  /// dearest promise first, from where it is cheapest at the prices, where it pays at all.
  func fillUp(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ layout: Layout, _ iterate: BlockIterate,
    _ record: BlockPlan?, _ sums: inout Sums
  ) {
    // Few speeds: a pass for each, dearest first.
    let speeds = (0..<problem.speedCount).sorted {
      block.worth.pointer[Int(item.worth) + $0] > block.worth.pointer[Int(item.worth) + $1]
    }
    for speed in speeds {
      for number in Int(item.groupStart)..<Int(item.groupEnd)
      where Int(block.groups.pointer[number].speed) == speed {
        fillUp(block.groups.pointer[number], item, block, layout, iterate, record, &sums)
      }
    }
  }

  private func fillUp(
    _ group: ItemBlock.Group, _ item: ItemBlock.Item, _ block: ItemBlock, _ layout: Layout,
    _ iterate: BlockIterate, _ record: BlockPlan?, _ sums: inout Sums
  ) {
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    let count = Int(group.arcCount)
    let ranked = rank(group, item, block, layout)
    if ranked == 0 { return }
    let factors = scratch.leaving.pointer
    let left = scratch.coming.pointer
    let perDay = 1 / (Double(scenarios) * item.cycle)
    var cost = 0.0
    for pair in Int(group.pairStart)..<Int(group.pairEnd) {
      let scenario = Int(block.pairScenario.pointer[pair])
      let wishes =
        iterate.shipments.pointer + Int(group.shipments) + (pair - Int(group.pairStart)) * count
      var missing = Double(block.pairDemand.pointer[pair])
      for place in 0..<count {
        let facility = Int(layout.arcs[Int(group.arcStart) + place].facility)
        let cell = (facility * epochs + Int(group.epoch)) * scenarios + scenario
        missing -=
          Double(wishes[place]) * cuts.wish * cuts.ship[Int(layout.facilities[facility])]
          * factors[cell]
      }
      var next = 0
      while missing > 1e-9, next < ranked {
        let place = Int(scratch.rank.pointer[next])
        next += 1
        let arc = Int(group.arcStart) + place
        let facility = Int(layout.arcs[arc].facility)
        var free = missing
        for epoch in Int(group.epoch)..<epochs {
          free = min(free, left[(facility * epochs + epoch) * scenarios + scenario])
        }
        if free <= 0 { continue }
        for epoch in Int(group.epoch)..<epochs {
          left[(facility * epochs + epoch) * scenarios + scenario] -= free
        }
        missing -= free
        let shared = Int(layout.facilities[facility])
        let kept = free * cuts.extra[shared]
        scratch.added.pointer[facility] += free
        sums.added[shared] += free * perDay
        scratch.served.pointer[Int(group.speed)] += kept
        cost += kept * scratch.cost.pointer[place]
        if let record {
          record.note(
            kept * perDay,
            deliveryRow: Int(layout.rate(of: arc, weight: item.weight).row), weight: item.weight)
        }
      }
    }
    sums.costs.delivery += cost * perDay
  }

  /// Orders the arcs that pay by their cost with prices; returns their count.
  private func rank(
    _ group: ItemBlock.Group, _ item: ItemBlock.Item, _ block: ItemBlock, _ layout: Layout
  ) -> Int {
    let gain = block.worth.pointer[Int(item.worth) + Int(group.speed)]
    let service = prices.service[Int(item.category) * problem.speedCount + Int(group.speed)]
    var ranked = 0
    for place in 0..<Int(group.arcCount) {
      let arc = Int(group.arcStart) + place
      let facility = Int(layout.arcs[arc].facility)
      let cost = layout.rate(of: arc, weight: item.weight).cost(weight: item.weight)
      let saved = block.holding.pointer[Int(item.figures) + facility]
      if cost - saved - gain - service >= 0 { continue }
      scratch.cost.pointer[place] = cost
      scratch.priced.pointer[place] =
        cost - saved + prices.outbound[Int(item.layout)][facility]
      var slot = ranked
      while slot > 0 {
        let before = scratch.rank.pointer[slot - 1]
        if scratch.priced.pointer[Int(before)] <= scratch.priced.pointer[place] { break }
        scratch.rank.pointer[slot] = before
        slot -= 1
      }
      scratch.rank.pointer[slot] = Int32(place)
      ranked += 1
    }
    return ranked
  }
}
