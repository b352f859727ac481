/// How stock is kept: up to which level, and where what is missing comes from. By item and
/// facility, `[item × facilityCount + facility]`.
public struct StockPolicy: Sendable {
  /// Units. A facility orders what its position (on hand and on its way, less what customers wait
  /// for) lacks of its level.
  public var levels: [Int32]
  var sources: [Source]
  /// Whether a facility looks at its own stock only (installation stock), or at that of all
  /// facilities below it too (echelon stock, Clark & Scarf 1960).
  public var countsEchelons: Bool
  public var fulfilment: FulfilmentPolicy
  /// Where an item's total is spread by fixed weights, those; empty where every level is free.
  var weights: [Float] = []
  /// Loss of a unit, where orders are given out by price; otherwise empty.
  var worth: [UnitWorth] = []
  /// By facility, where orders are given out by price; otherwise empty.
  var doors: [DoorWorth] = []

  /// Where a facility gets an item from.
  struct Source: Sendable, Equatable, BitwiseCopyable {
    /// Row of `network.supply`; -1 where it does not come from a vendor.
    var supply: Int32 = -1
    /// Row of `network.transfers`; -1 where it does not come from another facility.
    var transfer: Int32 = -1

    static let none = Source()
  }

  /// What the customers nearest to a facility would miss if it had none.
  struct UnitWorth: Sendable, BitwiseCopyable {
    /// Units per day that this facility serves at the least cost.
    var rate: Float = 0
    /// Money per unit: the mean of what serving them from elsewhere costs more, or of losing them.
    var loss: Float = 0
    /// Money per unit: what it takes to bring another one here, capacities charged at their prices.
    var replacement: Float = 0
  }
}
