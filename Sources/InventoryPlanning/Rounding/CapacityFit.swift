import RetailData

/// Changes whole quantities until every capacity holds: what costs least for the room it makes goes
/// first. Then uses what room there is: what gains most for the room it takes comes first.
struct CapacityFit {
  let problem: PlanningProblem
  let work: WorkContext
  /// By row of `LaneLoad`: money per day and unit of use.
  private let prices: [Double]

  /// Rounding of sums, as a share of a row's room.
  static let slack = 1e-9
  /// Rounds of choosing by cost; what is still too much then goes in the order of the items.
  static let reliefRounds = 40
  static let fillRounds = 6

  typealias Items = [[WholeItem]]
  typealias Measure = (Items, [[Int]]) throws -> Items

  init(problem: PlanningProblem, prices: PriceVector, work: WorkContext) {
    self.problem = problem
    self.work = work
    self.prices = LaneLoad.prices(prices)
  }

  /// - Parameters:
  ///   - room: What lanes may load, by row of `LaneLoad`.
  ///   - measure: Marginal costs anew, of items by block and place.
  ///   - fillsUp: Whether changes that pay are made where there is room.
  func run(_ items: inout Items, room: [Double], fillsUp: Bool, measure: Measure) throws {
    var load = load(items)
    for _ in 0..<Self.reliefRounds {
      if !isOver(load, room) { break }
      if try !change(&items, &load, room, measure) { break }
    }
    if force(&items, &load, room) {
      items = try measure(items, items.map { Array($0.indices) })
    }
    for _ in 0..<Self.fillRounds where fillsUp {
      if try !change(&items, &load, room, measure) { break }
    }
  }

  /// One round: of every item the best move, best moves first, each as long as it makes sense.
  /// False where there was none.
  private func change(
    _ items: inout Items, _ load: inout LaneLoad, _ room: [Double], _ measure: Measure
  ) throws -> Bool {
    let now = LaneLoads(use: load.use, room: room, prices: prices)
    let parts = FlatList<[ItemMove]>(count: items.count)
    let whole = items
    let relieves = now.isOver
    try work.forEachChunk(of: items.count, chunk: 1) { [problem] _, range in
      for block in range {
        parts.set(
          whole[block].indices.compactMap { place in
            let moves = ItemMoves(problem, block: block, place: place, whole: whole[block][place])
            return relieves ? moves.relief(now) : moves.gain(now)
          }, at: block)
      }
    }
    var changed = items.map { _ in [Int]() }
    var isChanged = false
    let sorted = parts.values.flatMap { $0 }.sorted {
      ($0.rank, $0.block, $0.place) < ($1.rank, $1.block, $1.place)
    }
    for move in sorted {
      let moves = ItemMoves(
        problem, block: move.block, place: move.place, whole: items[move.block][move.place])
      let current = LaneLoads(use: load.use, room: room, prices: prices)
      guard moves.isAllowed(move.steps, current, mustRelieve: relieves) else { continue }
      for step in move.steps {
        items[move.block][move.place].units[step.lane] += step.units
        load.add(moves.entries(step.lane), step.units)
      }
      changed[move.block].append(move.place)
      isChanged = true
    }
    if isChanged { items = try measure(items, changed) }
    return isChanged
  }

  private func isOver(_ load: LaneLoad, _ room: [Double]) -> Bool {
    LaneLoads(use: load.use, room: room, prices: prices).isOver
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

  /// Takes away whole supply rows and transfers, item by item, until nothing is too much. Nothing
  /// decided at all always fits. True where anything went.
  private func force(_ items: inout Items, _ load: inout LaneLoad, _ room: [Double]) -> Bool {
    var isForced = false
    var isChanged = true
    while isChanged {
      isChanged = false
      for block in items.indices {
        for place in items[block].indices {
          let now = LaneLoads(use: load.use, room: room, prices: prices)
          if !now.isOver { return isForced }
          let moves = ItemMoves(problem, block: block, place: place, whole: items[block][place])
          for number in items[block][place].units.indices
          where items[block][place].units[number] > 0 {
            let loads = moves.entries(number)
            if !loads.contains(where: { $0.amount > 0 && now.excess($0.row) > 0 }) { continue }
            for lane in moves.together(with: number) {
              load.add(moves.entries(lane), -items[block][place].units[lane])
              items[block][place].units[lane] = 0
            }
            isChanged = true
            isForced = true
          }
        }
      }
    }
    return isForced
  }
}

/// How full every capacity is.
struct LaneLoads: Sendable {
  let use: [Double]
  let room: [Double]
  let prices: [Double]

  /// What is used beyond the room; 0 where all fits.
  func excess(_ row: Int) -> Double {
    let over = use[row] - room[row]
    return over > CapacityFit.slack * max(1, room[row]) ? over : 0
  }

  var isOver: Bool { use.indices.contains { excess($0) > 0 } }

  /// Whether so much more fits.
  func fits(_ row: Int, _ amount: Double) -> Bool {
    use[row] + amount <= room[row] + CapacityFit.slack * max(1, room[row])
  }
}
