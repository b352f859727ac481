import RetailData

/// What was sold, week by week, up to a moment, and where, how fast and when in the day.
///
/// Weeks are counted back from that moment, so that the last one is whole; what was sold before
/// the first whole week counts for the shares only. Without a whole week there is one week, with
/// all that was sold.
struct SalesHistory: Sendable {
  let itemCount: Int
  let regionCount: Int
  let speedCount: Int
  let weeks: Int
  /// Units: `[item × weeks + week]`, oldest first.
  let units: [Float]
  /// The week of the first sale; `weeks` for an item never sold.
  let firstWeek: [Int32]
  /// Purchase lines and units of each item.
  let lines: [Int32]
  let totalUnits: [Double]
  /// Units with a known region: `[item × regionCount + region]`.
  let regionUnits: [Float]
  let profile: DeliveryProfile

  static let secondsPerWeek: UInt32 = 7 * 86_400

  init(dataset: Dataset, end: Timestamp, maximumWeeks: Int, work: WorkContext) throws {
    let purchases = dataset.purchases
    let itemCount = dataset.items.count
    let regionCount = dataset.network.regions.count
    let speedCount = dataset.network.speeds.count
    let earliest = Self.earliest(purchases, itemCount: itemCount)
    let span = end > earliest ? (end.seconds - earliest.seconds) / Self.secondsPerWeek : 0
    let weeks = max(1, min(Int(span), maximumWeeks))

    let cells = HistoryCells(
      items: itemCount, regions: regionCount, speeds: speedCount, weeks: weeks)
    let perBlock = (itemCount + HistoryCells.blocks - 1) / HistoryCells.blocks
    try work.forEachChunk(of: HistoryCells.blocks, chunk: 1) { _, blocks in
      for block in blocks {
        let start = min(block * perBlock, itemCount)
        cells.add(
          items: start..<min(start + perBlock, itemCount), block: block, of: dataset, end: end,
          // Where there is no whole week, all of it is one.
          isOneWeek: span == 0)
      }
    }
    (self.itemCount, self.regionCount, self.speedCount) = (itemCount, regionCount, speedCount)
    self.weeks = weeks
    units = cells.units.elements
    firstWeek = cells.firstWeek.elements
    lines = cells.lines.elements
    totalUnits = cells.totalUnits.elements
    regionUnits = cells.regionUnits.elements
    profile = cells.profile
  }

  private static func earliest(_ purchases: Purchases, itemCount: Int) -> Timestamp {
    var earliest = Timestamp(seconds: .max)
    for item in 0..<itemCount {
      guard let first = purchases.positions(ofItem: item).first else { continue }
      earliest = min(earliest, purchases.times[Int(purchases.linesByItem[first])])
    }
    return earliest
  }
}
