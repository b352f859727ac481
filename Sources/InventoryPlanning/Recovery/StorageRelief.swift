import RetailData

/// Cuts what is on order for rooms that became too small, item by item, by what a litre is worth
/// there.
///
/// Where a room is exceeded by a little, all lanes into it are cut alike (`FlowCuts`): at the
/// margin all of them are worth the same. Where it lost a tenth of its litres, most of which are
/// taken already, half of what is coming has to go; and an item whose sales hang on it must not
/// lose half of its stock beside another that hardly needs its own. So it is tried out what each
/// item loses when half or all of it stays away, and what loses the least by litre goes first. What
/// stays away goes to another place where that is worth it, if asked for: places near by may have
/// the room, but not the doors.
struct StorageRelief {
  private let subject: Recovery.Subject
  private let prices: PriceVector
  /// The room.
  private let facility: Int
  /// Whether what stays away may go elsewhere.
  private let diverts: Bool

  /// A room that takes as large a share of what is coming is left to the common cut.
  private static let enough = 0.97
  /// So is one of which so small a share of its litres is exceeded, little as may be coming.
  private static let little = 0.005
  /// Each takes three passes over all items.
  private static let mostRooms = 4

  /// What is known of an item.
  private struct Trial: Sendable {
    var relief = ReliefTrial()
    /// The lanes that what stays away takes instead, by the item's lanes into the room; empty where
    /// it is best not bought, or left where it stands.
    var others: [Int] = []
  }

  /// Rooms from the bottom up, as what a site does not take stays with the centre above it. Nil
  /// where all are large enough.
  static func relieved(
    _ given: Recovery.Subject, prices: PriceVector, diverts: Bool
  ) throws -> Recovery.Subject? {
    var subject = given
    let problem = given.problem
    var rooms = 0
    for facility in problem.order.facilities.reversed().map({ Int($0) }) where rooms < mostRooms {
      let share = FlowCuts.roomShares(subject.sums, problem: problem)[facility]
      if share >= enough { continue }
      let coming = subject.sums.laneLitres(FlowCuts(uncut: problem), problem: problem).coming
      if (1 - share) * coming[facility] <= little * problem.capacity.storage[facility] { continue }
      rooms += 1
      let relief = StorageRelief(
        subject: subject, prices: prices, facility: facility, diverts: diverts)
      subject = try relief.cut(to: share)
    }
    return rooms > 0 ? subject : nil
  }

  private func cut(to share: Double) throws -> Recovery.Subject {
    let problem = subject.problem
    let trials = try trials()
    let coming = trials.reduce(0) { $0 + ($1.relief.uses.first ?? 0) }
    let kept = ReliefTrial.kept(trials.map(\.relief), excess: (1 - share) * coming)
    let lanes = problem.blocks.indices.map { number in
      let block = problem.blocks[number]
      let lanes = FlatBuffer<Float>(repeating: 0, count: block.lanes.count)
      lanes.copy(from: subject.lanes[number])
      for place in 0..<block.items.count {
        let trial = number * PlanningProblem.blockSize + place
        let steps = kept[trial]
        if steps.isEmpty { continue }
        let share = steps.reduce(0, +) / Float(steps.count)
        scale(block.items.pointer[place], block, lanes, by: share, others: trials[trial].others)
      }
      return lanes
    }
    return try Recovery.Subject(
      problem: problem, iterates: subject.iterates, lanes: lanes, prices: subject.prices,
      work: subject.work)
  }

  private func trials() throws -> [Trial] {
    let problem = subject.problem
    let workers = (0..<subject.work.threads).map { _ in
      (
        kernel: RecourseKernel(
          problem: problem, prices: subject.prices, cuts: FlowCuts(uncut: problem), fillsUp: true),
        stock: StockPrices(problem: problem, prices: subject.prices)
      )
    }
    let trials = FlatList<[Trial]>(count: problem.blocks.count)
    try subject.work.forEachChunk(of: problem.blocks.count, chunk: 1) { worker, range in
      for number in range {
        let block = problem.blocks[number]
        let (kernel, stock) = workers[worker]
        trials.set(
          (0..<block.items.count).map { place in
            trial(block.items.pointer[place], inBlock: number, kernel, stock)
          }, at: number)
      }
    }
    return trials.values.flatMap { $0 }
  }

  private func trial(
    _ item: ItemBlock.Item, inBlock number: Int, _ kernel: RecourseKernel, _ stock: StockPrices
  ) -> Trial {
    let block = subject.problem.blocks[number]
    var trial = Trial()
    let litres = litres(item, block, subject.lanes[number])
    if litres <= 0 { return trial }
    let lanes = FlatBuffer<Float>(repeating: 0, count: block.lanes.count)
    func cost(_ share: Float, others: [Int]) -> Double {
      lanes.copy(from: subject.lanes[number])
      scale(item, block, lanes, by: share, others: others)
      var sums = RecourseSums(subject.problem)
      kernel.run(item, block, lanes, subject.iterates[number], nil, &sums)
      return sums.charged(prices, problem: subject.problem)
    }
    var least = cost(0, others: [])
    if diverts {
      stock.load(item, block, raw: subject.iterates[number].prices)
      let others = lanesIn(item, block).map { nextBest($0, item, block, stock) }
      let diverted = cost(0, others: others)
      if diverted < least { (least, trial.others) = (diverted, others) }
    }
    trial.relief = ReliefTrial(
      uses: [litres, litres / 2, 0],
      costs: [cost(1, others: []), cost(0.5, others: trial.others), least])
    return trial
  }

  /// The lane that takes to another place what a lane brings, at the least loss by stock prices; -1
  /// where there is none.
  private func nextBest(
    _ lane: Int, _ item: ItemBlock.Item, _ block: ItemBlock, _ stock: StockPrices
  ) -> Int {
    let origin = block.lanes.pointer[lane].from
    var best = (lane: -1, cost: Double.infinity)
    for other in Int(item.laneStart)..<Int(item.laneEnd) {
      let found = block.lanes.pointer[other]
      if found.from != origin || found.to == block.lanes.pointer[lane].to
        || subject.problem.fullRooms.shut(found, item)
      {
        continue
      }
      let cost = stock.reducedCost(lane: other, item, block)
      if cost < best.cost { best = (other, cost) }
    }
    return best.lane
  }

  private func litres(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ lanes: FlatBuffer<Float>
  ) -> Double {
    let units = lanesIn(item, block).reduce(0) { $0 + Double(max(0, lanes.pointer[$1])) }
    return units * item.volume
  }

  /// - Parameter others: The lanes that take what stays away; none where empty.
  private func scale(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ lanes: FlatBuffer<Float>, by share: Float,
    others: [Int]
  ) {
    if share == 1 { return }
    for (number, lane) in lanesIn(item, block).enumerated() {
      let units = lanes.pointer[lane]
      lanes.pointer[lane] = share * units
      if others.indices.contains(number), others[number] >= 0 {
        lanes.pointer[others[number]] += (1 - share) * units
      }
    }
  }

  /// The item's lanes into the room.
  private func lanesIn(_ item: ItemBlock.Item, _ block: ItemBlock) -> [Int] {
    let layout = subject.problem.layouts[Int(item.layout)]
    return (Int(item.laneStart)..<Int(item.laneEnd)).filter {
      Int(layout.facilities[Int(block.lanes.pointer[$0].to)]) == facility
    }
  }
}
