import RetailData

/// The soonest promise for every item in every region, and from where: worked out once, flat, so
/// that a list of a thousand recommendations costs a thousand lookups.
///
///     let today = ReachTable(today: PlanInput(dataset: dataset, notices: &notices))
///     if case .promised(let promise)? = today?[item, region] {
///       print(dataset.network.speeds[Int(promise.speed)].id)   // same_day
///     }
///
/// There are two views of the stock: `init(today:)` and `init(under:of:)`. A facility counts only
/// for items that it may hold (`FacilityKind.mayHold`), and a delivery only where its cut-off
/// leaves time to order. Whether a unit is promised to several customers at once is not asked:
/// this is what the next order would be told.
///
/// Takes time proportional to stock rows × deliveries of a facility.
public struct ReachTable: Sendable {
  /// The items it is of: all, or a single one.
  public let items: Range<Int>
  public let regionCount: Int
  let network: Network
  let figures: ItemFigures
  let lanes: ReachLanes
  let stock: ReachStock
  /// By item, then region: a row of `network.deliveries`, or a code below 0.
  private let rows: [Int32]

  private static let short: Int32 = -1
  private static let unserved: Int32 = -2

  /// With the stock on hand today. Nil where the network has no deliveries at all.
  public init?(today input: PlanInput) {
    self.init(input, ReachStock(today: input), items: 0..<input.items.count)
  }

  /// With the stock that a plan of `input` leads to: a facility has an item if the plan's inventory
  /// position there (`Plan.Position.target`), reached once all that is bought, moved or on its way
  /// has landed, is at least half a unit. Nil where the network has no deliveries at all.
  public init?(under plan: Plan, of input: PlanInput) {
    self.init(
      input, ReachStock(under: plan.positions, items: input.items.count),
      items: 0..<input.items.count)
  }

  /// The same for one item alone, from its positions in a plan of `input`.
  public init?(of item: Int, under positions: some Sequence<Plan.Position>, of input: PlanInput) {
    self.init(
      input, ReachStock(under: positions, items: input.items.count), items: item..<item + 1)
  }

  private init?(_ input: PlanInput, _ stock: ReachStock, items: Range<Int>) {
    let network = input.network
    let lanes = ReachLanes(network)
    if lanes.isEmpty { return nil }
    self.network = network
    self.lanes = lanes
    self.stock = stock
    figures = input.items
    self.items = items
    regionCount = network.regions.count
    rows = Self.rows(items, input.items, network, lanes, stock)
  }

  /// Nil where the region is unknown: below 0, as of customers without one.
  public subscript(item: Int, region: Int) -> Reach? {
    guard region >= 0 else { return nil }
    let row = rows[(item - items.lowerBound) * regionCount + region]
    if row < 0 { return row == Self.short ? .short : .unserved }
    let delivery = network.deliveries[Int(row)]
    return .promised(
      Promise(
        speed: delivery.speed, facility: delivery.facility, delivery: row,
        cutoffHour: delivery.cutoffHour,
        cost: delivery.costPerUnit + delivery.costPerKilogram * figures.weight[item]))
  }

  private static func rows(
    _ items: Range<Int>, _ figures: ItemFigures, _ network: Network, _ lanes: ReachLanes,
    _ stock: ReachStock
  ) -> [Int32] {
    let regions = network.regions.count
    let mayHold = Handling.allCases.map { handling in
      network.facilities.map { $0.kind.mayHold(handling) }
    }
    // What a region is without stock: short if anybody could deliver.
    let empty = mayHold.map { may in
      var codes = [Int32](repeating: unserved, count: regions)
      for facility in may.indices where may[facility] {
        for lane in lanes.lanes(from: facility) { codes[Int(lane.region)] = short }
      }
      return codes
    }
    var rows: [Int32] = []
    rows.reserveCapacity(items.count * regions)
    var units = [Double](repeating: 0, count: network.facilities.count)
    var best = [Best](repeating: Best(), count: regions)
    for item in items {
      let handling = Int(figures.handling[item].rawValue)
      for region in 0..<regions { best[region] = Best(row: empty[handling][region]) }
      stock.forEach(of: item) { facility, amount in units[facility] += amount }
      stock.forEach(of: item) { facility, _ in
        let isThere = units[facility] >= stock.fewest
        units[facility] = 0
        guard isThere, mayHold[handling][facility] else { return }
        for lane in lanes.lanes(from: facility) {
          let cost = lane.cost(weight: figures.weight[item])
          best[Int(lane.region)].offer(lane, from: Int32(facility), cost: cost)
        }
      }
      for region in 0..<regions { rows.append(best[region].row) }
    }
    return rows
  }
}

/// The best delivery to a region so far.
private struct Best {
  var row: Int32 = 0
  private var rank = Int32.max
  private var cost = Double.infinity
  private var facility = Int32.max

  init(row: Int32 = 0) { self.row = row }

  @inline(__always)
  mutating func offer(_ lane: ReachLanes.Lane, from facility: Int32, cost: Double) {
    if lane.rank > rank { return }
    if lane.rank == rank {
      if cost > self.cost { return }
      if cost == self.cost, facility > self.facility { return }
      if cost == self.cost, facility == self.facility, lane.row > row { return }
    }
    (row, rank, self.cost, self.facility) = (lane.row, lane.rank, cost, facility)
  }
}
