import RetailData

/// Reads the prices of one item after the other as the sums they are. Holds what is reused from item
/// to item; `load` comes first.
struct Explainer {
  let problem: PlanningProblem
  let prices: PriceVector
  let pass: PassPrices
  let stock: StockPrices
  let proof: PlanProof
  let draft: PlanDraft?

  init(_ proof: PlanProof, draft: PlanDraft?) {
    self.proof = proof
    self.draft = draft
    problem = proof.problem
    prices = Certificate.admissible(proof.prices, problem: proof.problem)
    pass = PassPrices(prices, problem: problem)
    stock = StockPrices(problem: problem, prices: pass)
  }

  /// An item with what belongs to it.
  struct Subject {
    let item: ItemBlock.Item
    let block: ItemBlock
    let blockNumber: Int
    let layout: Layout
  }

  /// Makes an item's stock prices admissible, for what is asked next.
  func load(_ item: Int) -> Subject {
    let blockNumber = item / PlanningProblem.blockSize
    let block = problem.blocks[blockNumber]
    let figures = figures(item)
    stock.load(figures, block, raw: proof.iterates[blockNumber].prices)
    stock.lowerShut(figures, block)
    return Subject(
      item: figures, block: block, blockNumber: blockNumber,
      layout: problem.layouts[Int(figures.layout)])
  }

  /// For every facility where the item may stand, by local number.
  func marginals(_ item: Int) -> [MarginalExplanation] {
    let subject = load(item)
    let uses = UnitUses(subject, self)
    let choices = uses.choices()
    return subject.layout.facilities.indices.map { marginal(subject, $0, uses, choices) }
  }

  /// For one facility, by its number in the network: the same figures, sooner. Nil where the item
  /// may not stand there.
  func marginal(_ item: Int, at number: Int) -> MarginalExplanation? {
    guard let facility = place(of: item, at: number) else { return nil }
    let subject = load(item)
    let uses = UnitUses(subject, self)
    return marginal(subject, facility, uses, uses.choices(at: facility))
  }

  /// A facility's local number; nil where the item may not stand there.
  func place(of item: Int, at number: Int) -> Int? {
    problem.layouts[Int(figures(item).layout)].facilities.firstIndex(of: Int32(number))
  }

  private func figures(_ item: Int) -> ItemBlock.Item {
    problem.blocks[item / PlanningProblem.blockSize].items.pointer[
      item % PlanningProblem.blockSize]
  }

  private func marginal(
    _ subject: Subject, _ facility: Int, _ uses: UnitUses, _ choices: UnitUses.Choices
  ) -> MarginalExplanation {
    let (item, block) = (subject.item, subject.block)
    let lanes = (Int(item.laneStart)..<Int(item.laneEnd)).filter {
      Int(block.lanes.pointer[$0].to) == facility
    }
    let ranked = lanes.map { (lane: $0, reducedCost: stock.reducedCost(lane: $0, item, block)) }
      .sorted { ($0.reducedCost, $0.lane) < ($1.reducedCost, $1.lane) }
    let best = ranked.first.map { block.lanes.pointer[$0.lane] }
    let landings = best.map { block.landings.pointer + Int($0.landings) }
    let found = uses.parts(facility, choices) { scenario in
      landings.map { Int($0[scenario]) } ?? 0
    }
    let keep = stock.keep.pointer[facility]
    return MarginalExplanation(
      item: item.number, facility: subject.layout.facilities[facility],
      worth: best.map { stock.meanWorth(of: $0, block) } ?? stock.firstWorth(facility),
      uses: found.uses, unexplained: found.unexplained,
      source: best.map { source($0, subject) },
      otherSources: ranked.dropFirst().map {
        MarginalExplanation.PricedSource(
          source: source(block.lanes.pointer[$0.lane], subject), net: -$0.reducedCost)
      },
      charges: charges(best, facility, subject),
      standingUnitSaves: stock.firstWorth(facility) + stock.advantage.pointer[facility] - keep,
      cycleDays: item.cycle, position: position(facility, subject),
      incoming: lanes.reduce(0) { $0 + units(lane: $1, subject) })
  }

  func source(_ lane: ItemBlock.Lane, _ subject: Subject) -> MarginalExplanation.Source {
    switch lane.kind {
    case .vendor: .vendor(supply: lane.supply)
    case .crossDock:
      .crossDock(
        supply: lane.supply,
        onward: OnwardTransfers(
          problem.routes.all[subject.layout.routes[Int(lane.route)].number]))
    case .onHand: .onHand(transfer: subject.layout.transfers[Int(lane.transfer)].row)
    }
  }

  /// What a unit costs that comes by `lane` and stays; without one, what it costs to keep. Only
  /// what is not 0, but for holding.
  private func charges(
    _ lane: ItemBlock.Lane?, _ facility: Int, _ subject: Subject
  ) -> [MarginalExplanation.Charge] {
    typealias Charge = MarginalExplanation.Charge
    let (item, layout) = (subject.item, subject.layout)
    let number = Int(item.layout)
    let here = layout.facilities[facility]
    var charges: [Charge] = []
    func add(_ kind: Charge.Kind, _ amount: Double) {
      if amount != 0 { charges.append(Charge(kind: kind, amount: amount)) }
    }
    if let lane {
      add(.inbound(facility: here), item.orderRatio * pass.inbound[number][facility])
      switch lane.kind {
      case .vendor: add(.purchase, lane.cost)
      case .crossDock:
        let route = layout.routes[Int(lane.route)]
        let moving = route.cost(volume: item.volume, in: layout)
        // The cost of a lane is the sum of the two.
        add(.purchase, lane.cost - moving)
        add(.transfer, moving)
        for dock in route.docks {
          let sender = layout.facilities[Int(dock)]
          add(.inbound(facility: sender), item.orderRatio * pass.inbound[number][Int(dock)])
          add(.outbound(facility: sender), item.orderRatio * pass.outbound[number][Int(dock)])
        }
      case .onHand:
        let sender = layout.facilities[Int(lane.from)]
        add(.transfer, lane.cost)
        add(.outbound(facility: sender), item.orderRatio * pass.outbound[number][Int(lane.from)])
        add(.worthThere(facility: sender), stock.firstWorth(Int(lane.from)))
        add(.keepingThere(facility: sender), -stock.keep.pointer[Int(lane.from)])
      }
    }
    charges.append(
      Charge(
        kind: .holding, amount: subject.block.holding.pointer[Int(item.figures) + facility]))
    add(.storage, item.cycle * item.volume * pass.storage[number][facility])
    return charges
  }

  /// Units that the plan brings by a lane; those of the prices' own quantities where there is no
  /// plan.
  func units(lane: Int, _ subject: Subject) -> Double {
    draft.map { Double($0.blocks[subject.blockNumber].lanes.pointer[lane]) } ?? 0
  }

  func position(_ facility: Int, _ subject: Subject) -> Double {
    draft.map {
      Double($0.blocks[subject.blockNumber].position.pointer[Int(subject.item.figures) + facility])
    } ?? 0
  }
}
