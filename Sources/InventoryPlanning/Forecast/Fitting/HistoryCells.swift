import RetailData

/// The places that one pass over the purchases, by item, fills.
struct HistoryCells: Sendable {
  /// Sums over items are made by block and added in the order of blocks, so that they do not depend
  /// on the number of threads.
  static let blocks = 64

  private let regionCount: Int
  private let speedCount: Int
  private let weeks: Int
  let units: FlatBuffer<Float>
  let firstWeek: FlatBuffer<Int32>
  let lines: FlatBuffer<Int32>
  let totalUnits: FlatBuffer<Double>
  let regionUnits: FlatBuffer<Float>
  /// `[((block × handlings + handling) × regions + region) × speeds + speed]`
  private let speedUnits: FlatBuffer<Double>
  /// `[(block × (speeds + 1) + speed) × 24 + hour]`; the last row is for unknown speeds.
  private let hourUnits: FlatBuffer<Double>

  init(items: Int, regions: Int, speeds: Int, weeks: Int) {
    (regionCount, speedCount, self.weeks) = (regions, speeds, weeks)
    units = FlatBuffer(repeating: 0, count: items * weeks)
    firstWeek = FlatBuffer(repeating: Int32(weeks), count: items)
    lines = FlatBuffer(repeating: 0, count: items)
    totalUnits = FlatBuffer(repeating: 0, count: items)
    regionUnits = FlatBuffer(repeating: 0, count: items * regions)
    speedUnits = FlatBuffer(
      repeating: 0, count: Self.blocks * Handling.allCases.count * regions * speeds)
    hourUnits = FlatBuffer(repeating: 0, count: Self.blocks * (speeds + 1) * 24)
  }

  /// Adds the purchases of some items up to `end`.
  func add(
    items: Range<Int>, block: Int, of dataset: Dataset, end: Timestamp, isOneWeek: Bool
  ) {
    let purchases = dataset.purchases
    let times = purchases.times.buffer
    let quantities = purchases.quantities.buffer
    let speeds = purchases.speeds.buffer
    let regions = dataset.customers.regions.buffer
    let customers = purchases.customersByItem.buffer
    let order = purchases.linesByItem.buffer
    for item in items {
      let handling = Int(dataset.items.handling[item])
      let speedStart = (block * Handling.allCases.count + handling) * regionCount
      for position in purchases.positions(ofItem: item) {
        let line = Int(order[position])
        let time = times[line]
        if time > end { break }
        let quantity = Double(quantities[line])
        let age = Int((end.seconds - time.seconds) / SalesHistory.secondsPerWeek)
        let week = max(0, weeks - 1 - age)
        if lines.pointer[item] == 0 { firstWeek.pointer[item] = Int32(week) }
        lines.pointer[item] += 1
        totalUnits.pointer[item] += quantity
        if age < weeks || isOneWeek { units.pointer[item * weeks + week] += Float(quantity) }
        let region = Int(regions[Int(customers[position])])
        let speed = Int(speeds[line])
        let knowsSpeed = speed >= 0 && speed < speedCount
        if region >= 0, region < regionCount {
          regionUnits.pointer[item * regionCount + region] += Float(quantity)
          if knowsSpeed {
            speedUnits.pointer[(speedStart + region) * speedCount + speed] += quantity
          }
        }
        let row = block * (speedCount + 1) + (knowsSpeed ? speed : speedCount)
        hourUnits.pointer[row * 24 + Int(time.seconds % 86_400) / 3_600] += quantity
      }
    }
    withExtendedLifetime(dataset) {}
  }

  var profile: DeliveryProfile {
    DeliveryProfile(
      regionCount: regionCount, speedCount: speedCount, speedUnits: Self.added(speedUnits),
      hourUnits: Self.added(hourUnits))
  }

  private static func added(_ values: FlatBuffer<Double>) -> [Double] {
    let width = values.count / blocks
    var sums = [Double](repeating: 0, count: width)
    for block in 0..<blocks {
      for place in 0..<width { sums[place] += values.pointer[block * width + place] }
    }
    return sums
  }
}
