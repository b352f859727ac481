import RetailData

/// Makes one item's quantities whole: whole cases and smallest orders by supply row, whole units by
/// lane, at given shared prices.
///
/// From the fractional quantities, rounded so that the totals of the supply rows stay as near as
/// cases allow, it goes downhill by the exact cost of what is bought, held and served: single units
/// between the lanes of a supply row and of stock on hand, then cases more, fewer, or from another
/// row.
///
/// Unchecked, because every worker of a pass has one to itself.
final class ItemRounder: @unchecked Sendable {
  let problem: PlanningProblem
  let rules: [OrderRule]
  let recourse: RecourseFlow
  private let more: FlatBuffer<Double>
  private let less: FlatBuffer<Double>
  // By lane: sums over scenarios, and the quantities.
  private let raised: FlatBuffer<Double>
  private let lowered: FlatBuffer<Double>
  private let given: FlatBuffer<Double>

  // Of the item that is loaded; lanes by their place in the item.
  private(set) var item: ItemBlock.Item
  private(set) var block: ItemBlock
  /// Into buffers of `block`, which keeps them.
  private var lanePlaces: UnsafeMutablePointer<ItemBlock.Lane>
  private var landings: UnsafeMutablePointer<UInt8>
  private(set) var lanes = 0
  var units: [Double] = []
  /// Cost of one unit more, and of one less, without what it gains and loses.
  private(set) var cost: [Double] = []
  /// Of this, what shared prices charge.
  private var charge: [Double] = []
  private var wish: [Double] = []
  /// What one unit more costs, and one less, all in: money per unit; negative saves.
  private(set) var raise: [Double] = []
  private(set) var lower: [Double] = []
  /// Lanes of one supply row stand together: first and last + 1, and the row.
  private(set) var rows: [(lanes: Range<Int>, rule: OrderRule)] = []
  private(set) var value = 0.0
  private(set) var evaluations = 0

  init(problem: PlanningProblem, prices: PassPrices, rules: [OrderRule], like block: ItemBlock) {
    self.problem = problem
    self.rules = rules
    self.block = block
    item = block.items.pointer[0]
    recourse = RecourseFlow(problem: problem, prices: prices)
    let lots = (problem.layouts.map(\.facilities.count).max() ?? 0) * problem.epochs
    more = FlatBuffer(repeating: 0, count: lots)
    less = FlatBuffer(repeating: 0, count: lots)
    let most = problem.blocks.map(\.mostLanes).max() ?? 0
    raised = FlatBuffer(repeating: 0, count: most)
    lowered = FlatBuffer(repeating: 0, count: most)
    given = FlatBuffer(repeating: 0, count: most)
    lanePlaces = block.lanes.pointer
    landings = block.landings.pointer
  }

  /// Money per unit below which a change is none: keeps items that do not care where they are.
  private var tolerance: Double { 1e-4 * item.meanWorth }

  /// Takes up an item.
  ///
  /// - Parameter extra: What lanes are charged on top of the prices, by row of `LaneLoad`.
  func load(
    _ item: ItemBlock.Item, _ block: ItemBlock, _ prices: PassPrices, extra: [Double]? = nil
  ) {
    self.item = item
    self.block = block
    lanePlaces = block.lanes.pointer + Int(item.laneStart)
    landings = block.landings.pointer
    recourse.load(item, block, prices)
    lanes = Int(item.laneEnd - item.laneStart)
    units = [Double](repeating: 0, count: lanes)
    raise = units
    lower = units
    cost = (0..<lanes).map { recourse.laneCost(lane($0), item, block) }
    if let extra {
      for number in 0..<lanes {
        LaneLoad.forEachEntry(
          of: lane(number), item, problem.layouts[Int(item.layout)],
          facilities: problem.facilityCount
        ) { cost[number] += item.cycle * extra[$0.row] * $0.amount }
      }
    }
    charge = (0..<lanes).map { recourse.laneCharge(lane($0), item) }
    rows = []
    var start = 0
    while start < lanes, lane(start).supply >= 0 {
      var end = start
      while end < lanes, lane(end).supply == lane(start).supply { end += 1 }
      rows.append((start..<end, rules[Int(lane(start).supply)]))
      start = end
    }
    evaluations = 0
  }

  func lane(_ number: Int) -> ItemBlock.Lane { lanePlaces[number] }

  /// Takes `units` as they are.
  func set(_ units: [Double], wish: [Double]) {
    self.units = units
    self.wish = wish
    evaluate()
  }

  /// Rounds `wish` and goes downhill from there.
  func round(_ wish: [Double]) {
    takeNearest(wish)
    improve(wish)
  }

  /// Rounds `wish` to the nearest quantities that vendors take orders for.
  func takeNearest(_ wish: [Double]) {
    self.wish = wish
    start(from: wish)
    evaluate()
  }

  /// Mean cost of the quantities, and of a unit more or less of each; money per cycle.
  ///
  /// - Parameter marginals: Whether a unit more or less is wanted too, which takes as long again.
  @discardableResult
  func evaluate(marginals: Bool = true) -> Double {
    evaluations += 1
    let (epochs, scenarios) = (problem.epochs, problem.scenarios)
    let (more, less) = (more.pointer, less.pointer)
    let (lane, raised, lowered) = (lanePlaces, raised.pointer, lowered.pointer)
    let (lanes, landings) = (lanes, landings)
    var gained = 0.0
    for number in 0..<lanes {
      raised[number] = 0
      lowered[number] = 0
      given.pointer[number] = units[number]
    }
    for scenario in 0..<scenarios {
      recourse.loadStock(scenario, item, block, units: given.pointer)
      gained += recourse.solve(scenario)
      if !marginals { continue }
      recourse.marginals(scenario, more: self.more, less: self.less)
      for number in 0..<lanes {
        let lot =
          Int(lane[number].to) * epochs + Int(landings[Int(lane[number].landings) + scenario])
        raised[number] -= more[lot]
        lowered[number] += less[lot]
        if lane[number].kind == .onHand {
          raised[number] += less[Int(lane[number].from) * epochs]
          lowered[number] -= more[Int(lane[number].from) * epochs]
        }
      }
    }
    value = -gained / Double(scenarios)
    for number in 0..<lanes { value += cost[number] * units[number] }
    if !marginals { return value }
    for number in 0..<lanes {
      raise[number] = raised[number] / Double(scenarios) + cost[number]
      lower[number] = lowered[number] / Double(scenarios) - cost[number]
    }
    return value
  }

  func loadStock(_ scenario: Int) {
    for number in 0..<lanes { given.pointer[number] = units[number] }
    recourse.loadStock(scenario, item, block, units: given.pointer)
  }

  /// Whole units still on hand where the lane comes from.
  func onHandLeft(_ number: Int) -> Double {
    let from = lane(number).from
    var left = Double(block.onHand.pointer[Int(item.figures) + Int(from)]).rounded(.down)
    for other in 0..<lanes where lane(other).kind == .onHand && lane(other).from == from {
      left -= units[other]
    }
    return left
  }

  func total(_ row: Int) -> Double { rows[row].lanes.reduce(0) { $0 + units[$1] } }

  // MARK: Downhill

  /// Scenario evaluations grow with the square of the customers: items with many have many units
  /// too, and each unit matters less.
  private var limit: Int {
    let pairs = Double(recourse.pairStart.pointer[problem.scenarios]) / Double(problem.scenarios)
    return max(4, Int(min(24, 10_000 / (1 + pairs * pairs))))
  }

  func improve(_ wish: [Double]) {
    while evaluations < limit {
      if moveUnit() { continue }
      if !moveCases(wish) { return }
    }
  }

  /// The best single unit between lanes of a row, or of stock on hand. True where it paid.
  private func moveUnit() -> Bool {
    var best = -tolerance
    var move: (from: Int, to: Int)?
    for row in rows {
      for to in row.lanes {
        for from in row.lanes where from != to && units[from] >= 1 {
          if raise[to] + lower[from] < best { (best, move) = (raise[to] + lower[from], (from, to)) }
        }
      }
    }
    for number in 0..<lanes where lane(number).kind == .onHand {
      if raise[number] < best, onHandLeft(number) >= 1 {
        (best, move) = (raise[number], (-1, number))
      }
      if lower[number] < best, units[number] >= 1 { (best, move) = (lower[number], (number, -1)) }
    }
    guard let move else { return false }
    return attempt {
      if move.from >= 0 { units[move.from] -= 1 }
      if move.to >= 0 { units[move.to] += 1 }
    }
  }

  /// Tries a change; takes it back where it does not pay.
  private func attempt(_ change: () -> Void) -> Bool {
    let last = (units, raise, lower, value)
    change()
    if evaluate() < last.3 - tolerance { return true }
    (units, raise, lower, value) = last
    return false
  }

  private func moveCases(_ wish: [Double]) -> Bool {
    for row in rows.indices where evaluations < limit {
      // Costs are convex: where no first unit pays, no case does.
      let pays = rows[row].lanes.contains { raise[$0] < -tolerance }
      if pays, attempt({ addCase(to: row, wish) }) { return true }
      let saves = rows[row].lanes.contains { units[$0] >= 1 && lower[$0] < -tolerance }
      if saves, attempt({ dropCase(from: row) }) { return true }
    }
    // From one row to another.
    for row in rows.indices where total(row) > 0 {
      for other in rows.indices where other != row && evaluations < limit {
        let from = rows[row].lanes.filter { units[$0] >= 1 }.map { lower[$0] }.min() ?? 0
        let to = rows[other].lanes.map { raise[$0] }.min() ?? 0
        if from + to >= -tolerance { continue }
        if attempt({
          dropCase(from: row)
          addCase(to: other, wish)
        }) {
          return true
        }
      }
    }
    return false
  }

  func addCase(to row: Int, _ wish: [Double]) {
    let now = total(row)
    guard let next = rows[row].rule.atLeast(now + 1) else { return }
    // First to what lacks most of the wish, then where the first unit saves most.
    var left = next - now
    let range = rows[row].lanes
    while left >= 1 {
      let lacking = range.map { ($0, missing(at: lane($0).to, wish, to: lanes)) }.filter {
        $0.1 >= 0.5 && raise[$0.0] < tolerance
      }
      guard let most = lacking.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }) else { break }
      let given = max(1, min(left, most.1.rounded(.down)))
      units[most.0] += given
      left -= given
    }
    if left >= 1, let best = range.min(by: { (raise[$0], $0) < (raise[$1], $1) }) {
      units[best] += left
    }
  }

  func dropCase(from row: Int) {
    let now = total(row)
    var left = now - rows[row].rule.atMost(now - 1)
    for number in rows[row].lanes.sorted(by: { (lower[$0], $0) < (lower[$1], $1) }) {
      let taken = min(left, units[number])
      units[number] -= taken
      left -= taken
    }
  }

  /// Orders nothing from a row.
  func clear(_ row: Int) {
    for number in rows[row].lanes { units[number] = 0 }
  }

  /// Decides nothing at all.
  func takeNothing() { units = [Double](repeating: 0, count: lanes) }

  /// Orders so much more from a row, where a unit is worth most.
  func order(_ amount: Double, from row: Int) {
    guard amount <= OrderRule.most else { return }
    if let best = rows[row].lanes.min(by: { (raise[$0], $0) < (raise[$1], $1) }) {
      units[best] += amount
    }
  }

  func restore(_ units: [Double], _ raise: [Double], _ lower: [Double]) {
    (self.units, self.raise, self.lower) = (units, raise, lower)
  }

  /// What is known of the item now; money per day.
  var whole: WholeItem {
    func move(_ change: () -> Void) -> CaseMove {
      let last = (units, raise, lower, value)
      change()
      let loss = evaluate(marginals: false) - last.3
      let steps = (0..<lanes).compactMap { number in
        units[number] == last.0[number]
          ? nil : LaneStep(lane: number, units: units[number] - last.0[number])
      }
      (units, raise, lower, value) = last
      return CaseMove(steps: steps, loss: loss / item.cycle)
    }
    return WholeItem(
      units: units, raise: raise.map { $0 / item.cycle }, lower: lower.map { $0 / item.cycle },
      drop: rows.indices.map { row in total(row) > 0 ? move { dropCase(from: row) } : nil },
      add: rows.indices.map { row in
        // Where there is room after all, nothing is charged for it.
        rows[row].lanes.contains { raise[$0] < charge[$0] } ? move { addCase(to: row, wish) } : nil
      })
  }

  /// Notes the best shipments and transfers for these quantities.
  func write(_ units: [Double], into iterate: BlockIterate) {
    self.units = units
    for scenario in 0..<problem.scenarios {
      loadStock(scenario)
      _ = recourse.solve(scenario)
      recourse.write(scenario, item, block, into: iterate)
    }
  }
}
