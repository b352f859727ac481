/// An item's whole quantities, and what it costs to change them a little; money per day.
struct WholeItem: Sendable {
  /// By lane of the item.
  var units: [Double] = []
  /// One unit more, one unit less.
  var raise: [Double] = []
  var lower: [Double] = []
  /// By supply row: one case less.
  var drop: [Double] = []
}

/// A change of one item's quantities that relieves a capacity.
struct ReliefMove: Sendable {
  enum Change: Sendable, Equatable {
    /// One unit, between lanes of one supply row; -1 for stock on hand that stays, or goes.
    case unit(from: Int, to: Int)
    /// One case of a supply row.
    case drop(row: Int)
  }

  /// Number of the item in all blocks together.
  var item: Int
  var change: Change
  /// Units by lane.
  var steps: [(lane: Int, units: Double)]
  /// Money per day; negative saves.
  var loss: Double
  /// By how much it brings down what is too much, as a share of each excess, summed.
  var relief: Double
}
