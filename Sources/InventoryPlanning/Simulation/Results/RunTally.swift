/// What one replication counts over its measured days. Money and units are sums, not means.
struct RunTally: Sendable, Equatable {
  /// Units that customers asked for.
  var ordered = 0
  /// Money.
  var procurement = 0.0
  var transfers = 0.0
  var delivery = 0.0
  var holding = 0.0
  var lostSales = 0.0
  /// Penalties of promises that were not kept though the sale was not lost.
  var late = 0.0
  /// What is missing from fill targets, at the planner's price for it. See `FillRows.charge`.
  var missedTargets = 0.0
  /// Units asked for and served in time, by row of `FillRows`.
  var demand: [Int]
  var served: [Int]
  /// Units served late or slower, by the speed asked for.
  var delayed: [Int]
  /// Units delivered, those of known distance, and kilometres travelled by them.
  var shipped = 0
  var located = 0
  var kilometres = 0.0
  var transferred = 0
  var bought = 0
  /// Units times days that customers waited (`UnservedOrders.backordered`).
  var waitingDays = 0
  /// Units times days on hand, and on the way.
  var stockDays = 0
  var transitDays = 0
  /// By facility.
  var places: [PlaceTally]

  struct PlaceTally: Sendable, Equatable, BitwiseCopyable {
    /// Litres times days on the shelf, and those of them beyond the storage capacity.
    var litreDays = 0.0
    var overflow = 0.0
    /// Days on which more stood there than there is room for.
    var overfullDays = 0
    var inbound = 0
    var outbound = 0
    /// Units times days that goods waited at a door for a capacity.
    var inboundWaiting = 0.0
    var outboundWaiting = 0.0
  }

  init(_ world: SimulationWorld) {
    demand = [Int](repeating: 0, count: world.fill.count)
    served = demand
    delayed = [Int](repeating: 0, count: world.speedCount)
    places = [PlaceTally](repeating: PlaceTally(), count: world.facilityCount)
  }

  /// Money that is spent, or not earned.
  var spent: Double { procurement + transfers + delivery + holding + lostSales + late }
  /// All that a plan minimises: what is missing from fill targets too.
  var cost: Double { spent + missedTargets }

  var costPerOrder: Double { cost / Double(max(1, ordered)) }

  /// Sum of the rows of one speed.
  func units(_ rows: KeyPath<RunTally, [Int]>, speed: Int) -> Int {
    let rows = self[keyPath: rows]
    return stride(from: speed, to: rows.count, by: delayed.count).reduce(0) { $0 + rows[$1] }
  }
}
