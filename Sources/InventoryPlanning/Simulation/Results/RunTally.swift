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
  /// Units by the speed asked for: asked, served in time, served late or slower.
  var demand: [Int]
  var served: [Int]
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

  init(speeds: Int, facilities: Int) {
    demand = [Int](repeating: 0, count: speeds)
    served = demand
    delayed = demand
    places = [PlaceTally](repeating: PlaceTally(), count: facilities)
  }

  var cost: Double { procurement + transfers + delivery + holding + lostSales + late }
}
