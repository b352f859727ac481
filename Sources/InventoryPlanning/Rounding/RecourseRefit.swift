import RetailData

/// Gives items shipments and transfers that fit their whole quantities better than those that were
/// made for fractional ones.
///
/// At the shared prices alone every item would ship by its own cheapest way, and all of them
/// together more than a facility can send. So an item keeps what the iteration, which balances
/// that, gave it, unless its own way is clearly better.
struct RecourseRefit {
  let rounder: ItemRounder
  let kernel: RecourseKernel
  let prices: PriceVector
  let pass: PassPrices
  /// Share of an item's cost that is clear.
  static let clear = 0.002

  private var problem: PlanningProblem { kernel.problem }

  func run(
    _ block: ItemBlock, _ lanes: FlatBuffer<Float>, _ iterate: BlockIterate
  ) -> BlockIterate {
    let result = BlockIterate(recourseOf: iterate)
    for number in 0..<block.items.count {
      let item = block.items.pointer[number]
      if item.groupStart == item.groupEnd { continue }
      let before = cost(item, block, lanes, iterate)
      rounder.load(item, block, pass)
      result.clearRecourse(of: item, block, problem)
      rounder.write(
        (Int(item.laneStart)..<Int(item.laneEnd)).map { Double(lanes.pointer[$0]) }, into: result)
      let after = cost(item, block, lanes, result)
      if after > before - Self.clear * abs(before) { copy(item, block, from: iterate, to: result) }
    }
    return result
  }

  /// Money per day, with the shared prices.
  private func cost(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ lanes: FlatBuffer<Float>,
    _ iterate: BlockIterate
  ) -> Double {
    var sums = RecourseSums(problem)
    kernel.run(item, block, lanes, iterate, nil, &sums)
    return sums.charged(prices, problem: problem)
  }

  private func copy(
    _ item: ItemBlock.Item, _ block: ItemBlock, from: BlockIterate, to: BlockIterate
  ) {
    let (shipments, transfers) = block.recourse(of: item, problem)
    for place in shipments { to.shipments.pointer[place] = from.shipments.pointer[place] }
    for place in transfers { to.transfers.pointer[place] = from.transfers.pointer[place] }
  }
}
