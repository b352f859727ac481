import RetailData

/// Chooses one column of every item, so that lanes keep to the room there is.
///
/// First at prices that are found for whole columns: what is free as long as orders come in
/// fractions may be scarce when they come in cases. Then item by item to the column that costs
/// least while the others stay, what is beyond a limit charged for ever more dearly.
struct CaseChoice {
  /// By row of `LaneLoad`: the limit, and a typical price.
  private let room: [Double]
  private let typical: [Double]
  /// Columns of an item, and entries of a column.
  private let itemStart: [Int]
  private let money: [Double]
  private let start: [Int]
  private let rows: [Int32]
  private let amounts: [Double]
  /// By item, the column that loads nothing: together they always fit.
  private let nothing: [Int]
  private var chosen: [Int]
  private var use: [Double]

  private var items: Int { itemStart.count - 1 }

  init(_ columns: [ItemColumns], room: [Double], typical: [Double]) {
    self.room = room
    self.typical = typical
    var (itemStart, money, start, rows, amounts) = ([0], [Double](), [0], [Int32](), [Double]())
    var nothing = [Int]()
    for columns in columns {
      nothing.append(money.count + columns.nothing)
      for column in columns.all {
        money.append(column.money)
        rows += column.rows
        amounts += column.amounts
        start.append(rows.count)
      }
      itemStart.append(money.count)
    }
    self.itemStart = itemStart
    self.nothing = nothing
    self.money = money
    self.start = start
    self.rows = rows
    self.amounts = amounts
    chosen = Array(itemStart.dropLast())
    use = room.map { _ in 0 }
  }

  /// Number of the chosen column among the item's.
  func choice(of item: Int) -> Int { chosen[item] - itemStart[item] }

  private func reduced(_ column: Int, _ prices: [Double]) -> Double {
    var cost = money[column]
    for entry in start[column]..<start[column + 1] {
      cost += prices[Int(rows[entry])] * amounts[entry]
    }
    return cost
  }

  /// Takes the best column of every item at the prices; what that costs with what limits leave.
  private mutating func choose(_ prices: [Double]) -> Double {
    var sum = 0.0
    for row in use.indices {
      use[row] = 0
      if prices[row] > 0 { sum -= prices[row] * room[row] }
    }
    for item in 0..<items {
      var best = Double.infinity
      for column in itemStart[item]..<itemStart[item + 1] {
        let cost = reduced(column, prices)
        if cost < best { (best, chosen[item]) = (cost, column) }
      }
      sum += best
      for entry in start[chosen[item]]..<start[chosen[item] + 1] {
        use[Int(rows[entry])] += amounts[entry]
      }
    }
    return sum
  }

  /// Prices at which the columns chosen one by one nearly fit: each goes on in its direction with
  /// longer steps, and turns with shorter ones (resilient steps, Riedmiller & Braun 1993: no step
  /// depends on a unit of measure). Those of the best bound.
  mutating func price(from first: [Double], work: WorkContext) throws -> [Double] {
    var prices = first
    var step = prices.indices.map { max(0.1 * prices[$0], 0.01 * typical[$0]) }
    var last = prices.map { _ in 0.0 }
    var best = (prices: prices, bound: -Double.infinity)
    for _ in 0..<Self.rounds {
      try work.checkCancelled()
      let bound = choose(prices)
      if bound > best.bound { best = (prices, bound) }
      for row in prices.indices where room[row].isFinite {
        let off = use[row] - room[row]
        let way = off > 0 ? 1.0 : off < 0 && prices[row] > 0 ? -1 : 0
        if way * last[row] > 0 { step[row] *= 1.3 }
        if way * last[row] < 0 { step[row] *= 0.5 }
        last[row] = way
        prices[row] = max(0, prices[row] + way * step[row])
      }
    }
    _ = choose(best.prices)
    return best.prices
  }

  /// Makes the choice fit, and as good as changes of single items make it: sweep by sweep, what is
  /// beyond a limit is charged for more dearly.
  mutating func settle(_ prices: [Double], work: WorkContext) throws {
    var penalty = prices.indices.map { max(prices[$0], 0.01 * typical[$0]) }
    for _ in 0..<Self.sweeps {
      try work.checkCancelled()
      let isChanged = sweep(penalty)
      for row in use.indices where exceeds(row) { penalty[row] *= 1.15 }
      if !isOver, !isChanged { return }
    }
    if !isOver { return }
    try relieve(work: work)
    if isOver {
      for row in use.indices { use[row] = 0 }
      chosen = nothing
    }
    for _ in 0..<Self.sweeps where !sweep(nil) { break }
  }

  private static let rounds = 80
  private static let sweeps = 80

  private var isOver: Bool { use.indices.contains { exceeds($0) } }

  /// Changes items, the one first that loses the least for what it relieves, until all fits or no
  /// single change brings it nearer: the last little that is too much is too cheap to be worth a
  /// change at any charge for it.
  private mutating func relieve(work: WorkContext) throws {
    while isOver {
      try work.checkCancelled()
      var best: (item: Int, column: Int, rank: Double)?
      for item in 0..<items {
        let now = chosen[item]
        take(now, -1)
        let (before, spent) = (excess(with: now), money[now])
        for column in itemStart[item]..<itemStart[item + 1] where before > 0 && column != now {
          let relief = before - excess(with: column)
          guard relief > 1e-9 * before else { continue }
          let rank = max(0, money[column] - spent) / relief
          if rank < best?.rank ?? .infinity { best = (item, column, rank) }
        }
        take(now, 1)
      }
      guard let best else { return }
      take(chosen[best.item], -1)
      chosen[best.item] = best.column
      take(best.column, 1)
    }
  }

  private mutating func take(_ column: Int, _ sign: Double) {
    for entry in start[column]..<start[column + 1] {
      use[Int(rows[entry])] += sign * amounts[entry]
    }
  }

  /// What would be beyond limits with a column more, at typical prices.
  private func excess(with column: Int) -> Double {
    var sum = 0.0
    for row in use.indices { sum += typical[row] * max(0, use[row] - room[row]) }
    for entry in start[column]..<start[column + 1] {
      let row = Int(rows[entry])
      sum +=
        typical[row]
        * (max(0, use[row] + amounts[entry] - room[row]) - max(0, use[row] - room[row]))
    }
    return sum
  }

  /// Whether no limit is exceeded with a column more. One may be without it: a column can relieve.
  private func fits(_ column: Int) -> Bool {
    let entries = start[column]..<start[column + 1]
    if entries.contains(where: { exceeds(Int(rows[$0]), with: amounts[$0]) }) { return false }
    return !use.indices.contains { row in
      exceeds(row) && !entries.contains { Int(rows[$0]) == row }
    }
  }

  private func exceeds(_ row: Int, with more: Double = 0) -> Bool {
    use[row] + more > room[row] + CapacityFit.slack * max(1, room[row])
  }

  /// Item by item the best column; false where none changed.
  ///
  /// - Parameter penalty: What is charged beyond limits; nil where nothing may go beyond them.
  private mutating func sweep(_ penalty: [Double]?) -> Bool {
    var isChanged = false
    for item in 0..<items {
      let range = itemStart[item]..<itemStart[item + 1]
      if range.count < 2 { continue }
      let now = chosen[item]
      for entry in start[now]..<start[now + 1] { use[Int(rows[entry])] -= amounts[entry] }
      var (best, least) = (now, charged(now, penalty))
      for column in range where column != now {
        let cost = charged(column, penalty)
        if cost < least - 1e-9 * abs(least) { (best, least) = (column, cost) }
      }
      if best != now {
        chosen[item] = best
        isChanged = true
      }
      for entry in start[best]..<start[best + 1] { use[Int(rows[entry])] += amounts[entry] }
    }
    return isChanged
  }

  /// A column's cost on top of what the other items use, and what is charged beyond limits.
  private func charged(_ column: Int, _ penalty: [Double]?) -> Double {
    guard let penalty else { return fits(column) ? money[column] : .infinity }
    var cost = money[column]
    for entry in start[column]..<start[column + 1] {
      let row = Int(rows[entry])
      let before = max(0, use[row] - room[row])
      cost += penalty[row] * (max(0, use[row] + amounts[entry] - room[row]) - before)
    }
    return cost
  }
}
