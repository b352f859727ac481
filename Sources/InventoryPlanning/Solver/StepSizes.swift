import RetailData

/// How far the iteration steps: diagonal step sizes that cannot diverge, whatever the units.
///
/// Every column gets a typical size s, every row a typical price ρ; with the constraint matrix K,
/// τ = w·s / Σ ρ|K| and σ = ρ / (w·Σ |K|s) satisfy ‖Σ^½ K T^½‖ ≤ 1 for any s, ρ and w > 0
/// (after Pock & Chambolle, "Diagonal preconditioning for first order primal-dual algorithms",
/// ICCV 2011). The weight w is not in the numbers kept here.
struct StepSizes: Sendable {
  let blocks: [BlockSteps]
  /// σ of the shared rows.
  private(set) var shared: PriceVector
  private(set) var shipments = TypicalSizes.Shipments.guess

  /// Of one block.
  struct BlockSteps: Sendable {
    /// τ of lanes, for the mean over scenarios.
    let lanes: FlatBuffer<Float>
    /// τ of transfers: `[item.transfers / stride + transfer × (epochs − 1) + epoch − 1]`.
    let transfers: FlatBuffer<Float>
    /// τ of the shipments of one class and scenario, by what is typical of each: by place among the
    /// quads.
    let pairs: FlatBuffer<Float>
    /// σ of the stock rows, laid out as the prices; 0 in the padding.
    let prices: FlatBuffer<Float>
  }

  /// What the iteration has found by now.
  struct Found {
    var states: [BlockState]
    var prices: PriceVector
    /// Whether it is one of another problem.
    var isChanged: Bool
  }

  /// Steps of no length: `fit` gives them one.
  init(_ problem: PlanningProblem) {
    blocks = problem.blocks.map { block in
      BlockSteps(
        lanes: FlatBuffer(repeating: 0, count: block.lanes.count),
        transfers: FlatBuffer(repeating: 0, count: block.transferCount / problem.stride),
        pairs: FlatBuffer(repeating: 0, count: block.slotDemand.count),
        prices: FlatBuffer(repeating: 0, count: block.priceCount))
    }
    shared = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
  }

  /// Sets all step sizes by what `found` says of the sizes of quantities and prices, or by a guess;
  /// to be used only where the iteration starts anew.
  mutating func fit(_ problem: PlanningProblem, to found: Found?, work: WorkContext) throws {
    let typical = TypicalSizes(
      problem, prices: found?.prices, isChanged: found?.isChanged == true)
    let shipments = found == nil ? TypicalSizes.Shipments.guess : .found
    self.shipments = shipments
    let parts = FlatList<PriceVector>(count: problem.blocks.count)
    try work.forEachChunk(of: problem.blocks.count, chunk: 1) { [blocks] _, range in
      for number in range {
        var fit = BlockStepFit(
          problem, block: problem.blocks[number], steps: blocks[number], typical: typical,
          shipments: shipments, found: found?.states[number].projected)
        parts.set(fit.run(), at: number)
      }
    }
    var sums = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
    for part in parts.values { sums.add(part) }
    func steps(_ price: [Double], _ sums: [Double]) -> [Double] {
      zip(price, sums).map { $1 > 0 ? $0 / $1 : 0 }
    }
    shared.storage = steps(typical.shared.storage, sums.storage)
    shared.inbound = steps(typical.shared.inbound, sums.inbound)
    shared.outbound = steps(typical.shared.outbound, sums.outbound)
    // What nobody can serve is missing whatever is done: its price goes to the top at once.
    shared.targets = zip(steps(typical.shared.targets, sums.targets), problem.targets).map {
      step, target in
      let missing = target.share * target.demand
      return step == 0 && missing > 0 ? 10 * target.price / missing : step
    }
  }
}
