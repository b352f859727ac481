import RetailData

/// The cost of a plan's recorded quantities at the money of another input: the same formulas as the
/// model's (section 2 of the design), one flat pass over what `BlockPlan` keeps.
///
/// What a unit of each quantity costs is derived anew from the input: extra cost of buying over the
/// item's cheapest way, holding cut along transfers, worth of a sale clipped at 0.
struct Repricing {
  private let draft: PlanDraft
  private let input: PlanInput
  private let speeds: Int

  init(draft: PlanDraft, input: PlanInput) {
    self.draft = draft
    self.input = input
    speeds = input.network.speeds.count
  }

  /// Money per day.
  func costs() -> PlanCosts {
    var costs = PlanCosts()
    let network = input.network
    let cheapest = cheapestCosts()
    var service = Service(input)
    let most = draft.problem.layouts.map(\.facilities.count).max() ?? 0
    let holding = FlatBuffer(repeating: 0.0, count: most)
    let holdingRates = network.facilities.map(\.holdingCost)
    let penalties = network.speeds.map(\.lostSalePenalty)
    let rates = draft.problem.layouts.map { layout in
      layout.transfers.map { network.transfers[Int($0.row)] }
    }
    network.supply.withUnsafeBufferPointer { supply in
      input.items.price.withUnsafeBufferPointer { price in
        for (block, plan) in zip(draft.problem.blocks, draft.blocks) {
          for number in 0..<block.items.count {
            let item = block.items.pointer[number]
            let layout = draft.problem.layouts[Int(item.layout)]
            let transfers = rates[Int(item.layout)]
            addLanes(item, block, layout, plan, supply, transfers, cheapest, &costs)
            hold(item, layout, transfers, holdingRates, into: holding.pointer)
            addStock(item, layout, transfers, plan, holding.pointer, &costs)
            let gain = price[Int(item.number)] - cheapest[Int(item.number)]
            addSales(item, block, plan, gain: gain, penalties, &service, &costs)
          }
        }
      }
    }
    for plan in draft.blocks {
      for (row, delivery) in network.deliveries.enumerated() {
        costs.delivery +=
          plan.deliveredUnits.pointer[row] * delivery.costPerUnit
          + plan.deliveredKilograms.pointer[row] * delivery.costPerKilogram
      }
    }
    costs.missedTargets = service.missed(input)
    return costs
  }

  /// By item, money per unit; the item's own figure where nobody sells it.
  private func cheapestCosts() -> [Double] {
    var cheapest = input.items.unitCost
    var isSold = [Bool](repeating: false, count: cheapest.count)
    for row in input.network.supply {
      let item = Int(row.item)
      let cost = row.unitCost.isNaN ? input.items.unitCost[item] : row.unitCost
      cheapest[item] = isSold[item] ? min(cheapest[item], cost) : cost
      isSold[item] = true
    }
    return cheapest
  }

  private func addLanes(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ layout: Layout, _ plan: BlockPlan,
    _ supply: UnsafeBufferPointer<Supply>, _ transfers: [Transfer], _ cheapest: [Double],
    _ costs: inout PlanCosts
  ) {
    var cost = 0.0
    for number in Int(item.laneStart)..<Int(item.laneEnd) {
      let units = plan.lanes.pointer[number]
      if units == 0 { continue }
      let lane = block.lanes.pointer[number]
      var perUnit = 0.0
      if lane.supply >= 0 {
        let asked = supply[Int(lane.supply)].unitCost
        perUnit +=
          (asked.isNaN ? input.items.unitCost[Int(item.number)] : asked)
          - cheapest[Int(item.number)]
      }
      if lane.transfer >= 0 { perUnit += moving(item, transfers[Int(lane.transfer)]) }
      if lane.route >= 0 {
        for number in layout.routes[Int(lane.route)].transfers {
          perUnit += moving(item, transfers[Int(number)])
        }
      }
      cost += perUnit * Double(units)
    }
    costs.procurement += cost / item.cycle
  }

  private func moving(_ item: ItemBlock.Item, _ transfer: Transfer) -> Double {
    transfer.costPerUnit + item.volume * transfer.costPerLitre
  }

  /// Money per unit and cycle by local facility, from the bottom up: no more than it would be after
  /// being moved on.
  private func hold(
    _ item: ItemBlock.Item, _ layout: Layout, _ transfers: [Transfer], _ rates: [Double],
    into holding: UnsafeMutablePointer<Double>
  ) {
    for facility in layout.facilities.indices {
      holding[facility] = item.cycle * item.volume * rates[Int(layout.facilities[facility])]
    }
    for number in layout.transfers.indices.reversed() {
      let transfer = layout.transfers[number]
      holding[Int(transfer.from)] = min(
        holding[Int(transfer.from)], holding[Int(transfer.to)] + moving(item, transfers[number]))
    }
  }

  private func addStock(
    _ item: ItemBlock.Item, _ layout: Layout, _ transfers: [Transfer], _ plan: BlockPlan,
    _ holding: UnsafeMutablePointer<Double>, _ costs: inout PlanCosts
  ) {
    let leftover = plan.leftover.pointer + Int(item.figures)
    var held = 0.0
    for facility in layout.facilities.indices {
      held += holding[facility] * Double(leftover[facility])
    }
    costs.holding += held / item.cycle
    let problem = draft.problem
    let later =
      plan.later.pointer + Int(item.transfers) / problem.stride / (problem.epochs - 1)
    var moved = 0.0
    for number in layout.transfers.indices where later[number] != 0 {
      moved += moving(item, transfers[number]) * Double(later[number])
    }
    costs.transfers += moved / item.cycle
  }

  private func addSales(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ plan: BlockPlan, gain: Double,
    _ penalties: [Double], _ service: inout Service, _ costs: inout PlanCosts
  ) {
    let asked = block.demand.pointer + Int(item.worth)
    let served = plan.served.pointer + Int(item.worth)
    let category = input.items.category[Int(item.number)]
    var lost = 0.0
    for speed in 0..<speeds {
      let worth = max(0, gain + penalties[speed])
      lost += worth * (asked[speed] - Double(served[speed]))
      service.add(
        category: category, speed: speed, demand: asked[speed] / item.cycle,
        served: Double(served[speed]) / item.cycle, worth: worth)
    }
    costs.lostSales += lost / item.cycle
  }
}

extension Repricing {
  /// Demand and service by category and speed, units per day, from which any target can be read.
  fileprivate struct Service {
    private let speeds: Int
    /// `[(category + 1) × speeds + speed]`: items without a category come first.
    private var demand: [Double]
    private var served: [Double]
    private var worth = 0.0

    init(_ input: PlanInput) {
      speeds = input.network.speeds.count
      let categories = Int(input.items.category.reduce(-1, max)) + 2
      demand = [Double](repeating: 0, count: categories * speeds)
      served = demand
    }

    mutating func add(
      category: Int32, speed: Int, demand asked: Double, served units: Double, worth money: Double
    ) {
      let place = (max(Int(category), -1) + 1) * speeds + speed
      demand[place] += asked
      served[place] += units
      worth += asked * money
    }

    /// What is missing from the targets, at a multiple of the mean worth of a sale.
    func missed(_ input: PlanInput) -> Double {
      let total = demand.reduce(0, +)
      if total <= 0 { return 0 }
      let price = input.settings.servicePriceFactor * worth / total
      var cost = 0.0
      for (number, speed) in input.network.speeds.enumerated() where speed.serviceTarget > 0 {
        let places = Swift.stride(from: number, to: demand.count, by: speeds)
        cost += shortfall(places.map { $0 }, share: speed.serviceTarget)
      }
      for target in input.serviceTargets where target.share > 0 {
        if let category = target.category {
          let place = (max(Int(category), -1) + 1) * speeds + Int(target.speed)
          if place < demand.count { cost += shortfall([place], share: target.share) }
        } else {
          let places = Swift.stride(from: Int(target.speed), to: demand.count, by: speeds)
          cost += shortfall(places.map { $0 }, share: target.share)
        }
      }
      return cost * price
    }

    private func shortfall(_ places: [Int], share: Double) -> Double {
      let asked = places.reduce(0) { $0 + demand[$1] }
      let units = places.reduce(0) { $0 + served[$1] }
      return max(0, min(share, 1) * asked - units)
    }
  }
}
