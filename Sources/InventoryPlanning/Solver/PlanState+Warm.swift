import RetailData

extension PlanState {
  /// Sets an iteration to where this state stands, as far as the two problems agree: prices,
  /// stock prices and transfers by place, lanes by what they are, shipments as they were. Items
  /// whose customers or lanes are not what they were get shipments and transfers anew.
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
    // By block, the items whose shipments are to be made anew.
    let upset = FlatList<[Int]>(count: new.blocks.count)
    try work.forEachChunk(of: new.blocks.count, chunk: 1) { _, range in
      for number in range {
        upset.set(load(number, of: new, into: states[number].projected), at: number)
      }
    }
    let start = try RoomPriceSearch(new, states: states, work: work).settled(
      sharedPrices(for: new, or: iteration.current), after: problem)
    let projected = states.map(\.projected)
    try ItemRecourse.write(
      upset.values, of: new, lanes: projected.map(\.lanes),
      prices: PassPrices(start, problem: new), into: projected, work: work)
    iteration.resume(
      prices: start, weight: weight, localSteps: localSteps, cycle: cycle,
      isChanged: !new.isSame(as: problem))
    return cuts
  }

  /// The shared prices of this state, as far as the new problem has the same rows; where it has
  /// not, those of `others`.
  private func sharedPrices(for new: PlanningProblem, or others: PriceVector) -> PriceVector {
    var start = others
    start.storage = prices.without(storageAt: new.fullRooms.facilities).storage
    start.inbound = prices.inbound
    start.outbound = prices.outbound
    if prices.targets.count == start.targets.count {
      for (row, target) in new.targets.enumerated() {
        start.targets[row] = min(prices.targets[row], target.price)
      }
    }
    return start
  }

  /// Sets a block's part; returns the items whose shipments no longer fit, by place in the block.
  private func load(
    _ number: Int, of new: PlanningProblem, into state: BlockIterate
  ) -> [Int] {
    let (from, to) = (problem.blocks[number], new.blocks[number])
    guard from.priceCount == to.priceCount, from.transferCount == to.transferCount else {
      return Array(0..<to.items.count)
    }
    let old = iterates[number]
    if from.isSame(as: to) {
      state.copy(from: old)
      return new.shutLanes(state.lanes, of: to)
    }
    state.prices.copy(from: old.prices)
    state.transfers.copy(from: old.transfers)
    let match = WarmMatch(old: problem, new: new, from: from, to: to)
    match.copyLanes(from: old.lanes, to: state.lanes)
    let changed = match.copyShipments(from: old.shipments, to: state.shipments)
    let shut = new.shutLanes(state.lanes, of: to)
    return Set(changed + shut).sorted()
  }
}

/// Two versions of one block, item by item.
private struct WarmMatch {
  let old: PlanningProblem
  let new: PlanningProblem
  let from: ItemBlock
  let to: ItemBlock

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

  /// Copies the shipments of items that are asked for as before, from the same places; returns all
  /// others.
  func copyShipments(from source: FlatBuffer<Float>, to target: FlatBuffer<Float>) -> [Int] {
    (0..<to.items.count).filter { number in
      guard number < from.items.count,
        isAsked(from.items.pointer[number], like: to.items.pointer[number])
      else { return true }
      let (a, b) = (from.items.pointer[number], to.items.pointer[number])
      if b.groupStart == b.groupEnd { return false }
      let (given, wanted) = (from.recourse(of: a, old).shipments, to.recourse(of: b, new).shipments)
      for (place, other) in zip(wanted, given) { target.pointer[place] = source.pointer[other] }
      return false
    }
  }

  /// Whether two versions of an item have the same customers in every scenario, and the same
  /// places to serve them from.
  private func isAsked(_ a: ItemBlock.Item, like b: ItemBlock.Item) -> Bool {
    let (before, now) = (old.layouts[Int(a.layout)], new.layouts[Int(b.layout)])
    let count = Int(b.groupEnd - b.groupStart)
    guard Int(a.groupEnd - a.groupStart) == count else { return false }
    return (0..<count).allSatisfy { place in
      let found = from.groups.pointer[Int(a.groupStart) + place]
      let wanted = to.groups.pointer[Int(b.groupStart) + place]
      let pairs = Int(wanted.pairEnd - wanted.pairStart)
      return found.arcCount == wanted.arcCount && found.speed == wanted.speed
        && found.epoch == wanted.epoch && Int(found.pairEnd - found.pairStart) == pairs
        && (0..<Int(wanted.arcCount)).allSatisfy {
          before.arcs[Int(found.arcStart) + $0].facility
            == now.arcs[Int(wanted.arcStart) + $0].facility
        }
        && (0..<pairs).allSatisfy { pair in
          let (old, new) = (Int(found.pairStart) + pair, Int(wanted.pairStart) + pair)
          return from.pairScenario.pointer[old] == to.pairScenario.pointer[new]
            && from.pairDemand.pointer[old] == to.pairDemand.pointer[new]
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

  /// Nothing goes to rooms that are full whatever is decided. Returns the items that were to, by
  /// place in the block.
  fileprivate func shutLanes(_ lanes: FlatBuffer<Float>, of block: ItemBlock) -> [Int] {
    if !fullRooms.any { return [] }
    return block.items.elements.indices.filter { number in
      var wasUsed = false
      for lane in fullRooms.shutLanes(of: block.items.pointer[number], block) {
        wasUsed = wasUsed || lanes.pointer[lane] > 0
        lanes.pointer[lane] = 0
      }
      return wasUsed
    }
  }
}
