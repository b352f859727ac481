import InventoryPlanning
import RetailData
import Testing

/// Problems whose answer is in a textbook. The oracle's program must say what the book says, and
/// the planner what both say.
@Suite("Closed forms")
struct ClosedFormTests {
  /// What a planner's cost and bound may be off by where its gap is 1e-4, and what the textbook's
  /// figure may be off by beside it.
  private func expectCost(
    _ plan: HandmadePlan, isNear expected: Double, within tolerance: Double = 1e-6,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let optimum = try plan.optimum()
    #expect(
      abs(optimum - expected) <= tolerance * abs(expected), "\(optimum), expected \(expected)",
      sourceLocation: sourceLocation)
    let answer = try plan.solved()
    #expect(
      abs(answer.cost - expected) <= (tolerance + 1e-4) * abs(expected),
      "cost \(answer.cost), expected \(expected)", sourceLocation: sourceLocation)
    #expect(
      abs(answer.bound - expected) <= (tolerance + 1e-4) * abs(expected),
      "bound \(answer.bound), expected \(expected)", sourceLocation: sourceLocation)
  }

  /// One facility, one class: left over costs holding, missing costs worth less delivery.
  private func newsvendor(_ demands: [Double]) -> (HandmadePlan, Newsvendor) {
    let plan = HandmadePlan(
      worth: [9], holding: [1], delivery: [[2]], demand: [demands.map { [$0] }])
    return (plan, Newsvendor(over: 1, under: 7, demands: demands))
  }

  private func perDay(_ book: Newsvendor, _ demands: [Double], cycle: Double) -> Double {
    (book.leastCost + 2 * demands.reduce(0, +) / Double(demands.count)) / cycle
  }

  @Test func newsvendorWithFewDemands() throws {
    let demands: [Double] = [3, 0, 12, 7, 7, 5, 20]
    let (plan, book) = newsvendor(demands)
    // 7/8 of seven scenarios: the largest but none.
    #expect(book.quantity == 20)
    try expectCost(plan, isNear: perDay(book, demands, cycle: plan.cycle))
    let target = try #require(plan.solved(gap: 1e-5).plan.positions.first?.target)
    #expect(abs(Double(target) - 20) < 0.05)
  }

  @Test func newsvendorWithNormalDemand() throws {
    let (mean, deviation) = (100.0, 30.0)
    let demands = Textbook.shares(200).map { mean + deviation * Textbook.normalQuantile($0) }
    let (plan, book) = newsvendor(demands)
    // Least cost (h + u)·σ·φ(z) with Φ(z) = u / (u + h); 200 middles of the distribution miss
    // 0.3 % of it, in its tails.
    let z = Textbook.normalQuantile(7.0 / 8)
    let expected = 8 * deviation * Textbook.normalDensity(z)
    #expect(abs(book.leastCost - expected) < 0.005 * expected)
    try expectCost(plan, isNear: perDay(book, demands, cycle: plan.cycle))
    let target = try #require(plan.solved(gap: 1e-5).plan.positions.first?.target)
    #expect(abs(Double(target) - (mean + z * deviation)) < 0.02 * mean)
  }

  @Test func newsvendorWithPoissonDemand() throws {
    let demands = Textbook.shares(200).map { Textbook.poissonQuantile($0, mean: 6) }
    let (plan, book) = newsvendor(demands)
    #expect(book.quantity == Textbook.poissonQuantile(7.0 / 8, mean: 6))
    try expectCost(plan, isNear: perDay(book, demands, cycle: plan.cycle))
    let target = try #require(plan.solved(gap: 1e-5).plan.positions.first?.target)
    #expect(abs(Double(target) - book.quantity) < 0.1)
  }

  /// Eppen 1979: two locations that can serve each other's customers need as much safety as one
  /// with the sum of both demands; apart they need twice their own.
  @Test func poolingOfTwoLocations() throws {
    let middles = Textbook.shares(12).map { 50 + 15 * Textbook.normalQuantile($0) }
    // Every pair of demands: the two are independent.
    let pairs = middles.flatMap { first in middles.map { [first, $0] } }
    let delivered = 2 * (pairs.reduce(0) { $0 + $1[0] + $1[1] } / Double(pairs.count))
    func plan(_ across: Double?) -> HandmadePlan {
      HandmadePlan(
        worth: [9], holding: [1, 1], delivery: [[2, across], [across, 2]], demand: [pairs])
    }
    let apart = 2 * Newsvendor(over: 1, under: 7, demands: middles).leastCost
    let pooled = Newsvendor(over: 1, under: 7, demands: pairs.map { $0[0] + $0[1] }).leastCost
    // √2 for normal demand, but for what twelve middles miss of it.
    #expect(abs(apart / pooled - 2.0.squareRoot()) < 0.05)
    try expectCost(plan(nil), isNear: (apart + delivered) / 10)
    try expectCost(plan(2), isNear: (pooled + delivered) / 10)
  }

  /// Hadley & Whitin 1963: items that share a store stop where the chance of a stock-out, weighed
  /// by its cost, equals holding plus what the store's litre costs. Uniform demand on 0 … b:
  /// y = b·(u − Cvλ) / (u + h), with λ such that the store is just full.
  @Test func storagePriceOfManyItems() throws {
    let most: [Double] = [40, 80, 120, 30]
    let under: [Double] = [4, 8, 2, 12]
    let volume: [Double] = [1, 3, 2, 0.5]
    let litres = 250.0
    let days = 10.0
    func quantities(_ price: Double) -> [Double] {
      most.indices.map {
        most[$0] * max(0, under[$0] - days * volume[$0] * price) / (under[$0] + volume[$0])
      }
    }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let used = zip(quantities(middle), volume).reduce(0) { $0 + $1.0 * $1.1 }
      if used > litres { low = middle } else { high = middle }
    }
    var plan = HandmadePlan(
      worth: under.map { $0 + 1 }, holding: [1], delivery: [[1]],
      demand: most.map { most in Textbook.shares(100).map { [most * $0] } })
    plan.items.volume = volume
    plan.network.facilities[0].storage = litres
    let optimum = try ExternalSolver.clp.solve(plan.oracle.program)
    // A hundred middles let the price jump by up to a hundredth of u + h.
    let tolerance = 0.02
    let row = try #require(plan.oracle.storageRows[0])
    #expect(abs(-optimum.duals[row] - low) < tolerance * low)
    let answer = try plan.solved(gap: 2e-5)
    #expect(abs(answer.cost - optimum.cost) <= 2e-5 * optimum.cost)
    let price = try #require(answer.plan.loads.first?.storage.price)
    #expect(abs(price - low) < 2 * tolerance * low, "price \(price), expected \(low)")
    for (position, quantity) in zip(answer.plan.positions, quantities(low)) {
      #expect(
        abs(Double(position.target) - quantity) < 0.05 * most[Int(position.item)],
        "item \(position.item): \(position.target), expected \(quantity)")
    }
  }

  /// Two sources, one of them limited, demand known: the limited one serves those who gain most by
  /// it (Hitchcock 1941, where with two sources sorting is enough).
  @Test func transportation() throws {
    let near: [Double] = [2, 3, 1, 4, 6]
    let far: [Double] = [5, 4, 7, 4.5, 6.5]
    let units: [Double] = [30, 20, 10, 25, 40]
    let capacity = 55.0
    var left = capacity
    var expected = 0.0
    for region in units.indices.sorted(by: { far[$0] - near[$0] > far[$1] - near[$1] }) {
      let share = min(left, units[region])
      left -= share
      expected += near[region] * share + far[region] * (units[region] - share)
    }
    var plan = HandmadePlan(
      worth: [50], holding: [0.5, 0.5], delivery: [near, far], demand: [[units]])
    plan.network.facilities[0].outboundPerDay = capacity / plan.cycle
    try expectCost(plan, isNear: expected / plan.cycle)
    // The last unit goes to region 1, which gains 1 by it.
    let price = try #require(plan.solved(gap: 1e-6).plan.loads.first?.outbound.price)
    #expect(abs(price - 1) < 0.01)
  }
}
