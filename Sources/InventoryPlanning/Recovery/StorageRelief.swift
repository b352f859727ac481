import RetailData

/// Cuts what is on order for rooms that became too small, item by item, by what a litre is worth
/// there.
///
/// Where a room is exceeded by a little, all lanes into it are cut alike (`FlowCuts`): at the
/// margin all of them are worth the same. Where it lost a tenth of its litres, most of which are
/// taken already, half of what is coming has to go; and an item whose sales hang on it must not
/// lose half of its stock beside another that hardly needs its own. So it is tried out what each
/// item loses when half or all of it stays away, and what loses the least by litre goes first.
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

  /// Rooms from the bottom up, as what a site does not take stays with the centre above it. Nil
  /// where all are large enough.
  static func relieved(
    _ given: Recovery.Subject, prices: PriceVector
  ) throws -> Recovery.Subject? {
    var subject = given
    var rooms = 0
    for facility in subject.problem.order.facilities.reversed().map({ Int($0) })
    where rooms < mostRooms {
      let share = FlowCuts.roomShares(subject.sums, problem: subject.problem)[facility]
      if share >= enough { continue }
      rooms += 1
      subject = try StorageRelief(subject: subject, prices: prices, facility: facility).cut(
        to: share)
    }
    return rooms > 0 ? subject : nil
  }

  private func cut(to share: Double) throws -> Recovery.Subject {
    let problem = subject.problem
    let trials = try trials()
    let coming = trials.reduce(0) { $0 + ($1.uses.first ?? 0) }
    let kept = ReliefTrial.kept(trials, excess: (1 - share) * coming)
    let lanes = problem.blocks.indices.map { number in
      let block = problem.blocks[number]
      let lanes = FlatBuffer<Float>(repeating: 0, count: block.lanes.count)
      lanes.copy(from: subject.lanes[number])
      for place in 0..<block.items.count {
        let steps = kept[number * PlanningProblem.blockSize + place]
        if steps.isEmpty { continue }
        let share = steps.reduce(0, +) / Float(steps.count)
        scale(block.items.pointer[place], block, lanes, by: share)
      }
      return lanes
    }
    return try Recovery.Subject(
      problem: problem, iterates: subject.iterates, lanes: lanes, prices: subject.prices,
      work: subject.work)
  }

  private func trials() throws -> [ReliefTrial] {
    let problem = subject.problem
    let kernels = (0..<subject.work.threads).map { _ in
      RecourseKernel(
        problem: problem, prices: subject.prices, cuts: FlowCuts(uncut: problem), fillsUp: true)
    }
    let trials = FlatList<[ReliefTrial]>(count: problem.blocks.count)
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
  ) -> ReliefTrial {
    let block = subject.problem.blocks[number]
    var trial = ReliefTrial()
    let litres = litres(item, block, subject.lanes[number])
    if litres <= 0 { return trial }
    let lanes = FlatBuffer<Float>(repeating: 0, count: block.lanes.count)
    for share in Self.tried {
      lanes.copy(from: subject.lanes[number])
      scale(item, block, lanes, by: share)
      var sums = RecourseSums(subject.problem)
      kernel.run(item, block, lanes, subject.iterates[number], nil, &sums)
      trial.uses.append(Double(share) * litres)
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
