import RetailData
import TestSupport
import Testing

@testable import InventoryPlanning

/// Shipments are stepped four classes and scenarios at a time; what comes out must be what each of
/// them would get by itself.
@Suite("Steps of shipments")
struct ShipmentStepTests {
  private static let weight: Float = 2

  @Test(arguments: 900..<916 as Range<UInt64>) func areThoseOfEachClass(seed: UInt64) throws {
    let plan = RandomPlan(seed: seed)
    let work = WorkContext(threads: 1)
    let problem = try PlanningProblem(input: plan.input, draws: plan.source, work: work)
    var random = SeededGenerator(seed: seed)
    var shared = PriceVector(facilities: problem.facilityCount, targets: problem.targets.count)
    shared.outbound = shared.outbound.map { _ in Double.random(in: 0...3, using: &random) }
    shared.storage = shared.storage.map { _ in Double.random(in: 0...0.1, using: &random) }
    let prices = PassPrices(shared, problem: problem)
    var steps = StepSizes(problem)
    try steps.fit(problem, to: nil, work: work)
    let move = StepKernel.Move(blend: .plain, share: 1)
    let kernel = StepKernel(
      problem: problem, prices: prices, weight: Self.weight,
      moves: (0...Paces.most).map { Array(repeating: move, count: $0) }, sizes: steps.shipments)
    for (block, sizes) in zip(problem.blocks, steps.blocks) {
      let state = BlockState(block)
      state.paces.fill(with: 1)
      scatter(state, block, &random)
      _ = kernel.step(block, state, sizes, into: state.projected)
      for number in 0..<block.items.count {
        let item = block.items.pointer[number]
        for group in Int(item.groupStart)..<Int(item.groupEnd) {
          check(
            block.groups.pointer[group], item, block, state, sizes, steps.shipments, prices, problem
          )
        }
      }
    }
  }

  /// Sets a point as an iteration may have it: beyond demand, and below 0.
  private func scatter(
    _ state: BlockState, _ block: ItemBlock, _ random: inout SeededGenerator
  ) {
    for pair in 0..<block.pairDemand.count {
      let units = block.pairDemand.pointer[pair]
      let group = block.groups.elements.first {
        (Int($0.pairStart)..<Int($0.pairEnd)).contains(pair)
      }
      for arc in 0..<Int(group?.arcCount ?? 0) {
        let place = block.shipment(ofPair: pair, arc: arc)
        state.current.shipments.pointer[place] = units * Float.random(in: -0.3...1, using: &random)
        state.anchor.shipments.pointer[place] = units * Float.random(in: 0...1, using: &random)
      }
    }
    for place in 0..<state.current.prices.count {
      state.current.prices.pointer[place] = Float.random(in: 0...8, using: &random)
    }
  }

  /// One class, scenario by scenario, in double precision and by bisection.
  private func check(
    _ group: ItemBlock.Group, _ item: ItemBlock.Item, _ block: ItemBlock, _ state: BlockState,
    _ steps: StepSizes.BlockSteps, _ sizes: TypicalSizes.Shipments, _ prices: PassPrices,
    _ problem: PlanningProblem
  ) {
    let layout = problem.layouts[Int(item.layout)]
    let speed = Int(group.speed)
    let gain =
      block.worth.pointer[Int(item.worth) + speed]
      + prices.service[Int(item.category) * problem.speedCount + speed]
    for pair in Int(group.pairStart)..<Int(group.pairEnd) {
      let scenario = Int(block.pairScenario.pointer[pair])
      let units = Double(block.pairDemand.pointer[pair])
      let places = (0..<Int(group.arcCount)).map { block.shipment(ofPair: pair, arc: $0) }
      let lengths = places.map {
        Double(Self.weight * steps.pairs.pointer[Int(block.pairSlot.pointer[pair])])
          * Double(sizes.base * Float(units) + sizes.share * state.anchor.shipments.pointer[$0])
      }
      let values = places.enumerated().map { arc, place in
        let facility = Int(layout.arcs[Int(group.arcStart) + arc].facility)
        let worth = (Int(group.epoch)..<problem.epochs).reduce(0.0) {
          let cell = (facility * problem.epochs + $1) * problem.stride + scenario
          return $0 + Double(state.current.prices.pointer[Int(item.prices) + cell])
        }
        let room = item.cycle * item.volume * prices.storage[Int(item.layout)][facility]
        let cost =
          layout.rate(of: Int(group.arcStart) + arc, weight: item.weight).cost(weight: item.weight)
          - block.holding.pointer[Int(item.figures) + facility] - gain + worth
          + prices.outbound[Int(item.layout)][facility] - item.shelfShare * room
        return Double(state.current.shipments.pointer[place]) - lengths[arc] * cost
      }
      func left(_ excess: Double) -> [Double] {
        zip(values, lengths).map { max(0, $0 - excess * $1) }
      }
      // Enough is taken off between nothing and what leaves no arc any.
      var (low, high) = (0.0, zip(values, lengths).map { $0 / $1 }.max().map { max(0, $0) } ?? 0)
      if left(0).reduce(0, +) > units {
        for _ in 0..<100 {
          let middle = (low + high) / 2
          if left(middle).reduce(0, +) > units { low = middle } else { high = middle }
        }
      }
      // Of numbers in single precision, summed up over a few arcs.
      let tolerance = 1e-5 * (units + values.reduce(0) { max($0, abs($1)) })
      for (place, expected) in zip(places, left(low)) {
        #expect(
          abs(Double(state.projected.shipments.pointer[place]) - expected) <= tolerance,
          "pair \(pair)")
      }
    }
  }
}
