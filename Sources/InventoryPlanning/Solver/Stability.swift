/// Watches whether an iteration settles, by how far it goes from restart to restart.
///
/// Several steps of the quantities at one set of shared prices are stable where an item hardly
/// feels the others', which is the rule, and not where few items share much. Then every cycle goes
/// further than the one before, instead of less far.
struct Stability {
  /// Cycles that are not compared: prices that have far to go take longer and longer ways at first,
  /// also where the steps are known to be stable.
  private let settling: Int
  /// Cycles before the first that must have gone less far than earlier ones. First cycles are short,
  /// and grow: that they go further says nothing.
  private let growing: Int
  private var cycles: [Double] = []

  /// - Parameter isSlower: Whether steps have just been made shorter, in the midst of a solve.
  init(settling: Int = 0, isSlower: Bool = false) {
    self.settling = settling
    growing = isSlower ? 10 : 7
  }

  /// Takes down how far a cycle went, ‖last − first‖² in the norm of the step sizes.
  ///
  /// - Returns: Whether that is how an iteration looks that settles.
  mutating func allows(movement: Double) -> Bool {
    defer { cycles.append(movement) }
    guard movement.isFinite else { return false }
    if cycles.count > settling, let most = cycles.max(), movement > 4 * most { return false }
    return cycles.count < growing || movement < 0.8 * cycles[cycles.count - Self.apart]
  }

  private static let apart = 3
}
