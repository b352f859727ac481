import RetailData

/// Cuts what is to be shipped through doors that became too narrow, item by item, by what a unit is
/// worth there.
///
/// Where a door is short of a little, the slowest promise is cut for all items alike (`FlowCuts`).
/// Where it lost a tenth, some items have stock near by that serves as well, and others lose their
/// sales: it is tried out what each item loses when one promise after the other, the slowest first,
/// is no longer kept from there, and what loses the least by unit goes first. Only doors that are
/// not full can take over.
struct DoorRelief {
  private let subject: Recovery.Subject
  private let prices: PriceVector
  /// The door's facility.
  private let facility: Int

  /// A door that can ship as large a share of what is wished for is left to the common cut.
  private static let enough = 0.98
  /// Each takes up to three passes over all items.
  private static let mostDoors = 2

  /// Shipments that fit the doors, the narrowest first. Nil where all are wide enough.
  ///
  /// - Parameter cuts: As a plan before was cut. Doors that are relieved are not cut any more, and
  ///   nothing is added through them.
  static func relieved(
    _ subject: Recovery.Subject, prices: PriceVector, cuts: inout FlowCuts
  ) throws -> Recovery.Subject? {
    var subject = subject
    let problem = subject.problem
    let lanes = FlowCuts(subject.sums, problem: problem)
    let wished = try subject.run(lanes, fillsUp: false).flows
    let shares = lanes.doorShares(subject.sums, actual: wished, problem: problem)
    let doors = shares.indices.filter { shares[$0] < enough }.sorted {
      (shares[$0], $0) < (shares[$1], $1)
    }
    if doors.isEmpty { return nil }
    for door in doors.prefix(mostDoors) {
      subject = try DoorRelief(subject: subject, prices: prices, facility: door).cut(
        excess: (1 - shares[door]) * wished.shipUnits[door])
      for speed in 0..<problem.speedCount { cuts.ship[door * problem.speedCount + speed] = 1 }
      cuts.addNothing(through: door, problem: problem)
    }
    return subject
  }

  private func cut(excess: Double) throws -> Recovery.Subject {
    let problem = subject.problem
    let kept = ReliefTrial.kept(try trials(), excess: excess)
    let iterates = problem.blocks.indices.map { number in
      let block = problem.blocks[number]
      let shipments = FlatBuffer<Float>(repeating: 0, count: block.shipmentCount)
      shipments.copy(from: subject.iterates[number].shipments)
      for place in 0..<block.items.count {
        let steps = kept[number * PlanningProblem.blockSize + place]
        for (step, share) in steps.enumerated() where share < 1 {
          scale(
            block.items.pointer[place], block, shipments, speed: problem.slowestFirst[step],
            by: share)
        }
      }
      return BlockIterate(shipments: shipments, others: subject.iterates[number])
    }
    return try Recovery.Subject(
      problem: problem, iterates: iterates, lanes: subject.lanes, prices: subject.prices,
      work: subject.work)
  }

  private func trials() throws -> [ReliefTrial] {
    let problem = subject.problem
    // What is left for the door is shared out: its price must not count twice.
    var charges = prices
    charges.outbound[facility] = 0
    let kernels = (0..<subject.work.threads).map { _ in
      (0...problem.speedCount).map { kernel(steps: $0) }
    }
    let trials = FlatList<[ReliefTrial]>(count: problem.blocks.count)
    try subject.work.forEachChunk(of: problem.blocks.count, chunk: 1) { [charges] worker, range in
      for number in range {
        let block = problem.blocks[number]
        trials.set(
          (0..<block.items.count).map { place in
            trial(block.items.pointer[place], inBlock: number, kernels[worker], charges)
          }, at: number)
      }
    }
    return trials.values.flatMap { $0 }
  }

  /// Ships nothing on top through full doors, nor through this one what the slowest promises wish
  /// for.
  private func kernel(steps: Int) -> RecourseKernel {
    var cuts = FlowCuts(uncut: subject.problem)
    cuts.addNothing(throughFull: prices, and: facility, problem: subject.problem)
    for speed in subject.problem.slowestFirst.prefix(steps) {
      cuts.ship[facility * subject.problem.speedCount + speed] = 0
    }
    return RecourseKernel(
      problem: subject.problem, prices: subject.prices, cuts: cuts, fillsUp: true)
  }

  private func trial(
    _ item: ItemBlock.Item, inBlock number: Int, _ kernels: [RecourseKernel],
    _ charges: PriceVector
  ) -> ReliefTrial {
    let problem = subject.problem
    let block = problem.blocks[number]
    var trial = ReliefTrial()
    let ships = ships(item, block, subject.iterates[number].shipments)
    guard ships.contains(true) else { return trial }
    for (step, kernel) in kernels.enumerated() {
      // A promise of which nothing is kept from there changes nothing.
      if step > 0, !ships[problem.slowestFirst[step - 1]] {
        trial.uses.append(trial.uses[step - 1])
        trial.costs.append(trial.costs[step - 1])
        continue
      }
      var sums = RecourseSums(problem)
      kernel.run(item, block, subject.lanes[number], subject.iterates[number], nil, &sums)
      let use = sums.flows.shipUnits[facility]
      trial.uses.append(use)
      trial.costs.append(sums.charged(charges, problem: problem))
    }
    return trial
  }

  /// By speed, whether any of the item is to be shipped through the door.
  private func ships(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ shipments: FlatBuffer<Float>
  ) -> [Bool] {
    var ships = [Bool](repeating: false, count: subject.problem.speedCount)
    forEachArc(of: item, block) { group, arc in
      if ships[Int(group.speed)] { return }
      ships[Int(group.speed)] = (Int(group.pairStart)..<Int(group.pairEnd)).contains {
        shipments.pointer[block.shipment(ofPair: $0, arc: arc)] > 0
      }
    }
    return ships
  }

  /// Scales the item's shipments of a promise through the door.
  private func scale(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ shipments: FlatBuffer<Float>, speed: Int,
    by share: Float
  ) {
    forEachArc(of: item, block) { group, arc in
      if Int(group.speed) != speed { return }
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        shipments.pointer[block.shipment(ofPair: pair, arc: arc)] *= share
      }
    }
  }

  /// The item's arcs through the door, by class.
  private func forEachArc(
    of item: ItemBlock.Item, _ block: ItemBlock, _ body: (ItemBlock.Group, Int) -> Void
  ) {
    let layout = subject.problem.layouts[Int(item.layout)]
    for group in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[group]
      for arc in 0..<Int(group.arcCount) {
        let local = Int(layout.arcs[Int(group.arcStart) + arc].facility)
        if Int(layout.facilities[local]) == facility { body(group, arc) }
      }
    }
  }
}
