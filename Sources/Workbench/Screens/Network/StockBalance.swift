import InventoryPlanning

/// Whether what is there of an item, or on its way, is far from what the plan wants there.
enum StockBalance {
  /// Less than half of the target, and a unit of it at least.
  case short
  case balanced
  /// A unit at least, and more than twice the target.
  case over

  /// What the screens say of the thresholds.
  static let explanation =
    "short: less than half the target is there or on its way · over: more than twice"

  init(_ position: Plan.Position) {
    self.init(onHand: position.onHand, inbound: position.inbound, target: position.target)
  }

  /// All in units.
  init(onHand: Float, inbound: Float, target: Float) {
    let have = onHand + inbound
    if target >= 1, have < target / 2 {
      self = .short
    } else if have >= 1, have > 2 * target {
      self = .over
    } else {
      self = .balanced
    }
  }
}
