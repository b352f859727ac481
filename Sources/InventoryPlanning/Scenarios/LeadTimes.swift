import RetailData

/// How long vendors and transfers take, by item.
struct LeadTimes: Sendable {
  /// Nothing takes longer, however absurd the factors: sums stay finite.
  static let mostDays = 1e9

  struct Draws {
    /// `[row × scenarios + scenario]`
    var bySupplyRow: [Double]
    /// Of the item's cheapest supply row; empty where the item has none.
    var cheapest: ArraySlice<Double>
  }

  private let supply: [Supply]
  private let inventory: [Stock]
  private let factor: Double
  private let rows: ItemRows
  private let handling: [Handling]
  /// Days, by handling.
  private let longest: [Double]
  /// Days, `[handling × facilities + facility]`; -1 where no transfer arrives.
  private let longestInto: [Double]
  private let facilityCount: Int

  init(_ input: PlanInput) {
    let network = input.network
    supply = network.supply
    inventory = network.inventory
    factor = input.settings.leadTimeFactor
    rows = ItemRows(input)
    handling = input.items.handling
    facilityCount = network.facilities.count
    var longest = [Double](repeating: 0, count: Handling.allCases.count)
    var into = [Double](repeating: -1, count: longest.count * facilityCount)
    for kind in Handling.allCases {
      let number = Int(kind.rawValue)
      for transfer in network.transfers
      where network.facilities[Int(transfer.from)].kind.mayHold(kind)
        && network.facilities[Int(transfer.to)].kind.mayHold(kind)
      {
        let days = min(transfer.leadTimeDays, Self.mostDays)
        longest[number] = max(longest[number], days)
        let place = number * facilityCount + Int(transfer.to)
        into[place] = max(into[place], days)
      }
    }
    self.longest = longest
    longestInto = into
  }

  /// The longest transfer between facilities that may hold the item, days.
  func longestTransfer(ofItem item: Int) -> Double {
    let days = longest[Int(handling[item].rawValue)]
    precondition(days >= 0, "transfer times are numbers and not negative")
    return days
  }

  /// - Parameter chances: By scenario.
  func draws(ofItem item: Int, at chances: [Double]) -> Draws {
    let scenarios = chances.count
    let own = rows.supply(of: item)
    guard let cheapest = place(ofCheapest: own) else {
      return Draws(bySupplyRow: [], cheapest: [])
    }
    let levels = chances.map { (p: $0, score: NormalDistribution.quantile($0)) }
    var days: [Double] = []
    days.reserveCapacity(own.count * scenarios)
    var done: [(GammaDistribution, start: Int)] = []
    for row in own {
      let time = distribution(row)
      // Most rows of an item are one vendor's.
      if let same = done.first(where: { $0.0 == time }) {
        days.append(contentsOf: days[same.start..<same.start + scenarios])
        continue
      }
      done.append((time, days.count))
      for level in levels {
        days.append(time.quantile(level.p, normalScore: level.score))
      }
    }
    return Draws(
      bySupplyRow: days,
      cheapest: ArraySlice(days[cheapest * scenarios..<(cheapest + 1) * scenarios]))
  }

  /// `[facility × scenarios + scenario]`, days; 0 where nothing of the item is on its way.
  func arrivals(
    ofItem item: Int, settings: PlanSettings, random: KeyedDraws
  ) -> [Double] {
    let scenarios = settings.scenarios
    var days = [Double](repeating: 0, count: facilityCount * scenarios)
    for row in rows.stock(of: item) where inventory[Int(row)].inbound > 0 {
      let facility = Int(inventory[Int(row)].facility)
      let time = inboundLeadTime(item: item, facility: facility, reviewDays: settings.reviewDays)
      for scenario in 0..<scenarios {
        let words = random.words(.inbound, item: item, scenario: scenario, index: facility)
        days[facility * scenarios + scenario] =
          KeyedDraws.uniform(words.x, words.y)
          * time.quantile(KeyedDraws.uniform(words.z, words.w))
      }
    }
    return days
  }

  private func inboundLeadTime(item: Int, facility: Int, reviewDays: Double) -> GammaDistribution {
    let own = rows.supply(of: item)
    let here = own.filter { Int(supply[Int($0)].facility) == facility }
    if let place = place(ofCheapest: here[...]) { return distribution(here[place]) }
    let transfer = longestInto[Int(handling[item].rawValue) * facilityCount + facility]
    if transfer >= 0 { return GammaDistribution(mean: transfer, deviation: 0) }
    if let place = place(ofCheapest: own) {
      return distribution(own[own.startIndex + place])
    }
    return GammaDistribution(mean: reviewDays, deviation: 0)
  }

  private func distribution(_ row: Int32) -> GammaDistribution {
    let row = supply[Int(row)]
    let mean = row.leadTimeMeanDays * factor
    let deviation = row.leadTimeSDDays * factor
    precondition(mean >= 0 && deviation >= 0, "lead times are numbers and not negative")
    return GammaDistribution(
      mean: min(mean, Self.mostDays),
      deviation: min(deviation, Self.mostDays))
  }

  /// Which of the rows has the lowest unit cost, the first where they are equal.
  private func place(ofCheapest rows: ArraySlice<Int32>) -> Int? {
    var best: (place: Int, cost: Double)?
    for (place, row) in rows.enumerated() {
      let cost = supply[Int(row)].unitCost
      if let found = best, !(cost < found.cost) { continue }
      best = (place, cost)
    }
    return best?.place
  }
}
