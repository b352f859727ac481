import RetailData

/// The shipments and transfers that serve best from what an item's lanes bring, at given shared
/// prices: where to go on from after a change that left those of before without their stock, or
/// without their customers.
///
/// Every item goes its own cheapest way, whatever all of them ask of a door: that is for the cuts
/// of the plan and for the iteration to settle.
///
/// Unchecked, because every worker of a pass has one to itself.
final class ItemRecourse: @unchecked Sendable {
  private let flow: RecourseFlow
  private let prices: PassPrices
  /// Quantities by lane of the item.
  private let units: FlatBuffer<Double>

  /// What is to be made anew of a block.
  struct Part: Sendable {
    /// Place in the block.
    let item: Int
    /// Nil for all of them.
    var scenarios: [Int]?
  }

  /// Parts of a unit that are assigned as one. Fractions as they come would be assigned in ever
  /// smaller parts, and without end; what this leaves out is filled up when the plan is made.
  static let grain = 1.0 / 64

  init(problem: PlanningProblem, prices: PassPrices) {
    self.prices = prices
    flow = RecourseFlow(problem: problem, prices: prices)
    units = FlatBuffer(repeating: 0, count: problem.blocks.map(\.mostLanes).max() ?? 0)
  }

  /// Writes an item's shipments and transfers.
  private func write(
    _ part: Part, _ block: ItemBlock, lanes: FlatBuffer<Float>, into iterate: BlockIterate
  ) {
    let item = block.items.pointer[part.item]
    if let scenarios = part.scenarios {
      iterate.clearRecourse(of: item, block, flow.problem, scenarios: scenarios)
    } else {
      iterate.clearRecourse(of: item, block, flow.problem)
    }
    if item.groupStart == item.groupEnd { return }
    flow.load(item, block, prices, grain: Self.grain)
    for lane in Int(item.laneStart)..<Int(item.laneEnd) {
      units.pointer[lane - Int(item.laneStart)] = Double(max(0, lanes.pointer[lane]))
    }
    for scenario in part.scenarios ?? Array(0..<flow.problem.scenarios) {
      flow.loadStock(scenario, item, block, units: units.pointer)
      flow.roundStock(to: Self.grain)
      _ = flow.solve(scenario)
      flow.write(scenario, item, block, into: iterate)
    }
  }

  /// Writes those of some items, by block, into `iterates`.
  ///
  /// - Throws: `CancellationError`.
  static func write(
    _ parts: [[Part]], of problem: PlanningProblem, lanes: [FlatBuffer<Float>],
    prices: PassPrices, into iterates: [BlockIterate], work: WorkContext
  ) throws {
    if parts.allSatisfy(\.isEmpty) { return }
    let workers = (0..<work.threads).map { _ in ItemRecourse(problem: problem, prices: prices) }
    try work.forEachChunk(of: parts.count, chunk: 1) { worker, range in
      for number in range {
        let block = problem.blocks[number]
        for part in parts[number] {
          // Where customers order all the time, a block of items takes long.
          try work.checkCancelled()
          workers[worker].write(part, block, lanes: lanes[number], into: iterates[number])
        }
      }
    }
  }

  /// The same point, with those of the items whose lanes are not what they were in `earlier`.
  ///
  /// - Throws: `CancellationError`.
  static func fitted(
    _ subject: Recovery.Subject, after earlier: Recovery.Subject
  ) throws -> Recovery.Subject {
    let problem = subject.problem
    let moved = problem.blocks.enumerated().map { number, block in
      let (before, now) = (earlier.lanes[number].pointer, subject.lanes[number].pointer)
      return block.items.elements.indices.compactMap { place in
        let item = block.items.pointer[place]
        let isMoved = (Int(item.laneStart)..<Int(item.laneEnd)).contains { before[$0] != now[$0] }
        return isMoved ? Part(item: place) : nil
      }
    }
    let iterates = subject.iterates.map { BlockIterate(recourseOf: $0) }
    try write(
      moved, of: problem, lanes: subject.lanes, prices: subject.prices, into: iterates,
      work: subject.work)
    return try Recovery.Subject(
      problem: problem, iterates: iterates, lanes: subject.lanes, prices: subject.prices,
      work: subject.work)
  }
}
