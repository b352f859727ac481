import RetailData

/// Cuts what is on order for rooms that became too small, item by item, by what a litre is worth
/// there.
///
/// Where a room is exceeded by a little, all lanes into it are cut alike (`FlowCuts`): at the
/// margin all of them are worth the same. Where it lost a tenth of its litres, most of which are
/// taken already, half of what is coming has to go; and an item whose sales hang on it must not
/// lose half of its stock beside another that hardly needs its own. So it is tried out what each
/// item loses when half or all of it stays away, and what loses the least by litre goes first: a
/// fractional knapsack over losses made convex.
struct StorageRelief {
  private let subject: Recovery.Subject
  private let prices: PriceVector
  /// The room.
  private let facility: Int

  /// A room that takes as large a share of what is coming is left to the common cut.
  private static let enough = 0.97
  /// Each takes three passes over all items.
  private static let mostRooms = 4
  private static let tried: [Float] = [1, 0.5, 0]

  /// Rooms from the bottom up, as what a site does not take stays with the centre above it.
  static func relieved(
    _ subject: Recovery.Subject, prices: PriceVector
  ) throws -> Recovery.Subject {
    var subject = subject
    var rooms = 0
    for facility in subject.problem.order.facilities.reversed().map({ Int($0) })
    where rooms < mostRooms {
      let share = FlowCuts.roomShares(subject.sums, problem: subject.problem)[facility]
      if share >= enough { continue }
      rooms += 1
      subject = try StorageRelief(subject: subject, prices: prices, facility: facility).cut(
        to: share)
    }
    return subject
  }

  /// Part of an item's litres: what it costs to do without them, money per day and litre.
  private struct Piece {
    var item: Int
    var litres: Double
    var loss: Double
  }

  /// What an item brings to the room, and what it costs when only the shares of `tried` come.
  private struct Trial: Sendable {
    var litres = 0.0
    var costs: [Double] = []
  }

  private func cut(to share: Double) throws -> Recovery.Subject {
    let problem = subject.problem
    let trials = try trials()
    let coming = trials.reduce(0) { $0 + $1.litres }
    var excess = (1 - share) * coming
    var kept = [Float](repeating: 1, count: trials.count)
    for piece in pieces(trials) where excess > 0 {
      let litres = min(piece.litres, excess)
      kept[piece.item] -= Float(litres / trials[piece.item].litres)
      excess -= litres
    }
    let lanes = problem.blocks.indices.map { number in
      let block = problem.blocks[number]
      let lanes = FlatBuffer<Float>(repeating: 0, count: block.lanes.count)
      lanes.copy(from: subject.lanes[number])
      for place in 0..<block.items.count {
        let share = max(0, kept[number * PlanningProblem.blockSize + place])
        scale(block.items.pointer[place], block, lanes, by: share)
      }
      return lanes
    }
    return try Recovery.Subject(
      problem: problem, states: subject.states, lanes: lanes, prices: subject.prices,
      work: subject.work)
  }

  /// The cheapest litres first.
  private func pieces(_ trials: [Trial]) -> [Piece] {
    var pieces: [Piece] = []
    for (item, trial) in trials.enumerated() where trial.litres > 0 {
      let half = trial.litres / 2
      let (first, second) = (trial.costs[1] - trial.costs[0], trial.costs[2] - trial.costs[1])
      // The second half is never cheaper to do without: it would go first.
      let losses = second < first ? [(first + second) / 2] : [first, second]
      let litres = trial.litres / Double(losses.count)
      for loss in losses { pieces.append(Piece(item: item, litres: litres, loss: loss / half)) }
    }
    return pieces.sorted { ($0.loss, $0.item) < ($1.loss, $1.item) }
  }

  private func trials() throws -> [Trial] {
    let problem = subject.problem
    let kernels = (0..<subject.work.threads).map { _ in
      RecourseKernel(
        problem: problem, prices: subject.prices, cuts: FlowCuts(uncut: problem), fillsUp: true)
    }
    let trials = FlatList<[Trial]>(count: problem.blocks.count)
    try subject.work.forEachChunk(of: problem.blocks.count, chunk: 1) { worker, range in
      for number in range {
        let block = problem.blocks[number]
        trials.set(
          (0..<block.items.count).map { place in
            trial(block.items.pointer[place], inBlock: number, kernels[worker])
          }, at: number)
      }
    }
    return trials.values.flatMap { $0 }
  }

  private func trial(
    _ item: ItemBlock.Item, inBlock number: Int, _ kernel: RecourseKernel
  ) -> Trial {
    let block = subject.problem.blocks[number]
    var trial = Trial(litres: litres(item, block, subject.lanes[number]))
    if trial.litres <= 0 { return trial }
    let lanes = FlatBuffer<Float>(repeating: 0, count: block.lanes.count)
    for share in Self.tried {
      lanes.copy(from: subject.lanes[number])
      scale(item, block, lanes, by: share)
      var sums = RecourseSums(subject.problem)
      kernel.run(item, block, lanes, subject.states[number].projected, nil, &sums)
      trial.costs.append(sums.charged(prices, problem: subject.problem))
    }
    return trial
  }

  private func litres(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ lanes: FlatBuffer<Float>
  ) -> Double {
    var units = 0.0
    forEachLane(of: item, block) { units += Double(max(0, lanes.pointer[$0])) }
    return units * item.volume
  }

  private func scale(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ lanes: FlatBuffer<Float>, by share: Float
  ) {
    if share < 1 { forEachLane(of: item, block) { lanes.pointer[$0] *= share } }
  }

  /// The item's lanes into the room.
  private func forEachLane(of item: ItemBlock.Item, _ block: ItemBlock, _ body: (Int) -> Void) {
    let layout = subject.problem.layouts[Int(item.layout)]
    for lane in Int(item.laneStart)..<Int(item.laneEnd)
    where Int(layout.facilities[Int(block.lanes.pointer[lane].to)]) == facility { body(lane) }
  }
}
