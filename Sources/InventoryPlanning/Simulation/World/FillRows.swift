import RetailData

/// Where served units are counted so that fill targets can be judged: a row for every category and
/// speed, and the targets with the price that the planner charges for a unit missing from them.
struct FillRows: Sendable {
  let speedCount: Int
  let count: Int
  /// Row of an item at the first speed; the others follow.
  let first: FlatBuffer<Int32>
  /// Empty until a plan has priced them.
  private(set) var targets: [PlanningProblem.FillTarget] = []
  private var rowsOfTarget: [[Int]] = []

  init(_ input: PlanInput) {
    speedCount = input.network.speeds.count
    // One category will do where no target asks for more.
    let isDivided = input.serviceTargets.contains { $0.category != nil && $0.share > 0 }
    let categories = isDivided ? PlanningProblem.categoryCount(of: input) : 1
    count = categories * speedCount
    let last = Int32(categories - 1)
    let speeds = Int32(speedCount)
    first = FlatBuffer(
      input.items.category.map {
        !isDivided ? 0 : ($0 < 0 ? last : $0) * speeds
      }, filler: 0)
  }

  mutating func judge(by targets: [PlanningProblem.FillTarget]) {
    self.targets = targets
    rowsOfTarget = targets.map { target in
      (0..<count).filter {
        $0 % speedCount == Int(target.speed)
          && (target.category < 0 || $0 / speedCount == Int(target.category))
      }
    }
  }

  /// Units that a target asks for.
  func goal(_ target: Int, in tally: RunTally) -> Double {
    rowsOfTarget[target].reduce(0) { $0 + targets[target].share * Double(tally.demand[$1]) }
  }

  /// Units missing from a target; below 0 where more was served.
  private func missing(_ target: Int, in tally: RunTally) -> Double {
    rowsOfTarget[target].reduce(goal(target, in: tally)) { $0 - Double(tally.served[$1]) }
  }

  /// Units missing from every target, mean of some runs.
  func missing(in tallies: [RunTally]) -> [Double] {
    targets.indices.map { target in
      tallies.reduce(0) { $0 + missing(target, in: $1) } / Double(max(1, tallies.count))
    }
  }

  /// Writes into every run what is missing from fill targets, at its price.
  ///
  /// A target is missed by the mean of all runs, as a plan misses it by the mean of its scenarios:
  /// what one run serves beyond a missed target makes up for another. So the mean of the runs is
  /// the charge for the mean, and a run's share of it may be below 0.
  func charge(_ tallies: inout [RunTally]) {
    let means = missing(in: tallies)
    for run in tallies.indices {
      tallies[run].missedTargets = targets.indices.reduce(0) { sum, target in
        means[target] > 0
          ? sum + targets[target].price * missing(target, in: tallies[run]) : sum
      }
    }
  }

  /// What serving one unit in time is worth beside the sale, by row.
  ///
  /// - Parameter prices: Money per unit, by target.
  func worth(at prices: [Double]) -> [Double] {
    var worth = [Double](repeating: 0, count: count)
    for (rows, price) in zip(rowsOfTarget, prices) {
      for row in rows { worth[row] += price }
    }
    return worth
  }
}
