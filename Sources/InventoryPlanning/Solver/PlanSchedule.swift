/// When a solve looks for a plan: each takes as long as a pass or more, and after one in vain the
/// next is likely to be in vain too.
struct PlanSchedule {
  /// The pass from which a plan is looked for again.
  private(set) var next = 0
  /// The pass from which one may take as long as several passes.
  private(set) var nextCostly = 0
  /// Plans in a row that were no better than the best one.
  private var vain = 0
  private var vainCostly = 0

  /// Waits after a plan in vain, in those after a better one.
  private static let mostWaits = 4
  /// Steps from one costly plan to the next, after a better one.
  private static let costlyWait = 20
  /// How often that is doubled.
  private static let mostDoublings = 5

  /// - Parameter wait: Passes, at the least.
  mutating func looked(at pass: Int, wait: Int, isVain: Bool) {
    vain = isVain ? vain + 1 : 0
    next = pass + wait * min(vain + 1, Self.mostWaits)
  }

  /// Notes a plan that took as long as several passes.
  ///
  /// - Parameter wait: The passes that make so many steps.
  mutating func lookedAtLength(at pass: Int, wait: (_ steps: Int) -> Int, isVain: Bool) {
    vainCostly = isVain ? vainCostly + 1 : 0
    nextCostly = pass + wait(Self.costlyWait << min(vainCostly, Self.mostDoublings))
  }
}
