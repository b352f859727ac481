import InventoryPlanning
import RetailData

/// One item of the sampled extensive form, derived from a plan's input and the item's draws as
/// planning.md §2 says it, once more and on its own: nothing of the planner's own model is used, so
/// that an error in either shows.
///
/// Conventions where the text leaves room:
/// - An order placed at hour t makes a cut-off c if t ≤ c. The slices of the day are not needed:
///   every order is a class of its own, which is the same program before equal arcs are merged.
/// - The slowest promise is the last speed; cut-offs of its own rows are ignored, those of faster
///   rows are not.
/// - An order that no facility of the network can serve, of whatever handling, joins the next
///   slower promise at its hour, and so on; what even the slowest cannot serve counts there.
/// - Transfer time L^t of a scenario is the end of its first epoch less the review period.
/// - The cheapest supply row is the first of equals; without one L^v is 0.
struct OracleItem {
  struct Lane {
    /// Row of `network.supply`; -1 on hand.
    var supply = -1
    /// Rows of `network.transfers`, in order; none where goods stay where the vendor brings them.
    var transfers: [Int] = []
    /// Where stock on hand is taken from; -1 for what is bought.
    var from = -1
    var into: Int
    /// q, money per unit.
    var cost: Double
    /// a, the epoch from which a unit is usable, by scenario.
    var epoch: [Int]

    var isOnHand: Bool { supply < 0 }
    var isCrossDock: Bool { supply >= 0 && !transfers.isEmpty }
  }

  /// Demand of one class in one scenario.
  struct Demand {
    var scenario: Int
    /// 1-based.
    var epoch: Int
    /// After joining a slower promise.
    var speed: Int
    var units: Double
    /// Who can serve it, and for how much a unit.
    var arcs: [(facility: Int, cost: Double)]
  }

  let number: Int
  let scenarios: Int
  let epochs: Int
  /// Where the item may stand, and the transfers (rows of the network) between two such.
  let facilities: [Int]
  let transfers: [Int]
  /// C, days.
  let cycle: Double
  /// φ and ψ, 1 / days: what turns units of a cycle, and units of a lane, into units a day.
  let perDay: Double
  let lanesPerDay: Double
  let volume: Double
  /// τ by position in `transfers`, h by facility; money per unit.
  let transferCosts: [Double]
  let holding: [Double]
  /// π by speed, money per unit.
  let saleWorth: [Double]
  let lanes: [Lane]
  let demands: [Demand]
  /// Units on hand now, by facility; 0 in target mode.
  let onHand: [Double]
  /// o: units usable without a decision, `[facility][scenario][epoch - 1]`.
  let stock: [[[Double]]]
  /// σ: the share of the shipments that leave the shelf before the last delivery lands.
  let shelfShare: Double

  init(_ item: Int, _ input: PlanInput, _ draws: ItemDraws) {
    let network = input.network
    let handling = input.items.handling[item]
    let volume = input.items.volume[item]
    let scenarios = draws.scenarios
    let epochs = draws.epochs
    let isState = input.settings.mode == .state
    let review = input.settings.reviewDays

    let facilities = network.facilities.indices.filter {
      Self.mayStand(handling, in: network.facilities[$0].kind)
    }
    let transfers = network.transfers.indices.filter {
      facilities.contains(Int(network.transfers[$0].from))
        && facilities.contains(Int(network.transfers[$0].to))
    }
    let transferCosts = transfers.map {
      max(0, network.transfers[$0].costPerUnit + volume * network.transfers[$0].costPerLitre)
    }

    let ends = (0..<scenarios).map { draws.epochEnds[$0 * epochs + epochs - 1] }
    let cycle = Self.mean(ends)

    /// The epoch that begins with what lands on `day`.
    func epoch(landing day: Double, _ scenario: Int) -> Int {
      if !isState { return 1 }
      let firstEnd = draws.epochEnds[scenario * epochs]
      if day <= firstEnd - review { return 1 }
      return day <= firstEnd ? 2 : 3
    }

    let rows = network.supply.indices.filter { network.supply[$0].item == item }
    let cheapest = rows.map { network.supply[$0].unitCost }.min() ?? input.items.unitCost[item]
    var lanes: [Lane] = []
    var shelfDays = 0.0
    for (place, row) in rows.enumerated() {
      let supply = network.supply[row]
      let days = (0..<scenarios).map { draws.supplyLeadTimes[place * scenarios + $0] }
      if rows.first(where: { network.supply[$0].unitCost == cheapest }) == row {
        shelfDays = Self.mean(days)
      }
      lanes.append(
        Lane(
          supply: row, into: Int(supply.facility), cost: max(0, supply.unitCost - cheapest),
          epoch: (0..<scenarios).map { epoch(landing: days[$0], $0) }))
      // One transfer more at a time, up to three.
      var ways: [[Int]] = [[]]
      for _ in 1...3 {
        ways = ways.flatMap { way in
          let end =
            way.last.map { Int(network.transfers[transfers[$0]].to) } ?? Int(supply.facility)
          return transfers.indices.filter { Int(network.transfers[transfers[$0]].from) == end }
            .map { way + [$0] }
        }
        for way in ways {
          let legs = way.map { network.transfers[transfers[$0]] }
          let onward = legs.map(\.leadTimeDays).reduce(0, +)
          lanes.append(
            Lane(
              supply: row, transfers: way.map { transfers[$0] }, into: Int(legs[legs.count - 1].to),
              cost: max(0, supply.unitCost - cheapest)
                + way.map { transferCosts[$0] }.reduce(0, +),
              epoch: (0..<scenarios).map { epoch(landing: days[$0] + onward, $0) }))
        }
      }
    }

    var onHand = [Double](repeating: 0, count: network.facilities.count)
    var stock = [[[Double]]](
      repeating: [[Double]](
        repeating: [Double](repeating: 0, count: epochs), count: scenarios),
      count: network.facilities.count)
    if isState {
      for (place, transfer) in transfers.enumerated() {
        let leg = network.transfers[transfer]
        lanes.append(
          Lane(
            transfers: [transfer], from: Int(leg.from), into: Int(leg.to),
            cost: transferCosts[place],
            epoch: [Int](repeating: 1, count: scenarios)))
      }
      for row in network.inventory where row.item == item {
        let facility = Int(row.facility)
        onHand[facility] += row.onHand
        for scenario in 0..<scenarios {
          let landed = epoch(
            landing: draws.inboundArrivals[facility * scenarios + scenario], scenario)
          for epoch in 1...epochs {
            stock[facility][scenario][epoch - 1] +=
              row.onHand + (landed <= epoch ? row.inbound : 0)
          }
        }
      }
    }

    // h_g ≤ h_f + τ along every transfer, by relaxing until nothing changes.
    var holding = network.facilities.map { max(0, cycle * volume * $0.holdingCost) }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (place, transfer) in transfers.enumerated() {
        let (from, to) = (network.transfers[transfer].from, network.transfers[transfer].to)
        let most = holding[Int(to)] + transferCosts[place]
        if holding[Int(from)] > most {
          holding[Int(from)] = most
          hasChanged = true
        }
      }
    }

    number = item
    self.scenarios = scenarios
    self.epochs = epochs
    self.facilities = facilities
    self.transfers = transfers
    self.cycle = cycle
    perDay = 1 / cycle
    lanesPerDay = isState ? 1 / review : 1 / cycle
    self.volume = volume
    self.transferCosts = transferCosts
    self.holding = holding
    saleWorth = network.speeds.map {
      max(0, input.items.price[item] - cheapest + $0.lostSalePenalty)
    }
    self.lanes = lanes
    demands = draws.orders.map {
      Self.demand($0, weight: input.items.weight[item], facilities, network)
    }
    self.onHand = onHand
    self.stock = stock
    shelfShare = min(1, shelfDays / cycle)
  }

  private static func demand(
    _ order: ItemDraws.Order, weight: Double, _ facilities: [Int], _ network: Network
  ) -> Demand {
    let slowest = network.speeds.count - 1
    var speed = Int(order.speed)
    func rows() -> [Delivery] {
      network.deliveries.filter {
        $0.region == Int32(order.region) && $0.speed <= speed
          && ($0.speed == slowest || $0.cutoffHour.isNaN || Double(order.hour) <= $0.cutoffHour)
      }
    }
    while speed < slowest, rows().isEmpty { speed += 1 }
    var costs: [Int: Double] = [:]
    for row in rows() where facilities.contains(Int(row.facility)) {
      let cost = row.costPerUnit + weight * row.costPerKilogram
      costs[Int(row.facility)] = min(costs[Int(row.facility)] ?? .infinity, cost)
    }
    return Demand(
      scenario: Int(order.scenario), epoch: Int(order.epoch) + 1, speed: speed,
      units: Double(order.units),
      arcs: costs.keys.sorted().map { (facility: $0, cost: costs[$0] ?? 0) })
  }

  private static func mayStand(_ handling: Handling, in kind: FacilityKind) -> Bool {
    switch (handling, kind) {
    case (_, .distributionCenter), (.sortable, .fulfillmentCenter), (.sortable, .sameDaySite),
      (.nonSortable, .nonSortableCenter):
      return true
    default: return false
    }
  }

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }
}

extension OracleItem {
  /// Mean units a day that customers ask for at `speed`.
  func dailyDemand(at speed: Int) -> Double {
    demands.reduce(0) { $0 + ($1.speed == speed ? $1.units : 0) } * perDay / Double(scenarios)
  }
}
