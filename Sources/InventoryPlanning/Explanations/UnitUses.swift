/// What an item's units are good for in each scenario: the customers that each facility can serve,
/// at the prices of a solve.
///
/// A customer class brings a facility its margin: worth of the sale, price of its fill targets and
/// holding saved, less delivery and the price of goods-out. Its rent is what it brings the facility
/// that serves it best beyond that one's stock price; so the margin less the rent never exceeds the
/// stock price, and equals it where the facility is the best one: dual feasibility and
/// complementary slackness of the knapsack of one class (section 3 of the design). Among classes of
/// no slack the one of least rent is the marginal customer: the one that one more unit is for.
struct UnitUses {
  /// A class that a facility can serve in a scenario.
  private struct Option {
    let scenario: Int
    let epoch: Int
    let group: Int32
    /// Margin less rent, money per unit: at most the stock price.
    let value: Double
    let rent: Double
    /// What is lost if the facility serves the class no more: the margin, less what the next best
    /// way to serve it brings.
    let withdrawal: Double
    /// Whether the class is served from here, by the solve's own quantities.
    let isServed: Bool
  }

  /// The best use of a unit: how far its value is below the stock price, and who gets it.
  fileprivate struct Choice {
    /// Stock price that nothing explains, money per unit.
    var gap: Double
    var rent: Double
    /// -1 for nobody: the unit is left over.
    var group: Int32
    /// Local number of the facility that ships it.
    var facility: Int32

    /// Slack first, then rent: both 0 for a customer who is just served.
    var score: Double { gap + 1e-3 * rent }
  }

  private let subject: Explainer.Subject
  private let explainer: Explainer

  init(_ subject: Explainer.Subject, _ explainer: Explainer) {
    self.subject = subject
    self.explainer = explainer
  }

  /// The worth of a unit at a facility by what it is used for; adds up to it.
  ///
  /// - Parameters:
  ///   - landing: The epoch from which it is usable, by scenario.
  ///   - choices: Those of `choices(at:)` for this facility or for all.
  func parts(
    _ facility: Int, _ choices: Choices, landing: (Int) -> Int
  ) -> (uses: [MarginalExplanation.Use], unexplained: Double) {
    typealias Use = MarginalExplanation.Use
    let problem = explainer.problem
    let share = 1 / Double(problem.scenarios)
    var sums: [Use.Kind: (amount: Double, probability: Double)] = [:]
    var unexplained = 0.0
    for scenario in 0..<problem.scenarios {
      let cell = (facility * problem.epochs + landing(scenario)) * problem.scenarios + scenario
      let choice = choices.best[cell]
      let worth = explainer.stock.worth.pointer[cell]
      var kind = Use.Kind.leftOver
      if choice.group >= 0 {
        let group = subject.block.groups.pointer[Int(choice.group)]
        kind = .shipped(
          from: subject.layout.facilities[Int(choice.facility)],
          region: problem.destinations.all[Int(group.destination)].region, speed: group.speed)
      }
      sums[kind, default: (0, 0)].amount += (worth - choice.gap) * share
      sums[kind, default: (0, 0)].probability += share
      unexplained += choice.gap * share
    }
    let uses = sums.map { Use(kind: $0, probability: $1.probability, amount: $1.amount) }
    return (uses.sorted(by: Self.isBefore), unexplained)
  }

  /// Expected loss with one unit less at a facility, money per unit.
  func withdrawalLoss(_ facility: Int, landing: (Int) -> Int) -> Double {
    let problem = explainer.problem
    let scenarios = problem.scenarios
    var least = [Double](repeating: .infinity, count: scenarios)
    var isHere = [Bool](repeating: false, count: subject.layout.facilities.count)
    isHere[facility] = true
    forEachOption(at: isHere) { _, option in
      if option.isServed, option.epoch >= landing(option.scenario) {
        least[option.scenario] = min(least[option.scenario], option.withdrawal)
      }
    }
    var sum = 0.0
    for scenario in 0..<scenarios {
      let cell = (facility * problem.epochs + landing(scenario)) * scenarios + scenario
      let worth = explainer.stock.worth.pointer[cell]
      // A worth of next to nothing: there is stock left over, and nobody misses a unit.
      let isMissed = worth > 1e-3 * subject.item.meanWorth && least[scenario].isFinite
      sum += isMissed ? max(worth, least[scenario]) : worth
    }
    return sum / Double(scenarios)
  }

  /// The largest part first; then by a fixed order, as dictionaries have none.
  private static func isBefore(
    _ a: MarginalExplanation.Use, _ b: MarginalExplanation.Use
  ) -> Bool {
    func key(_ use: MarginalExplanation.Use) -> (Int32, Int32, Int32) {
      switch use.kind {
      case .shipped(let from, let region, let speed): (from, region, speed)
      case .leftOver: (.max, 0, 0)
      }
    }
    return a.amount != b.amount ? a.amount > b.amount : key(a) < key(b)
  }
}

extension UnitUses {
  /// What a unit is best used for: by facility, epoch from which it is usable, and scenario.
  struct Choices {
    fileprivate var best: [Choice]
  }

  /// The best uses of a unit at one facility, or at all of them: from the bottom up, and from the
  /// last epoch to the first, as a unit may wait, and may be passed on.
  func choices(at facility: Int? = nil) -> Choices {
    let problem = explainer.problem
    let (epochs, scenarios, layout) = (problem.epochs, problem.scenarios, subject.layout)
    let isNeeded = facility.map(below) ?? layout.facilities.map { _ in true }
    let worth = explainer.stock.worth.pointer
    let cells = layout.facilities.count * epochs * scenarios
    var best = (0..<cells).map {
      Choice(gap: worth[$0], rent: 0, group: -1, facility: Int32($0 / (epochs * scenarios)))
    }
    func offer(_ choice: Choice, _ cell: Int) {
      if choice.score < best[cell].score { best[cell] = choice }
    }
    forEachOption(at: isNeeded) { facility, option in
      let cell = (facility * epochs + option.epoch) * scenarios + option.scenario
      offer(
        Choice(
          gap: max(0, worth[cell] - option.value), rent: option.rent, group: option.group,
          facility: Int32(facility)), cell)
    }
    for facility in layout.facilities.indices.reversed() where isNeeded[facility] {
      for epoch in Swift.stride(from: epochs - 1, through: 0, by: -1) {
        for scenario in 0..<scenarios {
          let cell = (facility * epochs + epoch) * scenarios + scenario
          func follow(_ next: Int, less cost: Double) {
            var choice = best[next]
            choice.gap += max(0, worth[cell] - (worth[next] - cost))
            offer(choice, cell)
          }
          if epoch + 1 < epochs { follow(cell + scenarios, less: 0) }
          if epoch == 0 { continue }
          for transfer in layout.transfers where Int(transfer.from) == facility {
            follow(
              (Int(transfer.to) * epochs + epoch) * scenarios + scenario,
              less: explainer.stock.transferCost(transfer, subject.item, subject.block))
          }
        }
      }
    }
    return Choices(best: best)
  }

  /// A facility, and those that its stock may be passed on to.
  private func below(_ facility: Int) -> [Bool] {
    var isBelow = [Bool](repeating: false, count: subject.layout.facilities.count)
    isBelow[facility] = true
    // Transfers stand in the order of their senders, and senders come first.
    for transfer in subject.layout.transfers where isBelow[Int(transfer.from)] {
      isBelow[Int(transfer.to)] = true
    }
    return isBelow
  }

  /// All that the facilities of a choice can serve; those of one facility in a fixed order.
  private func forEachOption(at isNeeded: [Bool], _ body: (Int, Option) -> Void) {
    let (item, block, layout) = (subject.item, subject.block, subject.layout)
    let problem = explainer.problem
    let number = Int(item.layout)
    let shipments = explainer.proof.iterates[subject.blockNumber].shipments.pointer
    var margins = [Double](repeating: 0, count: layout.facilities.count)
    var gains = margins
    for groupNumber in Int(item.groupStart)..<Int(item.groupEnd) {
      let group = block.groups.pointer[groupNumber]
      let count = Int(group.arcCount)
      let arcs = layout.flat.arcs.pointer + Int(group.arcStart)
      guard (0..<count).contains(where: { isNeeded[Int(arcs[$0].facility)] }) else { continue }
      let sale =
        block.worth.pointer[Int(item.worth) + Int(group.speed)]
        + explainer.pass.service[Int(item.category) * problem.speedCount + Int(group.speed)]
      for place in 0..<count {
        let facility = Int(arcs[place].facility)
        margins[place] =
          sale + block.holding.pointer[Int(item.figures) + facility]
          + item.shelfShare * item.volume * item.cycle * explainer.pass.storage[number][facility]
          - layout.rate(of: Int(group.arcStart) + place, weight: item.weight)
          .cost(weight: item.weight)
          - explainer.pass.outbound[number][facility]
      }
      for pair in Int(group.pairStart)..<Int(group.pairEnd) {
        let scenario = Int(block.pairScenario.pointer[pair])
        let demand = block.pairDemand.pointer[pair]
        let shipped = shipments + block.shipments(ofPair: pair)
        // The best way and the next best, to see what each facility adds to the others.
        var (first, second) = (0.0, 0.0)
        for place in 0..<count {
          let facility = Int(arcs[place].facility)
          let cell =
            (facility * problem.epochs + Int(group.epoch)) * problem.scenarios + scenario
          gains[place] = margins[place] - explainer.stock.worth.pointer[cell]
          if gains[place] > first {
            (first, second) = (gains[place], first)
          } else {
            second = max(second, gains[place])
          }
        }
        for place in 0..<count where isNeeded[Int(arcs[place].facility)] {
          body(
            Int(arcs[place].facility),
            Option(
              scenario: scenario, epoch: Int(group.epoch), group: Int32(groupNumber),
              value: margins[place] - first, rent: first,
              withdrawal: margins[place] - (gains[place] == first ? second : first),
              isServed: shipped[place * ItemBlock.Quad.lanes] > 0.01 * demand))
        }
      }
    }
  }
}
