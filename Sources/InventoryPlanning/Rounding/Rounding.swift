import RetailData

/// Makes a fractional plan whole: vendors' cases and smallest orders are kept, every quantity is a
/// number of units, and every capacity holds.
///
/// Every item by itself has several ways to be whole, by exact cost at given prices (`ItemRounder`);
/// of these one each is chosen, at the prices that whole cases have (`CaseChoice`); then shipments
/// and transfers are fitted to what stands where. Where items are few, other ways to begin are
/// tried too, made to fit by taking away what is worth least for the room it takes (`CapacityFit`).
/// The bound of the solve is one for whole plans too.
struct Rounding {
  let problem: PlanningProblem
  let prices: PriceVector
  let pass: PassPrices
  let work: WorkContext
  let rules: [OrderRule]
  let rounders: [ItemRounder]

  /// Items beyond which there is no trying of several ways.
  private static let many = 200

  /// - Parameter prices: Admissible ones.
  init?(_ problem: PlanningProblem, prices: PriceVector, work: WorkContext) {
    guard let first = problem.blocks.first(where: { $0.items.count > 0 }) else { return nil }
    self.problem = problem
    self.prices = prices
    self.work = work
    let pass = PassPrices(prices, problem: problem)
    self.pass = pass
    // A target is a level to keep, not an order to place: it takes many orders over many cycles to
    // keep it, and only those come in cases.
    let isTarget = problem.input.settings.mode == .target
    let rules = problem.input.network.supply.map {
      OrderRule(
        caseQuantity: isTarget ? 1 : $0.caseQuantity, minimumOrder: isTarget ? 0 : $0.minimumOrder)
    }
    self.rules = rules
    rounders = (0..<work.threads).map { _ in
      ItemRounder(problem: problem, prices: pass, rules: rules, like: first)
    }
  }

  /// A plan of whole cases, and where to begin to fit its shipments from.
  struct Candidate {
    var draft: PlanDraft
    var iterates: [BlockIterate]
  }

  /// Plans of whole cases, of which the best is to be taken once their shipments have been fitted:
  /// before that their costs do not yet tell which it is.
  ///
  /// - Parameters:
  ///   - draft: The plan to make whole.
  ///   - iterates: Whose shipments and transfers the plans begin with.
  /// - Throws: `CancellationError`.
  func candidates(_ draft: PlanDraft, iterates: [BlockIterate]) throws -> [Candidate] {
    let chosen = try chosen(draft, iterates)
    // Where items are many, no one of them makes a capacity's price, and one way is enough.
    let isMany = problem.input.items.count > Self.many
    if isMany, let chosen { return [chosen] }
    let others = try Steering.all.prefix(isMany ? 1 : Steering.all.count).map {
      Candidate(draft: try whole(draft, iterates, $0), iterates: iterates)
    }
    return (chosen.map { [$0] } ?? []) + others
  }

  /// How prices are used to round by.
  private struct Steering {
    /// Share of the prices: less than all where few items have the choice, and rounding them to
    /// nothing would leave a capacity unused that is dear only while they use it.
    var share: Double
    /// See `SharedUse.steered`.
    var span: Double
    /// Whether items go downhill from the nearest whole numbers, within what the recourse of the
    /// fractional plan leaves. Where few items share the capacities, its prices and its recourse
    /// may lead them astray.
    var improves = true
    /// Whether what room is left then is filled with what seems to pay.
    var fillsUp = true

    static let all = [
      Steering(share: 1, span: .infinity), Steering(share: 1, span: 8),
      Steering(share: 0.4, span: 8), Steering(share: 1, span: .infinity, improves: false),
      Steering(share: 1, span: .infinity, improves: false, fillsUp: false),
    ]
  }

  private func whole(
    _ draft: PlanDraft, _ iterates: [BlockIterate], _ steering: Steering
  ) throws -> PlanDraft {
    let wishes = draft.blocks.map(\.lanes)
    var items = try rounded(wishes, iterates, steering)
    var room =
      steering.improves ? LaneLoad.room(problem, beside: draft) : LaneLoad.room(problem)
    let fit = CapacityFit(problem: problem, prices: prices, work: work)
    while true {
      try fit.run(&items, room: room, fillsUp: steering.fillsUp) { items, changed in
        try measured(items, wishes, only: changed)
      }
      let lanes = laneBuffers(items)
      let plain = try fitted(lanes, iterates, draft.prices)
      let limit = plain?.costs.total ?? .infinity
      let better = try fitted(lanes, try refitted(iterates, lanes), draft.prices, below: limit)
      if let best = better ?? plain { return best }
      // What shipments relieve storage of is less than it was: count on none of it.
      for facility in 0..<problem.facilityCount {
        room[facility] = max(0, problem.capacity.storage[facility] - problem.standing[facility])
      }
    }
  }

  /// A plan with these lanes uncut; nil where storage counts on relief that is not there, and where
  /// it does not cost less than `limit`.
  func fitted(
    _ lanes: [FlatBuffer<Float>], _ iterates: [BlockIterate], _ shown: PriceVector,
    below limit: Double = .infinity
  ) throws -> PlanDraft? {
    var sums = FlowSums(problem)
    let parts = FlatList<FlowSums>(count: iterates.count)
    try work.forEachChunk(of: iterates.count, chunk: 1) { _, range in
      for number in range {
        let iterate = BlockIterate(lanes: lanes[number], others: iterates[number])
        parts.set(FlowSums(problem.blocks[number], iterate, problem: problem), at: number)
      }
    }
    for part in parts.values { sums.add(part) }
    let cuts = FlowCuts(wholeLanes: sums, problem: problem)
    let subject = Recovery.Subject(
      problem: problem, iterates: iterates, lanes: lanes, sums: sums, prices: pass, work: work)
    let found = try Recovery.fit(subject, cuts: cuts)
    if found.cuts.cutsLanes || found.costs.total >= limit { return nil }
    let recorded = found.recorded(subject, lanes: lanes, iterates, nil)
    // At once: the quantities will not stay.
    _ = recorded.blocks
    return PlanDraft(
      problem: problem, recorded: recorded, lanes: sums, recovery: found, prices: shown,
      isInteger: true)
  }

  // MARK: Items

  /// Every item's quantities made whole, each block's total use kept.
  private func rounded(
    _ wishes: [FlatBuffer<Float>], _ iterates: [BlockIterate], _ steering: Steering
  )
    throws -> [[WholeItem]]
  {
    let parts = FlatList<[WholeItem]>(count: problem.blocks.count)
    try work.forEachChunk(of: problem.blocks.count, chunk: 1) { worker, range in
      for number in range {
        parts.set(
          rounded(
            problem.blocks[number], wishes[number], iterates[number], rounders[worker], steering),
          at: number)
      }
    }
    return parts.values
  }

  private func rounded(
    _ block: ItemBlock, _ lanes: FlatBuffer<Float>, _ iterate: BlockIterate,
    _ rounder: ItemRounder, _ steering: Steering
  ) -> [WholeItem] {
    let prices = self.prices.combined(steering.share, self.prices, 0, self.prices, 0)
    var off = SharedUse(problem)
    return (0..<block.items.count).map { place in
      let item = block.items.pointer[place]
      let wish = wish(of: item, lanes)
      rounder.load(
        item, block,
        PassPrices(off.steered(prices, for: item, span: steering.span), problem: problem))
      if steering.improves { rounder.round(wish) } else { rounder.takeNearest(wish) }
      off.add(rounder.sharedUse, 1)
      off.add(SharedUse(item, block, lanes: wish, iterate, problem), -1)
      let units = rounder.units
      rounder.load(item, block, pass)
      rounder.set(units, wish: wish)
      return rounder.whole
    }
  }

  /// The marginal costs of the items named, by block and place, anew.
  private func measured(
    _ items: [[WholeItem]], _ wishes: [FlatBuffer<Float>], only changed: [[Int]]
  ) throws -> [[WholeItem]] {
    let parts = FlatList<[WholeItem]>(count: items.count)
    try work.forEachChunk(of: items.count, chunk: 1) { worker, range in
      let rounder = rounders[worker]
      for number in range {
        var whole = items[number]
        for place in changed[number] {
          let item = problem.blocks[number].items.pointer[place]
          rounder.load(item, problem.blocks[number], pass)
          rounder.set(whole[place].units, wish: wish(of: item, wishes[number]))
          whole[place] = rounder.whole
        }
        parts.set(whole, at: number)
      }
    }
    return parts.values
  }

  func wish(of item: ItemBlock.Item, _ lanes: FlatBuffer<Float>) -> [Double] {
    (Int(item.laneStart)..<Int(item.laneEnd)).map { Double(lanes.pointer[$0]) }
  }

  private func laneBuffers(_ items: [[WholeItem]]) -> [FlatBuffer<Float>] {
    zip(problem.blocks, items).map { block, items in
      let lanes = FlatBuffer<Float>(repeating: 0, count: block.lanes.count)
      for (place, whole) in items.enumerated() {
        let start = Int(block.items.pointer[place].laneStart)
        for (number, units) in whole.units.enumerated() {
          lanes.pointer[start + number] = Float(units)
        }
      }
      return lanes
    }
  }

  /// Shipments and transfers that are best for these lanes at the prices, for items that this
  /// serves clearly better.
  func refitted(_ iterates: [BlockIterate], _ lanes: [FlatBuffer<Float>]) throws
    -> [BlockIterate]
  {
    let kernels = (0..<work.threads).map { _ in
      RecourseKernel(
        problem: problem, prices: pass,
        cuts: FlowCuts(uncut: problem), fillsUp: true)
    }
    let parts = FlatList<BlockIterate>(count: iterates.count)
    try work.forEachChunk(of: iterates.count, chunk: 1) { worker, range in
      for number in range {
        let refit = RecourseRefit(
          rounder: rounders[worker], kernel: kernels[worker], prices: prices, pass: pass)
        parts.set(
          refit.run(problem.blocks[number], lanes[number], iterates[number]), at: number)
      }
    }
    return parts.values
  }
}
