/// A lower bound on the cost of every plan, from any prices: weak duality, in double precision.
///
/// With all shared rows and stock rows priced, what is left falls apart into fractional knapsacks
/// of one class and scenario each. Prices out of range are clipped first, so no input can make the
/// bound wrong, only weak.
struct Certificate {
  private let problem: PlanningProblem
  private let prices: PassPrices
  private let stock: StockPrices
  private let cost: FlatBuffer<Double>

  init(problem: PlanningProblem, prices: PassPrices) {
    self.problem = problem
    self.prices = prices
    stock = StockPrices(problem: problem, prices: prices)
    cost = FlatBuffer(
      repeating: 0, count: problem.layouts.map(\.facilities.count).max() ?? 0)
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
    let layoutNumber = Int(item.layout)
    let layout = problem.layouts[layoutNumber]
    let (epochs, scenarios, stride) = (problem.epochs, problem.scenarios, problem.stride)
    let worth = stock.worth.pointer
    var demandTerm = 0.0
    for number in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[number]
      let count = Int(group.arcCount)
      let gain = block.worth.pointer[Int(item.worth) + Int(group.speed)]
      let service =
        prices.service[Int(item.category) * problem.speedCount + Int(group.speed)]
      for place in 0..<count {
        let arc = Int(group.arcStart) + place
        let facility = Int(layout.arcs[arc].facility)
        cost.pointer[place] =
          layout.rate(of: arc, weight: item.weight).cost(weight: item.weight)
          + prices.outbound[layoutNumber][facility]
          - block.holding.pointer[Int(item.figures) + facility] - gain - service
          - item.shelfShare * item.volume * item.cycle
          * prices.storage[layoutNumber][facility]
      }
      var sum = 0.0
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        let scenario = Int(block.pairScenario.pointer[pair])
        var best = 0.0
        for place in 0..<count {
          let facility = Int(layout.arcs[Int(group.arcStart) + place].facility)
          let cell = (facility * epochs + Int(group.epoch)) * scenarios + scenario
          best = min(best, cost.pointer[place] + worth[cell])
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
