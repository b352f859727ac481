extension RecourseKernel {
  /// Ships from stock that no later epoch has claimed to customers who still miss something: the
  /// dearest promise first, from where it is cheapest at the prices, where it pays at all. What
  /// nobody near has is brought down from one level up, from the second epoch on.
  func fillUp(_ subject: Subject, _ sums: inout RecourseSums) {
    let (item, block) = (subject.item, subject.block)
    // Few speeds: a pass for each, dearest first.
    var done = 0
    var last = Double.infinity
    while done < problem.speedCount {
      var dearest = -Double.infinity
      for speed in 0..<problem.speedCount {
        let worth = block.worth[Int(item.worth) + speed]
        if worth < last { dearest = max(dearest, worth) }
      }
      for speed in 0..<problem.speedCount where block.worth[Int(item.worth) + speed] == dearest {
        done += 1
        fillUp(speed: speed, subject, &sums)
      }
      last = dearest
    }
  }

  /// What is missing beyond rounding, as a share of what was asked for.
  private static let least = 1e-6

  private func fillUp(speed: Int, _ subject: Subject, _ sums: inout RecourseSums) {
    let (item, block) = (subject.item, subject.block)
    let pairStart = scratch.pairStart.pointer
    var local = 0
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups[number]
      let first = local
      local += Int(group.pairEnd - group.pairStart)
      if Int(group.speed) != speed { continue }
      // Ranked once somebody misses something: most groups miss nothing.
      var ranked = -1
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        let place = first + pair - Int(group.pairStart)
        let asked = Double(block.pairDemand[pair])
        var missing = asked
        for shipment in Int(pairStart[place])..<Int(pairStart[place + 1]) {
          missing -= scratch.units.pointer[shipment]
        }
        if missing <= Self.least * asked { continue }
        if ranked < 0 { ranked = rank(group, subject) }
        if ranked == 0 { break }
        fillUp(missing, Int(block.pairScenario[pair]), group, ranked, subject, &sums)
      }
    }
  }

  /// Serves one class in one scenario.
  private func fillUp(
    _ units: Double, _ scenario: Int, _ group: ItemBlock.Group, _ ranked: Int, _ subject: Subject,
    _ sums: inout RecourseSums
  ) {
    let layout = subject.layout
    let owners = layout.owners + Int(group.arcStart)
    var missing = units
    for next in 0..<ranked where missing > 1e-9 {
      let place = Int(scratch.rank.pointer[next])
      let facility = Int(owners[place])
      let units = take(missing, at: facility, from: Int(group.epoch), scenario)
      if units <= 0 { continue }
      let door = Int(layout.facilities[facility]) * problem.speedCount + Int(group.speed)
      let kept = units * cuts.extra[door]
      sums.added[door] += units * subject.perDay
      // The rest is asked of the next.
      giveBack(units - kept, to: facility, from: Int(group.epoch), scenario)
      missing -= kept
      count(kept, place, at: facility, group, subject)
    }
    if group.epoch == 0 { return }
    for next in 0..<ranked where missing > 1e-9 {
      bring(&missing, scenario, group, place: Int(scratch.rank.pointer[next]), subject, &sums)
    }
  }

  /// Brings down what a facility lacks, and ships it from there.
  private func bring(
    _ missing: inout Double, _ scenario: Int, _ group: ItemBlock.Group, place: Int,
    _ subject: Subject, _ sums: inout RecourseSums
  ) {
    let (item, block, layout) = (subject.item, subject.block, subject.layout)
    let facility = Int((layout.owners + Int(group.arcStart))[place])
    let limit =
      block.worth[Int(item.worth) + Int(group.speed)]
      + prices.service[Int(item.category) * problem.speedCount + Int(group.speed)]
    for number in 0..<layout.transferCount where Int(layout.transfers[number].to) == facility {
      if missing <= 1e-9 { return }
      let transfer = layout.transfers[number]
      let from = Int(transfer.from)
      let cost = transfer.costPerUnit + item.volume * transfer.costPerLitre
      let saved = block.holding[Int(item.figures) + from]
      if scratch.cost.pointer[place] + cost - saved >= limit { continue }
      let units = take(missing, at: from, from: Int(group.epoch), scenario)
      if units <= 0 { continue }
      let kept = units * cuts.extraVia[Int(transfer.row)]
      sums.addedVia[Int(transfer.row)] += units * subject.perDay
      sums.transfers += kept * cost * subject.perDay
      giveBack(units - kept, to: from, from: Int(group.epoch), scenario)
      missing -= kept
      subject.record?.later.pointer[
        Int(item.transfers) / problem.stride / (problem.epochs - 1) + number] +=
        Float(kept / Double(problem.scenarios))
      count(kept, place, at: facility, group, subject)
    }
  }

  /// Takes up to `wish` units of stock that no epoch from `first` on needs.
  private func take(_ wish: Double, at facility: Int, from first: Int, _ scenario: Int) -> Double {
    let (epochs, stride) = (problem.epochs, problem.stride)
    let left = scratch.coming.pointer + facility * epochs * stride + scenario
    var free = wish
    for epoch in first..<epochs { free = min(free, left[epoch * stride]) }
    if free <= 0 { return 0 }
    for epoch in first..<epochs { left[epoch * stride] -= free }
    return free
  }

  private func giveBack(_ units: Double, to facility: Int, from first: Int, _ scenario: Int) {
    if units <= 0 { return }
    let (epochs, stride) = (problem.epochs, problem.stride)
    let left = scratch.coming.pointer + facility * epochs * stride + scenario
    for epoch in first..<epochs { left[epoch * stride] += units }
  }

  /// Orders the arcs that pay by their cost with prices; returns their count.
  private func rank(_ group: ItemBlock.Group, _ subject: Subject) -> Int {
    let (item, block) = (subject.item, subject.block)
    let gain =
      block.worth[Int(item.worth) + Int(group.speed)]
      + prices.service[Int(item.category) * problem.speedCount + Int(group.speed)]
    let outbound = prices.outbound[Int(item.layout)]
    loadCosts(group, subject)
    let owners = subject.layout.owners + Int(group.arcStart)
    var ranked = 0
    for place in 0..<Int(group.arcCount) {
      let facility = Int(owners[place])
      let cost = scratch.cost.pointer[place] - block.holding[Int(item.figures) + facility]
      if cost - gain >= 0 { continue }
      scratch.priced.pointer[place] = cost + outbound[facility]
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
