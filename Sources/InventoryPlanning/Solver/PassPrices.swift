/// The shared prices as one pass needs them: by the local numbers of each layout, and by category.
struct PassPrices: Sendable {
  /// By layout, then local facility.
  let storage: [[Double]]
  let inbound: [[Double]]
  let outbound: [[Double]]
  /// θ: `[category × speeds + speed]`, the sum over the targets that an item of the category
  /// belongs to.
  let service: [Double]

  init(_ prices: PriceVector, problem: PlanningProblem) {
    func local(_ values: [Double]) -> [[Double]] {
      problem.layouts.map { layout in layout.facilities.map { values[Int($0)] } }
    }
    storage = local(prices.storage)
    inbound = local(prices.inbound)
    outbound = local(prices.outbound)
    let speeds = problem.speedCount
    var service = [Double](repeating: 0, count: problem.categoryCount * speeds)
    for (target, price) in zip(problem.targets, prices.targets) {
      let categories =
        target.category < 0
        ? 0..<problem.categoryCount : Int(target.category)..<Int(target.category) + 1
      for category in categories { service[category * speeds + Int(target.speed)] += price }
    }
    self.service = service
  }
}
