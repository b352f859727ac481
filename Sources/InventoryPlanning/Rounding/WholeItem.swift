/// An item's whole quantities, and what it costs to change them a little; money per day, with the
/// shared prices.
struct WholeItem: Sendable {
  /// By lane of the item.
  var units: [Double] = []
  /// One unit more, one unit less.
  var raise: [Double] = []
  var lower: [Double] = []
  /// By supply row: one case less, and one more where that might pay.
  var drop: [CaseMove?] = []
  var add: [CaseMove?] = []
}

/// A case more or less: what changes by lane, and what that costs.
struct CaseMove: Sendable {
  var steps: [LaneStep]
  var loss: Double
}

struct LaneStep: Sendable {
  var lane: Int
  var units: Double
}

/// A change of one item's quantities.
struct ItemMove: Sendable {
  var block: Int
  var place: Int
  var steps: [LaneStep]
  /// Lower comes first.
  var rank: Double
}
