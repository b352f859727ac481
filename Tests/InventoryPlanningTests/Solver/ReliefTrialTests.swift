import RetailData
import TestSupport
import Testing

@testable import InventoryPlanning

/// Who gives up what of a capacity that is too small, against trying out all there is.
@Suite("Relief of a capacity")
struct ReliefTrialTests {
  /// In whole units, so that the best there is gives up whole units too.
  private func trials(_ random: inout SeededGenerator) -> [ReliefTrial] {
    (0..<3).map { _ in
      let steps = Int.random(in: 1...3, using: &random)
      var trial = ReliefTrial(
        uses: [Double(12 * Int.random(in: 0...2, using: &random))], costs: [0])
      for _ in 0..<steps {
        trial.uses.append(
          max(0, (trial.uses.last ?? 0) - Double(4 * Int.random(in: 0...3, using: &random))))
        trial.costs.append(
          (trial.costs.last ?? 0) + Double(Int.random(in: 0...9, using: &random)))
      }
      return trial
    }
  }

  /// The least cost of giving up an amount: any mixture of two levels.
  private func cost(_ trial: ReliefTrial, givingUp amount: Double) -> Double {
    var best = Double.infinity
    let given = trial.uses.map { trial.uses[0] - $0 }
    for a in given.indices {
      for b in given.indices where given[a] <= amount && amount <= given[b] {
        let share = given[a] == given[b] ? 0 : (amount - given[a]) / (given[b] - given[a])
        best = min(best, (1 - share) * trial.costs[a] + share * trial.costs[b])
      }
    }
    return best
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>) func nobodyCouldGiveUpForLess(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let trials = trials(&random)
    let most = trials.reduce(0) { $0 + $1.uses[0] - ($1.uses.last ?? 0) }
    let excess = (most * Double.random(in: 0...1, using: &random)).rounded()
    let kept = ReliefTrial.kept(trials, excess: excess)

    var given = 0.0
    var cost = 0.0
    for (trial, kept) in zip(trials, kept) {
      #expect(kept.count == trial.uses.count - 1)
      #expect(kept.allSatisfy { (0...1).contains($0) })
      var amount = 0.0
      for (step, share) in kept.enumerated() {
        amount += (trial.uses[step] - trial.uses[step + 1]) * Double(1 - share)
      }
      given += amount
      cost += self.cost(trial, givingUp: amount)
    }
    // Shares are `Float`.
    #expect(given >= excess - 1e-4)

    var least = Double.infinity
    let ranges = trials.map { Int($0.uses[0] - ($0.uses.last ?? 0)) }
    for a in 0...ranges[0] {
      for b in 0...ranges[1] {
        for c in 0...ranges[2] where Double(a + b + c) >= excess {
          least = min(
            least,
            self.cost(trials[0], givingUp: Double(a)) + self.cost(trials[1], givingUp: Double(b))
              + self.cost(trials[2], givingUp: Double(c)))
        }
      }
    }
    #expect(cost <= least + 1e-3)
  }
}
