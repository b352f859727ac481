import InventoryPlanning

/// How much of what a plan wants of an item the whole network has, in units.
struct ItemShortage {
  let have: Float
  let target: Float

  init(_ positions: some Sequence<Plan.Position>) {
    have = positions.reduce(0) { $0 + $1.onHand + $1.inbound }
    target = positions.reduce(0) { $0 + $1.target }
  }

  /// Units that are not there; 0 where half of what should be is there or on its way.
  var missing: Float {
    StockBalance(onHand: have, inbound: 0, target: target) == .short ? target - have : 0
  }
}
