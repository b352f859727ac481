/// The shared prices as one pass needs them: by the local numbers of each layout, and by category.
struct PassPrices: Sendable {
  /// By layout, then local facility.
  let storage: LocalPrices
  let inbound: LocalPrices
  let outbound: LocalPrices
  /// Money per unit for all docks of a route, in and out; by layout, then local route.
  let through: LocalPrices
  /// θ: `[category × speeds + speed]`, the sum over the targets that an item of the category
  /// belongs to.
  let service: [Double]

  /// Flat, so that kernels which read one by one do not count references.
  struct LocalPrices: Sendable {
    private let values: FlatBuffer<Double>
    private let width: Int

    init(_ rows: [[Double]]) {
      width = rows.map(\.count).max() ?? 0
      values = FlatBuffer(repeating: 0, count: rows.count * width)
      for (row, prices) in rows.enumerated() {
        for (place, price) in prices.enumerated() {
          values.pointer[row * width + place] = price
        }
      }
    }

    subscript(layout: Int) -> UnsafeMutablePointer<Double> { values.pointer + layout * width }
  }

  /// Money per unit that the flows of a lane are charged, without storage.
  func flows(_ lane: ItemBlock.Lane, layout: Int) -> Double {
    let price = inbound[layout][Int(lane.to)]
    switch lane.kind {
    case .vendor: return price
    case .crossDock: return price + through[layout][Int(lane.route)]
    case .onHand: return price + outbound[layout][Int(lane.from)]
    }
  }

  init(_ prices: PriceVector, problem: PlanningProblem) {
    func local(_ values: [Double]) -> LocalPrices {
      LocalPrices(problem.layouts.map { layout in layout.facilities.map { values[Int($0)] } })
    }
    storage = local(prices.storage)
    inbound = local(prices.inbound)
    outbound = local(prices.outbound)
    through = LocalPrices(
      problem.layouts.map { layout in
        layout.routes.map { route in
          route.docks.reduce(0) {
            let dock = Int(layout.facilities[Int($1)])
            return $0 + prices.inbound[dock] + prices.outbound[dock]
          }
        }
      })
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
