import RetailData

extension Rounding {
  /// Every item's ways to be whole, at the prices of the solve and then at those that whole cases
  /// have, and of all of them the best together; nil where storage counts on relief that comes of
  /// none.
  func chosen(_ draft: PlanDraft, _ iterates: [BlockIterate]) throws -> Candidate? {
    let wishes = draft.blocks.map(\.lanes)
    let base = LaneLoad.prices(prices)
    let typical = typicalPrices
    var room = LaneLoad.room(problem, beside: draft)
    var columns = try self.columns(wishes, base, isWhole: false)
    var choice = CaseChoice(columns, room: room, typical: typical)
    var found = try choice.price(from: base, work: work)
    try choice.settle(found, work: work)
    // Whole cases need more room, or other room, than fractions: what is scarce now was not.
    let more = try self.columns(lanes(columns, choice), found, isWhole: true)
    for item in columns.indices { columns[item].add(more[item]) }
    for _ in 0..<2 {
      choice = CaseChoice(columns, room: room, typical: typical)
      found = try choice.price(from: found, work: work)
      try choice.settle(found, work: work)
      let lanes = lanes(columns, choice)
      let refit = try refitted(iterates, lanes)
      if let draft = try fitted(lanes, refit, draft.prices) {
        return Candidate(draft: draft, iterates: refit)
      }
      // What shipments relieve storage of is less than it was: count on none of it.
      for facility in 0..<problem.facilityCount {
        room[facility] = max(0, problem.capacity.storage[facility] - problem.standing[facility])
      }
    }
    return nil
  }

  /// Every item's columns, in the order of blocks and places.
  ///
  /// - Parameters:
  ///   - lanes: Where each item begins; `isWhole` says that all rules are kept there.
  ///   - charges: What lanes are charged, by row of `LaneLoad`; recourse has the prices of the
  ///     solve.
  private func columns(
    _ lanes: [FlatBuffer<Float>], _ charges: [Double], isWhole: Bool
  ) throws -> [ItemColumns] {
    let extra = zip(charges, LaneLoad.prices(prices)).map { $0 - $1 }
    let parts = FlatList<[ItemColumns]>(count: problem.blocks.count)
    try work.forEachChunk(of: problem.blocks.count, chunk: 1) { worker, range in
      let rounder = rounders[worker]
      for number in range {
        let block = problem.blocks[number]
        let found = (0..<block.items.count).map { place in
          let item = block.items.pointer[place]
          rounder.load(item, block, pass, extra: extra)
          return rounder.columns(from: wish(of: item, lanes[number]), isWhole: isWhole, charges)
        }
        parts.set(found, at: number)
      }
    }
    return parts.values.flatMap { $0 }
  }

  /// The chosen quantities, by block and lane.
  private func lanes(_ columns: [ItemColumns], _ choice: CaseChoice) -> [FlatBuffer<Float>] {
    var number = 0
    return problem.blocks.map { block in
      let lanes = FlatBuffer<Float>(repeating: 0, count: block.lanes.count)
      for place in 0..<block.items.count {
        let start = Int(block.items.pointer[place].laneStart)
        for (lane, units) in columns[number].all[choice.choice(of: number)].units.enumerated() {
          lanes.pointer[start + lane] = Float(units)
        }
        number += 1
      }
      return lanes
    }
  }

  /// What a price might be, by row of `LaneLoad`: what a mean unit is worth, for the time it takes.
  private var typicalPrices: [Double] {
    var (items, worth, space) = (0.0, 0.0, 0.0)
    for block in problem.blocks {
      for place in 0..<block.items.count {
        let item = block.items.pointer[place]
        items += 1
        worth += item.meanWorth
        space += item.volume * item.cycle
      }
    }
    let flow = items > 0 ? worth / items : 1
    let storage = space > 0 ? worth / space : flow
    let count = problem.facilityCount
    return [Double](repeating: storage, count: count) + [Double](repeating: flow, count: 2 * count)
  }
}
