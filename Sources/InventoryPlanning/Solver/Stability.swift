/// Watches whether an iteration settles, by how far it goes from restart to restart.
///
/// Several steps of the quantities at one set of shared prices are stable where an item hardly
/// feels the others', which is the rule, and not where few items share much. Then every cycle goes
/// further than the one before, instead of less far.
struct Stability {
  /// Cycles that are not compared: prices that have far to go take longer and longer ways at first,
  /// also where the steps are known to be stable.
  private let settling: Int
  private var cycles: [Double] = []

  init(settling: Int = 0) { self.settling = settling }

  /// Takes down how far a cycle went, ‖last − first‖² in the norm of the step sizes.
  ///
  /// - Returns: Whether that is how an iteration looks that settles.
  mutating func allows(movement: Double) -> Bool {
    defer { cycles.append(movement) }
    guard movement.isFinite else { return false }
    if cycles.count > settling, let most = cycles.max(), movement > 4 * most { return false }
    // First cycles are short, and grow: that they go further says nothing.
    return cycles.count < Self.firstJudged
      || movement < 0.8 * cycles[cycles.count - Self.apart]
  }

  private static let firstJudged = 7
  private static let apart = 3
}
