import RetailData

/// Units of every item at every facility, under one view of what stands there; flat, by item.
///
/// - *Today*: what `inventory.csv` has on hand. At least one whole unit must stand there.
/// - *Under the plan*: the inventory position that the plan aims at, once everything that it buys,
///   moves and has on its way has landed, before customers take anything. Half a unit is enough:
///   plans are means, and that is what rounds to one.
struct ReachStock: Sendable {
  private let offsets: [Int32]
  private let facilities: [Int32]
  private let units: [Double]
  /// The fewest units from which one can be sent.
  let fewest: Double

  /// The stock of today.
  init(today input: PlanInput) {
    self.init(
      input.network.inventory.lazy.map { ($0.item, $0.facility, $0.onHand) },
      items: input.items.count, fewest: 1)
  }

  /// What a plan of the same items and facilities leads to, by its positions.
  init(under positions: some Sequence<Plan.Position>, items: Int) {
    self.init(
      positions.lazy.map { ($0.item, $0.facility, Double($0.target)) }, items: items, fewest: 0.5)
  }

  private init(
    _ rows: some Sequence<(item: Int32, facility: Int32, units: Double)>, items: Int,
    fewest: Double
  ) {
    self.fewest = fewest
    var offsets = [Int32](repeating: 0, count: items + 1)
    var count = 0
    for row in rows where row.units > 0 {
      offsets[Int(row.item) + 1] += 1
      count += 1
    }
    for item in 0..<items { offsets[item + 1] += offsets[item] }
    var next = offsets
    var facilities = [Int32](repeating: 0, count: count)
    var units = [Double](repeating: 0, count: count)
    for row in rows where row.units > 0 {
      let place = Int(next[Int(row.item)])
      next[Int(row.item)] += 1
      facilities[place] = row.facility
      units[place] = row.units
    }
    self.offsets = offsets
    self.facilities = facilities
    self.units = units
  }

  /// Calls `body` with every facility that has something of an item. A facility may come twice.
  @inline(__always)
  func forEach(of item: Int, _ body: (_ facility: Int, _ units: Double) -> Void) {
    for row in Int(offsets[item])..<Int(offsets[item + 1]) {
      body(Int(facilities[row]), units[row])
    }
  }
}
