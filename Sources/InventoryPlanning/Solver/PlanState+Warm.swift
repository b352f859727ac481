import RetailData

extension PlanState {
  /// Sets an iteration to where this state stands, as far as the two problems agree: prices,
  /// stock prices and transfers by place, lanes by what they are, and shipments, where other
  /// cut-offs cut the day into other slices, by the share of demand that each facility served.
  ///
  /// Nothing depends on how good the match is but the time until the next good answer.
  ///
  /// - Returns: How to cut the plan that is there at once; nil where there is none.
  func load(into iteration: Iteration, work: WorkContext) throws -> FlowCuts? {
    let new = iteration.problem
    guard new.epochs == problem.epochs, new.scenarios == problem.scenarios,
      new.blocks.count == problem.blocks.count, new.facilityCount == problem.facilityCount,
      new.speedCount == problem.speedCount,
      zip(new.layouts, problem.layouts).allSatisfy({
        $0.facilities == $1.facilities && $0.transfers.map(\.row) == $1.transfers.map(\.row)
          && $0.routes.map(\.number) == $1.routes.map(\.number)
      })
    else { return nil }
    let states = iteration.states
    let alike = WarmMatch.alike(new.destinations, in: problem.destinations)
    try work.forEachChunk(of: new.blocks.count, chunk: 1) { _, range in
      for number in range {
        let (from, to) = (problem.blocks[number], new.blocks[number])
        guard from.priceCount == to.priceCount, from.transferCount == to.transferCount else {
          continue
        }
        let (old, state) = (iterates[number], states[number].projected)
        defer { new.shutLanes(state.lanes, of: to) }
        if from.isSame(as: to) {
          state.copy(from: old)
          continue
        }
        state.prices.copy(from: old.prices)
        state.transfers.copy(from: old.transfers)
        let match = WarmMatch(old: problem, new: new, from: from, to: to, alike: alike)
        match.copyLanes(from: old.lanes, to: state.lanes)
        match.copyShipments(from: old.shipments, to: state.shipments)
      }
    }
    var start = iteration.current
    start.storage = prices.without(storageAt: new.fullRooms.facilities).storage
    start.inbound = prices.inbound
    start.outbound = prices.outbound
    if prices.targets.count == start.targets.count {
      for (row, target) in new.targets.enumerated() {
        start.targets[row] = min(prices.targets[row], target.price)
      }
    }
    start = try RoomPriceSearch(new, states: states, work: work).settled(start, after: problem)
    iteration.resume(
      prices: start, weight: weight, localSteps: localSteps, cycle: cycle,
      isChanged: !new.isSame(as: problem))
    return cuts
  }
}

/// Two versions of one block, item by item.
private struct WarmMatch {
  let old: PlanningProblem
  let new: PlanningProblem
  let from: ItemBlock
  let to: ItemBlock
  /// By new destination: see `alike(_:in:)`.
  let alike: [[Int32]]

  /// For each new destination the old ones of its region and speed: slices of the same day, the
  /// one that the same facilities serve last.
  static func alike(_ new: Destinations, in old: Destinations) -> [[Int32]] {
    new.all.map { wanted in
      let rows = Set(wanted.deliveries)
      return old.all.enumerated().filter {
        $0.element.region == wanted.region && $0.element.speed == wanted.speed
      }.map { number, found in
        (number: Int32(number), apart: rows.symmetricDifference(found.deliveries).count)
      }.sorted { ($1.apart, $1.number) < ($0.apart, $0.number) }.map(\.number)
    }
  }

  func copyLanes(from source: FlatBuffer<Float>, to target: FlatBuffer<Float>) {
    for number in 0..<min(from.items.count, to.items.count) {
      let (a, b) = (from.items.pointer[number], to.items.pointer[number])
      var next = Int(a.laneStart)
      for lane in Int(b.laneStart)..<Int(b.laneEnd) {
        let wanted = to.lanes.pointer[lane]
        // Both lists are in one order; what one lacks is skipped.
        var place = next
        while place < Int(a.laneEnd) {
          let found = from.lanes.pointer[place]
          if found.kind == wanted.kind, found.from == wanted.from, found.to == wanted.to,
            found.supply == wanted.supply, found.route == wanted.route
          {
            target.pointer[lane] = source.pointer[place]
            next = place + 1
            break
          }
          place += 1
        }
      }
    }
  }

  func copyShipments(from source: FlatBuffer<Float>, to target: FlatBuffer<Float>) {
    for number in 0..<min(from.items.count, to.items.count) {
      let (a, b) = (from.items.pointer[number], to.items.pointer[number])
      let layout = new.layouts[Int(b.layout)]
      let before = old.layouts[Int(a.layout)]
      for group in Int(b.groupStart)..<Int(b.groupEnd) {
        let wanted = to.groups.pointer[group]
        for destination in alike[Int(wanted.destination)] {
          guard let place = place(of: destination, epoch: wanted.epoch, item: a) else { continue }
          copy(from.groups.pointer[place], before, source, wanted, layout, target)
        }
      }
    }
  }

  /// The old class of a destination and epoch, if the item was asked for there.
  private func place(of destination: Int32, epoch: Int32, item: ItemBlock.Item) -> Int? {
    // Classes stand in the order of epoch and destination.
    var (low, high) = (Int(item.groupStart), Int(item.groupEnd))
    while low < high {
      let middle = (low + high) / 2
      let found = from.groups.pointer[middle]
      if (found.epoch, found.destination) < (epoch, destination) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < Int(item.groupEnd) else { return nil }
    let found = from.groups.pointer[low]
    return found.epoch == epoch && found.destination == destination ? low : nil
  }

  /// Shares of demand from one class to another; the last class that knows a scenario, the one most alike, wins.
  private func copy(
    _ found: ItemBlock.Group, _ before: Layout, _ source: FlatBuffer<Float>,
    _ wanted: ItemBlock.Group, _ layout: Layout, _ target: FlatBuffer<Float>
  ) {
    var known = Int(found.pairStart)
    for pair in Int(wanted.pairStart)..<Int(wanted.pairEnd) {
      let scenario = to.pairScenario.pointer[pair]
      while known < Int(found.pairEnd), from.pairScenario.pointer[known] < scenario { known += 1 }
      guard known < Int(found.pairEnd), from.pairScenario.pointer[known] == scenario else {
        continue
      }
      let scale = to.pairDemand.pointer[pair] / from.pairDemand.pointer[known]
      let out = target.pointer + wanted.shipments(ofPair: pair)
      let into = source.pointer + found.shipments(ofPair: known)
      for arc in 0..<Int(wanted.arcCount) {
        let facility = layout.arcs[Int(wanted.arcStart) + arc].facility
        out[arc] = 0
        for place in 0..<Int(found.arcCount)
        where before.arcs[Int(found.arcStart) + place].facility == facility {
          out[arc] = into[place] * scale
        }
      }
    }
  }
}

extension PlanningProblem {
  /// Whether both are one problem, compiled once.
  fileprivate func isSame(as other: PlanningProblem) -> Bool {
    capacity == other.capacity && targets == other.targets
      && zip(blocks, other.blocks).allSatisfy { $0.isSame(as: $1) }
  }

  /// Nothing goes to rooms that are full whatever is decided.
  fileprivate func shutLanes(_ lanes: FlatBuffer<Float>, of block: ItemBlock) {
    if !fullRooms.any { return }
    for item in block.items.elements {
      for lane in fullRooms.shutLanes(of: item, block) { lanes.pointer[lane] = 0 }
    }
  }
}
