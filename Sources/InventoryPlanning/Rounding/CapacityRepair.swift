import RetailData

/// Takes quantities away, or elsewhere, until every capacity holds: what costs least for the room
/// it makes goes first.
struct CapacityRepair {
  let problem: PlanningProblem
  let rules: [OrderRule]
  let work: WorkContext

  /// What rounding leaves of a full row counts as full.
  static let slack = 1e-9
  /// Rounds of choosing by cost; what is still too much then goes in the order of the items.
  static let rounds = 40

  typealias Items = [[WholeItem]]

  /// - Parameters:
  ///   - room: What lanes may load, by row of `LaneLoad`.
  ///   - measure: The marginal costs of items that changed, by block and place.
  func run(
    _ items: inout Items, room: [Double], measure: ([[Int]], Items) throws -> Items
  ) throws {
    var load = load(items)
    for _ in 0..<Self.rounds {
      let excess = excess(load, room)
      if !excess.contains(where: { $0 > 0 }) { return }
      var moves = try moves(items, excess: excess)
      moves.sort {
        ($0.loss / $0.relief, $0.item) < ($1.loss / $1.relief, $1.item)
      }
      var changed = problem.blocks.map { _ in [Int]() }
      var isChanged = false
      for move in moves where isWanted(move, load, room) {
        let (block, place) = (move.item / PlanningProblem.blockSize, move.item % PlanningProblem.blockSize)
        apply(move.steps, block, place, &items, &load)
        changed[block].append(place)
        isChanged = true
      }
      if !isChanged { break }
      items = try measure(changed, items)
    }
    force(&items, &load, room)
  }

  func load(_ items: Items) -> LaneLoad {
    var load = LaneLoad(facilities: problem.facilityCount)
    for (block, whole) in zip(problem.blocks, items) {
      for (place, whole) in whole.enumerated() {
        let item = block.items.pointer[place]
        for (number, units) in whole.units.enumerated() where units > 0 {
          let lane = block.lanes.pointer[Int(item.laneStart) + number]
          load.add(LaneLoad.entries(lane, item, problem), units)
        }
      }
    }
    return load
  }

  private func excess(_ load: LaneLoad, _ room: [Double]) -> [Double] {
    zip(load.use, room).map { use, room in
      use > room + Self.slack * max(1, room) ? use - room : 0
    }
  }

  private func apply(
    _ steps: [(lane: Int, units: Double)], _ block: Int, _ place: Int, _ items: inout Items,
    _ load: inout LaneLoad
  ) {
    let item = problem.blocks[block].items.pointer[place]
    for step in steps {
      items[block][place].units[step.lane] += step.units
      load.add(entries(block, item, step.lane), step.units)
    }
  }

  private func entries(_ block: Int, _ item: ItemBlock.Item, _ lane: Int) -> [LaneLoad.Entry] {
    LaneLoad.entries(
      problem.blocks[block].lanes.pointer[Int(item.laneStart) + lane], item, problem)
  }

  /// Whether a move still brings down what is too much, and puts nothing over its limit.
  private func isWanted(_ move: ReliefMove, _ load: LaneLoad, _ room: [Double]) -> Bool {
    let block = move.item / PlanningProblem.blockSize
    let item = problem.blocks[block].items.pointer[move.item % PlanningProblem.blockSize]
    var helps = false
    for (row, amount) in net(move.steps, block, item) {
      let over = load.use[row] - room[row]
      if amount < 0, over > Self.slack * max(1, room[row]) { helps = true }
      if amount > 0, over + amount > Self.slack * max(1, room[row]) { return false }
    }
    return helps
  }

  /// What a change loads, by row.
  private func net(
    _ steps: [(lane: Int, units: Double)], _ block: Int, _ item: ItemBlock.Item
  ) -> [(row: Int, amount: Double)] {
    var net: [(row: Int, amount: Double)] = []
    for step in steps {
      for entry in entries(block, item, step.lane) {
        if let place = net.firstIndex(where: { $0.row == entry.row }) {
          net[place].amount += entry.amount * step.units
        } else {
          net.append((entry.row, entry.amount * step.units))
        }
      }
    }
    return net.filter { abs($0.amount) > 1e-12 }
  }

  /// Each item's best way to relieve what is too much.
  private func moves(_ items: Items, excess: [Double]) throws -> [ReliefMove] {
    let parts = FlatList<[ReliefMove]>(count: items.count)
    try work.forEachChunk(of: items.count, chunk: 1) { _, range in
      for block in range {
        var found: [ReliefMove] = []
        for (place, whole) in items[block].enumerated() {
          if let move = bestMove(block, place, whole, excess) { found.append(move) }
        }
        parts.set(found, at: block)
      }
    }
    return parts.values.flatMap { $0 }
  }

  private func bestMove(
    _ block: Int, _ place: Int, _ whole: WholeItem, _ excess: [Double]
  ) -> ReliefMove? {
    let item = problem.blocks[block].items.pointer[place]
    let lanes = problem.blocks[block].lanes.pointer + Int(item.laneStart)
    let count = whole.units.count
    var best: ReliefMove?
    func consider(
      _ change: ReliefMove.Change, _ steps: [(lane: Int, units: Double)], _ loss: Double
    ) {
      var relief = 0.0
      for (row, amount) in net(steps, block, item) where excess[row] > 0 {
        if amount > 0 { return }
        relief += min(1, -amount / excess[row])
      }
      if relief <= 0 { return }
      let move = ReliefMove(
        item: block * PlanningProblem.blockSize + place, change: change, steps: steps, loss: loss,
        relief: relief)
      if let other = best, other.loss / other.relief <= loss / relief { return }
      best = move
    }
    var start = 0
    var row = 0
    while start < count, lanes[start].supply >= 0 {
      var end = start
      while end < count, lanes[end].supply == lanes[start].supply { end += 1 }
      for from in start..<end where whole.units[from] >= 1 {
        // Only a lane that loads what is too full is worth moving.
        if !entries(block, item, from).contains(where: { excess[$0.row] > 0 }) { continue }
        for to in start..<end where to != from {
          consider(
            .unit(from: from, to: to), [(from, -1), (to, 1)], whole.lower[from] + whole.raise[to])
        }
      }
      if whole.units[start..<end].contains(where: { $0 > 0 }) {
        consider(.drop(row: row), dropSteps(start..<end, whole, lanes[start].supply), whole.drop[row])
      }
      row += 1
      start = end
    }
    for number in start..<count {
      if whole.units[number] >= 1 {
        consider(.unit(from: number, to: -1), [(number, -1)], whole.lower[number])
      }
      if onHandLeft(number, block, item, whole) >= 1 {
        consider(.unit(from: -1, to: number), [(number, 1)], whole.raise[number])
      }
    }
    return best
  }

  /// One case less of a row, the units that are worth least first.
  private func dropSteps(_ range: Range<Int>, _ whole: WholeItem, _ supply: Int32)
    -> [(lane: Int, units: Double)]
  {
    let now = range.reduce(0) { $0 + whole.units[$1] }
    var left = now - rules[Int(supply)].atMost(now - 1)
    var steps: [(lane: Int, units: Double)] = []
    for lane in range.sorted(by: { (whole.lower[$0], $0) < (whole.lower[$1], $1) }) {
      let taken = min(left, whole.units[lane])
      if taken > 0 { steps.append((lane, -taken)) }
      left -= taken
    }
    return steps
  }

  private func onHandLeft(
    _ number: Int, _ block: Int, _ item: ItemBlock.Item, _ whole: WholeItem
  ) -> Double {
    let lanes = problem.blocks[block].lanes.pointer + Int(item.laneStart)
    let from = lanes[number].from
    var left = Double(
      problem.blocks[block].onHand.pointer[Int(item.figures) + Int(from)]
    ).rounded(.down)
    for other in whole.units.indices
    where lanes[other].kind == .onHand && lanes[other].from == from {
      left -= whole.units[other]
    }
    return left
  }

  /// Takes away whole supply rows and transfers, item by item, until nothing is too much. Nothing
  /// decided at all always fits.
  private func force(_ items: inout Items, _ load: inout LaneLoad, _ room: [Double]) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for block in items.indices {
        for place in items[block].indices {
          let excess = excess(load, room)
          if !excess.contains(where: { $0 > 0 }) { return }
          let item = problem.blocks[block].items.pointer[place]
          let lanes = problem.blocks[block].lanes.pointer + Int(item.laneStart)
          let units = items[block][place].units
          for number in units.indices where units[number] > 0 {
            let loads = entries(block, item, number)
            if !loads.contains(where: { $0.amount > 0 && excess[$0.row] > 0 }) { continue }
            let gone = units.indices.filter {
              $0 == number || (lanes[number].supply >= 0 && lanes[$0].supply == lanes[number].supply)
            }
            apply(
              gone.map { ($0, -items[block][place].units[$0]) }, block, place, &items, &load)
            isChanged = true
          }
        }
      }
    }
  }
}
