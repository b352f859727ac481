import RetailData

/// Turns quantities that nearly fit into a plan that does fit: item by item, in every scenario.
///
/// Lanes and transfers are cut as `FlowCuts` says; then, from the top of the network down and
/// epoch by epoch, what leaves a facility is scaled to the stock that is there; at last, what
/// customers still miss is shipped from stock that is left. Each step keeps what the earlier ones
/// made true (section 3 of the design).
struct RecourseKernel {
  let problem: PlanningProblem
  let prices: PassPrices
  let cuts: FlowCuts
  /// Whether demand still unserved is shipped from stock that is left.
  let fillsUp: Bool
  let scratch: RecourseScratch
  private let layouts: FlatBuffer<KernelLayout>

  init(problem: PlanningProblem, prices: PassPrices, cuts: FlowCuts, fillsUp: Bool) {
    self.problem = problem
    self.prices = prices
    self.cuts = cuts
    self.fillsUp = fillsUp
    scratch = RecourseScratch(problem)
    layouts = FlatBuffer(
      problem.layouts.map { KernelLayout($0) }, filler: KernelLayout(problem.layouts[0]))
  }

  /// One item with all that belongs to it.
  struct Subject {
    let item: ItemBlock.Item
    let block: BlockPointers
    let layout: KernelLayout
    let iterate: IteratePointers
    let record: BlockPlan?
    /// What a unit in one scenario of a cycle is per day, mean over scenarios.
    let perDay: Double
  }

  /// - Parameters:
  ///   - lanes: Quantities decided now, before cuts; by the block's lanes.
  ///   - record: Where what each item does is noted; nil where only the sums matter.
  func run(
    _ block: ItemBlock, lanes: FlatBuffer<Float>, _ iterate: BlockIterate,
    record: BlockPlan? = nil
  ) -> RecourseSums {
    var sums = RecourseSums(problem)
    for number in 0..<block.items.count {
      run(block.items.pointer[number], block, lanes, iterate, record, &sums)
    }
    return sums
  }

  /// One item's plan, added to `sums`.
  func run(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ lanes: FlatBuffer<Float>,
    _ iterate: BlockIterate, _ record: BlockPlan?, _ sums: inout RecourseSums
  ) {
    let subject = Subject(
      item: item, block: BlockPointers(block), layout: layouts.pointer[Int(item.layout)],
      iterate: IteratePointers(iterate), record: record,
      perDay: 1 / (Double(problem.scenarios) * item.cycle))
    for speed in 0..<problem.speedCount {
      sums.asked +=
        block.worth.pointer[Int(item.worth) + speed]
        * block.demand.pointer[Int(item.worth) + speed] / item.cycle
    }
    loadStock(subject, lanes.pointer, &sums)
    loadWishes(subject)
    fit(subject)
    settleTransfers(subject, &sums)
    ship(subject, &sums)
    if fillsUp { fillUp(subject, &sums) }
    settle(subject, &sums)
  }

  /// Adds up what is left, and what was shipped.
  private func settle(_ subject: Subject, _ sums: inout RecourseSums) {
    let (item, layout, record) = (subject.item, subject.layout, subject.record)
    let (epochs, scenarios, stride) = (problem.epochs, problem.scenarios, problem.stride)
    let speeds = problem.speedCount
    let share = 1 / Double(scenarios)
    for facility in 0..<layout.facilityCount {
      let number = Int(layout.facilities[facility])
      let holding = subject.block.holding[Int(item.figures) + facility]
      let start = (facility * epochs + epochs - 1) * stride
      var left = 0.0
      var position = 0.0
      for scenario in 0..<scenarios {
        left += scratch.coming.pointer[start + scenario]
        position += scratch.stock.pointer[start + scenario]
      }
      sums.holding += holding * left * subject.perDay
      sums.delivery[number] += scratch.delivery.pointer[facility] * subject.perDay
      for speed in 0..<speeds {
        let shipped = scratch.shipped.pointer[facility * speeds + speed]
        if shipped == 0 { continue }
        let units = shipped * subject.perDay
        sums.worth[number] += subject.block.worth[Int(item.worth) + speed] * units
        sums.saved[number] += holding * units
        sums.servedBySpeed[number * speeds + speed] += units
        for target in problem.targetsOf(category: Int(item.category), speed: speed) {
          sums.served[number * problem.targets.count + target] += units
        }
        left += (1 - cuts.trim[number]) * shipped
        record?.served.pointer[Int(item.worth) + speed] +=
          Float(cuts.trim[number] * shipped * share)
      }
      record?.position.pointer[Int(item.figures) + facility] = Float(position * share)
      record?.leftover.pointer[Int(item.figures) + facility] = Float(left * share)
    }
  }
}
