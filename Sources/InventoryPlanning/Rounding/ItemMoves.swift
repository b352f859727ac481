import RetailData

/// The small changes of one item's whole quantities: a unit between lanes of one supply row or of
/// stock on hand, a case more or less.
struct ItemMoves {
  private let problem: PlanningProblem
  private let block: Int
  private let place: Int
  private let whole: WholeItem
  private let item: ItemBlock.Item

  init(_ problem: PlanningProblem, block: Int, place: Int, whole: WholeItem) {
    self.problem = problem
    self.block = block
    self.place = place
    self.whole = whole
    item = problem.blocks[block].items.pointer[place]
  }

  private func lane(_ number: Int) -> ItemBlock.Lane {
    problem.blocks[block].lanes.pointer[Int(item.laneStart) + number]
  }

  func entries(_ lane: Int) -> [LaneLoad.Entry] {
    LaneLoad.entries(self.lane(lane), item, problem)
  }

  /// Lanes that are given up together: those of one supply row.
  func together(with number: Int) -> [Int] {
    let supply = lane(number).supply
    return whole.units.indices.filter { $0 == number || (supply >= 0 && lane($0).supply == supply) }
  }

  /// What a change loads, by row.
  private func net(_ steps: [LaneStep]) -> [LaneLoad.Entry] {
    var net: [LaneLoad.Entry] = []
    for step in steps {
      for entry in entries(step.lane) {
        if let place = net.firstIndex(where: { $0.row == entry.row }) {
          net[place].amount += entry.amount * step.units
        } else {
          net.append(LaneLoad.Entry(row: entry.row, amount: entry.amount * step.units))
        }
      }
    }
    return net.filter { abs($0.amount) > 1e-12 }
  }

  /// Whether a change puts nothing over its limit and, where it must, still brings down what is
  /// too much.
  func isAllowed(_ steps: [LaneStep], _ loads: LaneLoads, mustRelieve: Bool) -> Bool {
    var relieves = false
    for entry in net(steps) {
      if entry.amount > 0, !loads.fits(entry.row, entry.amount) { return false }
      if entry.amount < 0, loads.excess(entry.row) > 0 { relieves = true }
    }
    return relieves || !mustRelieve
  }

  /// The change that costs least for what it brings down of what is too much.
  func relief(_ loads: LaneLoads) -> ItemMove? {
    var best: ItemMove?
    forEach { steps, loss in
      var relief = 0.0
      for entry in net(steps) {
        let excess = loads.excess(entry.row)
        if excess <= 0 { continue }
        if entry.amount > 0 { return }
        relief += min(1, -entry.amount / excess)
      }
      if relief > 0, loss / relief < best?.rank ?? .infinity {
        best = ItemMove(block: block, place: place, steps: steps, rank: loss / relief)
      }
    }
    return best
  }

  /// The change that gains most for the room it takes, where there is room: what is not scarce is
  /// not charged for.
  func gain(_ loads: LaneLoads) -> ItemMove? {
    let least = 1e-4 * item.meanWorth / item.cycle
    var best: ItemMove?
    forEach { steps, loss in
      var loss = loss
      var charge = 0.0
      if loss - mostCharged(steps, loads) >= -least { return }
      for entry in net(steps) {
        if entry.amount > 0 {
          if !loads.fits(entry.row, entry.amount) { return }
          loss -= loads.prices[entry.row] * entry.amount
          charge += loads.prices[entry.row] * entry.amount
        } else if loads.use[entry.row] < 0.98 * loads.room[entry.row] {
          loss -= loads.prices[entry.row] * entry.amount
        }
      }
      if loss >= -least { return }
      let rank = loss / (charge + 0.01 * item.meanWorth / item.cycle)
      if rank < best?.rank ?? 0 {
        best = ItemMove(block: block, place: place, steps: steps, rank: rank)
      }
    }
    return best
  }

  /// No more than this of a change's cost can be charges; quick.
  private func mostCharged(_ steps: [LaneStep], _ loads: LaneLoads) -> Double {
    var sum = 0.0
    for step in steps where step.units > 0 {
      let lane = lane(step.lane)
      let layout = problem.layouts[Int(item.layout)]
      let count = problem.facilityCount
      let to = Int(layout.facilities[Int(lane.to)])
      let orders = item.orderRatio / item.cycle
      sum += step.units * (loads.prices[to] * item.volume + loads.prices[count + to] * orders)
      let docks = lane.kind == .crossDock ? layout.routes[Int(lane.route)].docks : [lane.from]
      for dock in docks where lane.kind != .vendor {
        let from = Int(layout.facilities[Int(dock)])
        sum +=
          step.units * orders * (loads.prices[count + from] + loads.prices[2 * count + from])
      }
    }
    // Stock on hand that stays takes room where it is.
    for step in steps where step.units < 0 && lane(step.lane).kind == .onHand {
      let from = Int(problem.layouts[Int(item.layout)].facilities[Int(lane(step.lane).from)])
      sum -= step.units * loads.prices[from] * item.volume
    }
    return sum
  }

  private func forEach(_ body: ([LaneStep], Double) -> Void) {
    let count = whole.units.count
    var start = 0
    var row = 0
    while start < count, lane(start).supply >= 0 {
      var end = start
      while end < count, lane(end).supply == lane(start).supply { end += 1 }
      for from in start..<end where whole.units[from] >= 1 {
        for to in start..<end where to != from {
          body(
            [LaneStep(lane: from, units: -1), LaneStep(lane: to, units: 1)],
            whole.lower[from] + whole.raise[to])
        }
      }
      if let drop = whole.drop[row], !drop.steps.isEmpty { body(drop.steps, drop.loss) }
      if let add = whole.add[row], !add.steps.isEmpty { body(add.steps, add.loss) }
      row += 1
      start = end
    }
    for number in start..<count {
      if whole.units[number] >= 1 {
        body([LaneStep(lane: number, units: -1)], whole.lower[number])
      }
      if onHandLeft(number) >= 1 {
        body([LaneStep(lane: number, units: 1)], whole.raise[number])
      }
    }
  }

  private func onHandLeft(_ number: Int) -> Double {
    let from = lane(number).from
    var left = Double(
      problem.blocks[block].onHand.pointer[Int(item.figures) + Int(from)]
    ).rounded(.down)
    for other in whole.units.indices where lane(other).kind == .onHand && lane(other).from == from {
      left -= whole.units[other]
    }
    return left
  }
}
