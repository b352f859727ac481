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
    let match = WarmMatch(old: problem, new: new)
    // By block, what is to be made anew.
    let upset = FlatList<[ItemRecourse.Part]>(count: new.blocks.count)
    try work.forEachChunk(of: new.blocks.count, chunk: 1) { _, range in
      for number in range {
        upset.set(load(number, match, into: states[number].projected), at: number)
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

  /// Sets a block's part; returns the shipments that no longer fit.
  private func load(
    _ number: Int, _ match: WarmMatch, into state: BlockIterate
  ) -> [ItemRecourse.Part] {
    let new = match.new
    let (from, to) = (problem.blocks[number], new.blocks[number])
    guard from.priceCount == to.priceCount, from.transferCount == to.transferCount else {
      return to.items.elements.indices.map { ItemRecourse.Part(item: $0) }
    }
    let old = iterates[number]
    if from.isSame(as: to) {
      state.copy(from: old)
      return new.shutLanes(state.lanes, of: to).map { ItemRecourse.Part(item: $0) }
    }
    state.prices.copy(from: old.prices)
    state.transfers.copy(from: old.transfers)
    let blocks = WarmMatch.Blocks(match, from: from, to: to)
    blocks.copyLanes(from: old.lanes, to: state.lanes)
    let changed = blocks.copyShipments(from: old.shipments, to: state.shipments)
    let shut = Set(new.shutLanes(state.lanes, of: to))
    return changed.filter { !shut.contains($0.item) } + shut.sorted().map { .init(item: $0) }
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
