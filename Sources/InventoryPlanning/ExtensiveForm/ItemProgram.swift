import RetailData

/// One item's part of the linear program: see "The model" in the sources of `PlanningProblem` for
/// the same thing as the planner has it, which this knows nothing of.
///
/// Stock up to epoch e at a facility: what is shipped and moved away by then is at most what is
/// there by then. Everything is per cycle, the objective and the shared rows per day.
struct ItemProgram {
  struct Row {
    let name: String
    let limit: Double
  }

  struct Column {
    let name: String
    /// Money per day.
    let cost: Double
    /// Of `rows`.
    var entries: [(row: Int, value: Double)]
    /// By the names of shared rows, those without a limit too.
    var shared: [(row: String, value: Double)]
  }

  let category: Int32
  /// Each is at most its limit.
  private(set) var rows: [Row] = []
  private(set) var columns: [Column] = []
  /// Money per day that is spent whatever is decided, with all demand lost.
  private(set) var constant = 0.0
  /// Units per day, by the speed whose promise counts.
  private(set) var demand: [Double]
  /// Money per unit that is served at a speed.
  let worth: [Double]
  /// Litres, by facility.
  private(set) var takenStorage: [Double]

  private let figures: ItemTerms
  private let input: PlanInput
  private let draws: ItemDraws
  private let item: Int
  private let prefix: String
  /// Rows C: `[(facility × epochs + epoch) × scenarios + scenario]`, -1 where the item may not
  /// stand.
  private var stockRow: [Int] = []

  init(item: Int, input: PlanInput, draws: ItemDraws, supply: [Int], stock: [Int]) {
    self.item = item
    self.input = input
    self.draws = draws
    category = input.items.category[item]
    figures = ItemTerms(item: item, input: input, draws: draws, supply: supply)
    worth = figures.worth
    demand = worth.map { _ in 0 }
    takenStorage = input.network.facilities.map { _ in 0 }
    prefix = "i\(item)"
    addStock(stock)
    addPurchases(supply)
    addTransfers()
    addShipments()
  }

  private var network: Network { input.network }
  private var share: Double { 1 / Double(draws.scenarios) }

  /// Rows C, with what is there without a decision as their limits, and rows H with their lanes.
  private mutating func addStock(_ stock: [Int]) {
    let count = network.facilities.count
    var given = [Double](repeating: 0, count: count * draws.epochs * draws.scenarios)
    var onHand = [Double](repeating: 0, count: count)
    for row in stock where input.settings.mode == .state {
      let held = network.inventory[row]
      let facility = Int(held.facility)
      guard figures.mayStand[facility] else { continue }
      onHand[facility] = held.onHand
      takenStorage[facility] += figures.volume * (held.onHand + held.inbound)
      for scenario in 0..<draws.scenarios {
        let landing = figures.landing(
          draws.inboundArrivals[facility * draws.scenarios + scenario], scenario)
        for epoch in 0..<draws.epochs {
          given[(facility * draws.epochs + epoch) * draws.scenarios + scenario] =
            held.onHand + (epoch >= landing ? held.inbound : 0)
        }
      }
      constant += figures.perDay * figures.holding[facility] * (held.onHand + held.inbound)
    }
    for facility in 0..<count {
      for epoch in 0..<draws.epochs {
        for scenario in 0..<draws.scenarios {
          guard figures.mayStand[facility] else {
            stockRow.append(-1)
            continue
          }
          stockRow.append(rows.count)
          rows.append(
            Row(
              name: "C\(prefix)f\(facility)e\(epoch)w\(scenario)", limit: given[stockRow.count - 1])
          )
        }
      }
    }
    for facility in 0..<count where onHand[facility] > 0 {
      rows.append(Row(name: "H\(prefix)f\(facility)", limit: onHand[facility]))
      addMoves(outOf: facility, limit: rows.count - 1)
    }
  }

  /// On-hand lanes.
  private mutating func addMoves(outOf sender: Int, limit: Int) {
    for (number, transfer) in network.transfers.enumerated()
    where Int(transfer.from) == sender && figures.mayStand[Int(transfer.to)] {
      let receiver = Int(transfer.to)
      let cost =
        figures.moving(transfer) + figures.holding[receiver] - figures.holding[sender]
      var entries = [(row: limit, value: 1.0)]
      forEachStockRow(of: sender) { entries.append((row: $0, value: 1)) }
      forEachStockRow(of: receiver) { entries.append((row: $0, value: -1)) }
      columns.append(
        Column(
          name: "z\(prefix)t\(number)", cost: figures.perDay * cost, entries: entries,
          shared: [
            ("storage\(sender)", -figures.volume), ("storage\(receiver)", figures.volume),
            ("outbound\(sender)", figures.ordersPerDay),
            ("inbound\(receiver)", figures.ordersPerDay),
          ]))
    }
  }

  /// Vendor lanes and cross-dock lanes.
  private mutating func addPurchases(_ supply: [Int]) {
    for (place, row) in supply.enumerated() {
      let source = network.supply[row]
      let dock = Int(source.facility)
      guard figures.mayStand[dock] else { continue }
      addPurchase(place: place, row: row, to: dock, across: [])
    }
  }

  /// A lane, and those that go further by up to three transfers.
  private mutating func addPurchase(
    place: Int, row: Int, to facility: Int, across transfers: [Int]
  ) {
    var cost = figures.unitCosts[place] - figures.cheapest + figures.holding[facility]
    var name = "z\(prefix)v\(row)"
    var shared = [
      (row: "storage\(facility)", value: figures.volume),
      (row: "inbound\(facility)", value: figures.ordersPerDay),
    ]
    var onward = 0.0
    for number in transfers {
      let transfer = network.transfers[number]
      name += "t\(number)"
      cost += figures.moving(transfer)
      onward += transfer.leadTimeDays
      shared.append(("inbound\(transfer.from)", figures.ordersPerDay))
      shared.append(("outbound\(transfer.from)", figures.ordersPerDay))
    }
    var entries: [(row: Int, value: Double)] = []
    for scenario in 0..<draws.scenarios {
      let days = draws.supplyLeadTimes[place * draws.scenarios + scenario] + onward
      for epoch in figures.landing(days, scenario)..<draws.epochs {
        entries.append((stockRow[index(facility, epoch, scenario)], -1))
      }
    }
    columns.append(
      Column(name: name, cost: figures.perDay * cost, entries: entries, shared: shared))
    guard transfers.count < 3 else { return }
    for (number, transfer) in network.transfers.enumerated()
    where Int(transfer.from) == facility && figures.mayStand[Int(transfer.to)] {
      addPurchase(place: place, row: row, to: Int(transfer.to), across: transfers + [number])
    }
  }

  /// Transfers decided at the next review, in each scenario.
  private mutating func addTransfers() {
    for (number, transfer) in network.transfers.enumerated() {
      let (sender, receiver) = (Int(transfer.from), Int(transfer.to))
      guard figures.mayStand[sender], figures.mayStand[receiver] else { continue }
      let cost = figures.moving(transfer) + figures.holding[receiver] - figures.holding[sender]
      for epoch in 1..<draws.epochs {
        for scenario in 0..<draws.scenarios {
          var entries: [(row: Int, value: Double)] = []
          for later in epoch..<draws.epochs {
            entries.append((stockRow[index(sender, later, scenario)], 1))
            entries.append((stockRow[index(receiver, later, scenario)], -1))
          }
          columns.append(
            Column(
              name: "T\(prefix)t\(number)e\(epoch)w\(scenario)",
              cost: figures.perDay * share * cost, entries: entries,
              shared: [
                ("outbound\(sender)", figures.perDay * share),
                ("inbound\(receiver)", figures.perDay * share),
              ]))
        }
      }
    }
  }

  /// Classes of demand, and what may be shipped for each.
  private mutating func addShipments() {
    for (number, demandClass) in figures.classes(of: draws).enumerated() {
      let speed = demandClass.speed
      let units = demandClass.units
      let worth = worth[speed]
      constant += figures.perDay * share * worth * units
      demand[speed] += figures.perDay * share * units
      guard !demandClass.arcs.isEmpty else { continue }
      rows.append(Row(name: "D\(prefix)c\(number)", limit: units))
      let targets = CouplingRows.targets(of: input).enumerated().filter { _, target in
        Int(target.speed) == speed && (target.category.map { $0 == category } ?? true)
      }
      for arc in demandClass.arcs {
        var entries = [(row: rows.count - 1, value: 1.0)]
        for epoch in demandClass.epoch..<draws.epochs {
          entries.append((stockRow[index(arc.facility, epoch, demandClass.scenario)], 1))
        }
        columns.append(
          Column(
            name: "x\(prefix)f\(arc.facility)c\(number)",
            cost: figures.perDay * share * (arc.cost - figures.holding[arc.facility] - worth),
            entries: entries,
            shared: [
              ("outbound\(arc.facility)", figures.perDay * share),
              ("storage\(arc.facility)", -figures.shelfShare * figures.volume * share),
            ] + targets.map { ("target\($0.offset)", figures.perDay * share) }))
      }
    }
  }

  private func index(_ facility: Int, _ epoch: Int, _ scenario: Int) -> Int {
    (facility * draws.epochs + epoch) * draws.scenarios + scenario
  }

  private func forEachStockRow(of facility: Int, _ body: (Int) -> Void) {
    for place in index(facility, 0, 0)..<index(facility + 1, 0, 0) { body(stockRow[place]) }
  }
}
