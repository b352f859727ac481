import RetailData

/// The planning problem of all items, compiled: what the kernels run over.
///
/// The model is that of two-stage stochastic programming with recourse over sampled scenarios:
/// quantities to buy and to move are decided now, shipments and later transfers in each scenario.
/// Items meet only in the capacities of the facilities and in the fill targets.
struct PlanningProblem: Sendable {
  let input: PlanInput
  let layouts: [Layout]
  let destinations: Destinations
  let scenarios: Int
  /// Scenarios rounded up to a multiple of eight.
  let stride: Int
  let epochs: Int
  let speedCount: Int
  let facilityCount: Int
  let categoryCount: Int
  let blocks: [ItemBlock]
  /// What they were compiled from.
  let draws: KeptDraws
  let capacity: Capacities
  /// Litres that the stock which is there, or comes, takes at each facility whatever is decided.
  let standing: [Double]
  let fullRooms: FullRooms
  let order: EchelonOrder
  let routes: CrossDockRoutes
  let targets: [FillTarget]
  /// Targets that an item of a category counts for at a speed: `[category × speeds + speed]`.
  let targetLists: [[Int]]
  /// Mean worth of a sold unit, by demand.
  let meanWorth: Double
  /// Mean litres times days that a unit takes, by demand.
  let meanVolumeDays: Double
  /// Units per day that no facility can serve.
  let unreachable: Double
  /// Units per day asked for at each speed.
  let speedDemand: [Double]

  static let blockSize = 32

  /// What every facility offers, by its number in the network: litres, units per day, units per
  /// day. Storage is never below what stands there already.
  struct Capacities: Sendable, Equatable {
    var storage: [Double]
    var inbound: [Double]
    var outbound: [Double]

    init(_ network: Network, standing: [Double]) {
      storage = zip(network.facilities, standing).map { max($0.storage, $1) }
      inbound = network.facilities.map(\.inboundPerDay)
      outbound = network.facilities.map(\.outboundPerDay)
    }
  }

  /// Serve at least `share` of `demand`, or pay for what is missing.
  struct FillTarget: Sendable, Equatable {
    /// -1 for all items.
    var category: Int32
    var speed: Int32
    var share: Double
    /// Units per day.
    var demand: Double
    /// Money per missing unit.
    var price: Double
  }

  /// Speeds by their promise, the longest first.
  var slowestFirst: [Int] {
    let speeds = input.network.speeds
    return speeds.indices.sorted {
      (speeds[$1].promiseHours, $0) < (speeds[$0].promiseHours, $1)
    }
  }

  func targetsOf(category: Int, speed: Int) -> [Int] {
    targetLists[category * speedCount + speed]
  }
}
