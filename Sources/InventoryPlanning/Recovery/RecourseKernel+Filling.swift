extension RecourseKernel {
  /// Ships from stock that no later epoch has claimed to customers who still miss something: the
  /// dearest promise first, from where it is cheapest at the prices, where it pays at all. What
  /// nobody near has is brought down from one level up, from the second epoch on.
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
    let ranked = rank(group, item, block, layout)
    if ranked == 0 { return }
    let limit =
      block.worth.pointer[Int(item.worth) + Int(group.speed)]
      + prices.service[Int(item.category) * problem.speedCount + Int(group.speed)]
    for pair in Int(group.pairStart)..<Int(group.pairEnd) {
      let scenario = Int(block.pairScenario.pointer[pair])
      var missing = self.missing(pair, scenario, group, layout, iterate, block)
      var next = 0
      while missing > 1e-9, next < ranked {
        let place = Int(scratch.rank.pointer[next])
        next += 1
        let facility = Int(layout.arcs[Int(group.arcStart) + place].facility)
        let units = take(missing, at: facility, from: Int(group.epoch), scenario)
        if units <= 0 { continue }
        missing -= units
        let kept = cuts.extra[Int(layout.facilities[facility])]
        sums.added[Int(layout.facilities[facility])] += units / perDay(item)
        scratch.givenBack.pointer[facility] += units * (1 - kept)
        ship(units * kept, place, group, item, layout, record, &sums)
      }
      next = group.epoch == 0 ? ranked : 0
      while missing > 1e-9, next < ranked {
        let place = Int(scratch.rank.pointer[next])
        next += 1
        let facility = layout.arcs[Int(group.arcStart) + place].facility
        for (number, transfer) in layout.transfers.enumerated()
        where transfer.to == facility && missing > 1e-9 {
          let cost = transfer.costPerUnit + item.volume * transfer.costPerLitre
          let saved = block.holding.pointer[Int(item.figures) + Int(transfer.from)]
          if scratch.cost.pointer[place] + cost - saved >= limit { continue }
          let units = take(missing, at: Int(transfer.from), from: Int(group.epoch), scenario)
          if units <= 0 { continue }
          missing -= units
          let kept = cuts.extraVia[Int(transfer.row)]
          sums.addedVia[Int(transfer.row)] += units / perDay(item)
          sums.costs.transfers += units * kept * cost / perDay(item)
          scratch.givenBack.pointer[Int(transfer.from)] += units * (1 - kept)
          if let record {
            let later = Int(item.transfers) / problem.stride / (problem.epochs - 1) + number
            record.later.pointer[later] += Float(units * kept / Double(problem.scenarios))
          }
          ship(units * kept, place, group, item, layout, record, &sums)
        }
      }
    }
  }

  private func perDay(_ item: ItemBlock.Item) -> Double {
    Double(problem.scenarios) * item.cycle
  }

  /// What a customer class still misses in a scenario.
  private func missing(
    _ pair: Int, _ scenario: Int, _ group: ItemBlock.Group, _ layout: Layout,
    _ iterate: BlockIterate, _ block: ItemBlock
  ) -> Double {
    let (epochs, scenarios, count) = (problem.epochs, problem.scenarios, Int(group.arcCount))
    let wishes = iterate.shipments.pointer + group.shipments(ofPair: pair)
    var missing = Double(block.pairDemand.pointer[pair])
    for place in 0..<count {
      let facility = Int(layout.arcs[Int(group.arcStart) + place].facility)
      let cell = (facility * epochs + Int(group.epoch)) * scenarios + scenario
      missing -=
        Double(wishes[place]) * cuts.wish * cuts.ship[Int(layout.facilities[facility])]
        * scratch.leaving.pointer[cell]
    }
    return missing
  }

  /// Takes up to `wish` units of stock that no epoch from `first` on needs.
  private func take(_ wish: Double, at facility: Int, from first: Int, _ scenario: Int) -> Double {
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    let left = scratch.coming.pointer + facility * epochs * scenarios + scenario
    var free = wish
    for epoch in first..<epochs { free = min(free, left[epoch * scenarios]) }
    if free <= 0 { return 0 }
    for epoch in first..<epochs { left[epoch * scenarios] -= free }
    return free
  }

  /// Counts a shipment by the arc at `place`.
  private func ship(
    _ units: Double, _ place: Int, _ group: ItemBlock.Group, _ item: ItemBlock.Item,
    _ layout: Layout, _ record: BlockPlan?, _ sums: inout Sums
  ) {
    scratch.served.pointer[Int(group.speed)] += units
    sums.costs.delivery += units * scratch.cost.pointer[place] / perDay(item)
    if let record {
      let rate = layout.rate(of: Int(group.arcStart) + place, weight: item.weight)
      record.note(units / perDay(item), deliveryRow: Int(rate.row), weight: item.weight)
    }
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
