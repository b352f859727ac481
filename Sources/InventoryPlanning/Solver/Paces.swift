import RetailData

/// How many steps each item takes at one set of shared prices.
///
/// A few items hold most of what a solve has still to find: on a shop of 2,000 items, 50 of them
/// held 60 % of what the bound still lacked, and 200 of them 85 %. So items that went far in the
/// last cycle take more steps in the next, at the same work in all: as many as would settle most
/// for the time they take, if what an item lacks fell with the inverse of its steps.
struct Paces: Sendable {
  /// The most that any item takes.
  static let most = 8

  /// What a step of each item takes, in the order of the blocks; arcs, four at a time.
  private let work: [Double]

  /// What a step takes beside its arcs: for stock, lanes and transfers.
  private static let fixedWork = 150.0

  init(_ problem: PlanningProblem) {
    work = problem.blocks.flatMap { block in
      block.items.elements.map { item in
        Self.fixedWork + Double(block.shipments(of: item).count / ItemBlock.Quad.lanes)
      }
    }
  }

  /// The same for all.
  func level(_ states: [BlockState], at pace: Int) {
    for state in states { state.paces.fill(with: UInt8(pace)) }
  }

  /// By how far each item went in its last cycle.
  ///
  /// - Parameter mean: Of the paces, by work; 1 where nothing but single steps is stable.
  func set(_ states: [BlockState], mean: Int) {
    let wishes = zip(states.flatMap { $0.movements.elements }, work).map {
      ($0 > 0 ? $0 / $1 : 0).squareRoot()
    }
    guard mean > 1, wishes.contains(where: { $0 > 0 }) else { return level(states, at: mean) }
    let total = Double(mean) * work.reduce(0, +)
    var scale = 1.0
    // Nobody takes less than one step, nor more than the most: what is left over goes to the others.
    for _ in 0..<Self.rounds {
      let used = zip(wishes, work).reduce(0) { $0 + $1.1 * Self.within($1.0 * scale) }
      scale *= total / used
    }
    var paces = wishes.makeIterator()
    for state in states {
      for number in 0..<state.paces.count {
        let pace = Self.within((paces.next() ?? 1) * scale)
        state.paces.pointer[number] = UInt8(pace.rounded())
      }
    }
  }

  private static let rounds = 8

  private static func within(_ pace: Double) -> Double { min(max(pace, 1), Double(most)) }
}
