/// A lower bound on the cost of every plan, from any prices: weak duality, in double precision.
///
/// With all shared rows and stock rows priced, what is left falls apart into fractional knapsacks
/// of one class and scenario each. Prices out of range are clipped first, so no input can make the
/// bound wrong, only weak.
struct Certificate {
  private let problem: PlanningProblem
  private let prices: PassPrices
  private let stock: StockPrices

  init(problem: PlanningProblem, prices: PassPrices) {
    self.problem = problem
    self.prices = prices
    stock = StockPrices(problem: problem, prices: prices)
  }

  /// Sum over the block's items of what each must cost at these prices; money per day.
  func bound(_ block: ItemBlock, prices raw: FlatBuffer<Float>) -> Double {
    var sum = 0.0
    for number in 0..<block.items.count {
      let item = block.items.pointer[number]
      stock.load(item, block, raw: raw)
      sum += bound(item, block) / item.cycle
    }
    return sum
  }

  /// The same for some items.
  ///
  /// - Parameters:
  ///   - items: By number in the block.
  ///   - facility: By number in the network.
  ///   - mayRise: Whether their stock there may be worth more than `raw` says, if that proves more.
  ///   - writing: Whether what stock there is worth then is written to `raw`.
  func bound(
    _ block: ItemBlock, items: [Int], prices raw: FlatBuffer<Float>, at facility: Int,
    mayRise: Bool, writing: Bool
  ) -> Double {
    var sum = 0.0
    for number in items {
      let item = block.items.pointer[number]
      stock.load(item, block, raw: raw)
      var best = bound(item, block)
      if mayRise {
        stock.load(item, block, raw: raw, risen: facility)
        let risen = bound(item, block)
        if risen > best { best = risen } else if writing { stock.load(item, block, raw: raw) }
      }
      sum += best / item.cycle
      if writing { stock.write(item, block, facility: facility, to: raw) }
    }
    return sum
  }

  /// Raises the prices of full rooms to what keeps the block's items out: a litre there is worth no
  /// less.
  ///
  /// - Parameter wanted: By facility number, money per litre and day.
  func keepOut(_ block: ItemBlock, prices raw: FlatBuffer<Float>, of wanted: inout [Double]) {
    for number in 0..<block.items.count {
      let item = block.items.pointer[number]
      let shut = problem.fullRooms.shutLanes(of: item, block)
      if shut.isEmpty { continue }
      stock.load(item, block, raw: raw)
      for lane in shut {
        let to = Int(block.lanes.pointer[lane].to)
        let facility = Int(problem.layouts[Int(item.layout)].facilities[to])
        if price(keepingOutOf: lane, item, block) <= wanted[facility] { continue }
        // Too high a guess, that costs less to make.
        stock.lower(at: to, item, block)
        let price = price(keepingOutOf: lane, item, block)
        if price.isFinite { wanted[facility] = max(wanted[facility], price) }
      }
    }
  }

  /// Money per litre and day.
  private func price(
    keepingOutOf lane: Int, _ item: ItemBlock.Item, _ block: ItemBlock
  ) -> Double {
    prices.storage[Int(item.layout)][Int(block.lanes.pointer[lane].to)]
      - stock.reducedCost(lane: lane, item, block) / (item.cycle * item.volume)
  }

  /// The part of the bound that is not by item; money per day.
  static func shared(_ prices: PriceVector, problem: PlanningProblem) -> Double {
    var sum = 0.0
    func charge(_ prices: [Double], _ capacity: [Double]) {
      for (price, limit) in zip(prices, capacity) where price > 0 { sum -= price * limit }
    }
    charge(prices.storage, problem.capacity.storage)
    charge(prices.inbound, problem.capacity.inbound)
    charge(prices.outbound, problem.capacity.outbound)
    for (price, target) in zip(prices.targets, problem.targets) {
      sum += price * target.share * target.demand
    }
    return sum
  }

  /// Prices as near as can be that the bound admits.
  static func admissible(_ prices: PriceVector, problem: PlanningProblem) -> PriceVector {
    func clipped(_ prices: [Double], _ capacity: [Double]) -> [Double] {
      zip(prices, capacity).map { $1.isFinite && $0 > 0 ? $0 : 0 }
    }
    var result = prices
    result.storage = clipped(prices.storage, problem.capacity.storage)
    result.inbound = clipped(prices.inbound, problem.capacity.inbound)
    result.outbound = clipped(prices.outbound, problem.capacity.outbound)
    result.targets = zip(prices.targets, problem.targets).map { $0 > 0 ? min($0, $1.price) : 0 }
    return result
  }

  /// Money per cycle.
  private func bound(_ item: ItemBlock.Item, _ block: ItemBlock) -> Double {
    let layout = problem.layouts[Int(item.layout)]
    let (epochs, scenarios, stride) = (problem.epochs, problem.scenarios, problem.stride)
    let (worth, costs) = (stock.worth.pointer, stock.costs.pointer)
    var demandTerm = 0.0
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      let count = Int(group.arcCount)
      let gain = block.worth.pointer[Int(item.worth) + Int(group.speed)]
      stock.loadCosts(group, item, block)
      var sum = 0.0
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        let scenario = Int(block.pairScenario.pointer[pair])
        var best = 0.0
        for place in 0..<count {
          let facility = Int(layout.arcs[Int(group.arcStart) + place].facility)
          let cell = (facility * epochs + Int(group.epoch)) * scenarios + scenario
          best = min(best, costs[place] + worth[cell])
        }
        sum += Double(block.pairDemand.pointer[pair]) * (gain + best)
      }
      demandTerm += sum
    }
    var result = item.hopeless + demandTerm / Double(scenarios)
    for facility in layout.facilities.indices {
      result -=
        stock.advantage.pointer[facility]
        * Double(block.onHand.pointer[Int(item.figures) + facility])
    }
    if item.stock >= 0 {
      let held = block.stock.pointer + Int(item.stock)
      for facility in layout.facilities.indices {
        var last = 0.0
        var dear = 0.0
        for scenario in 0..<scenarios {
          var before = 0.0
          for epoch in 0..<epochs {
            let now = Double(held[(facility * epochs + epoch) * stride + scenario])
            dear += worth[(facility * epochs + epoch) * scenarios + scenario] * (now - before)
            before = now
          }
          last += before
        }
        result += (stock.keep.pointer[facility] * last - dear) / Double(scenarios)
      }
    }
    return result
  }
}
