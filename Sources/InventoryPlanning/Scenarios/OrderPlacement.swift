import RetailData

/// Gives every unit a region, a speed and a moment of the day.
///
/// The first units of an epoch are placed one by one, each by random numbers of its own: one unit
/// more leaves all others where they are. What is beyond them is split into lumps, see
/// `OrderLumps`: one unit more adds one to one lump.
struct OrderPlacement: Sendable {
  /// What is known of a unit before it is placed.
  struct Place {
    let item: Int
    let scenario: Int
    let epoch: Int
    let random: KeyedDraws
    /// At which the number of units was drawn.
    let chance: Double
    /// Nil draws every unit by itself.
    var spread: SpreadDraws.Units?
  }

  /// Units of an epoch and scenario that are placed one by one.
  static let singles = 256

  /// Rows by handling and region.
  let speeds: ShareTable
  /// Rows by speed.
  let hours: ShareTable
  let regionCount: Int
  private let regionShare: [Float]
  private let handling: [Handling]

  init(_ input: PlanInput, forecast: DemandForecast) {
    precondition(forecast.regionCount <= 65_535, "at most 65,535 regions")
    precondition(forecast.speedCount <= 255, "at most 255 speeds")
    precondition(
      forecast.speedShare.count
        == Handling.allCases.count * forecast.regionCount * forecast.speedCount,
      "one share a handling, region and speed")
    regionCount = forecast.regionCount
    regionShare = forecast.regionShare
    handling = input.items.handling
    speeds = ShareTable(forecast.speedShare[...], columns: forecast.speedCount)
    hours = ShareTable(forecast.hourShare[...], columns: 24)
  }

  /// An item's regions: one row.
  func regions(ofItem item: Int) -> ShareTable {
    ShareTable(
      regionShare[item * regionCount..<(item + 1) * regionCount], columns: regionCount)
  }

  /// Without a region or a speed there is no order.
  func place(_ units: Double, at place: Place, regions: ShareTable, into orders: inout OrderList) {
    guard regionCount > 0, speeds.columns > 0 else { return }
    let firstRow = Int(handling[place.item].rawValue) * regionCount
    let singles = min(Int(units), Self.singles)
    for unit in 0..<singles {
      let words =
        place.spread?.words(
          scenario: place.scenario, epoch: place.epoch, index: unit, chance: place.chance)
        ?? place.random.words(
          .unit, item: place.item, scenario: place.scenario, epoch: place.epoch, index: unit)
      let region = regions.column(0, at: KeyedDraws.share(words.x))
      let speed = speeds.column(firstRow + region, at: KeyedDraws.share(words.y))
      let p = KeyedDraws.share(words.z)
      let hour = hours.column(speed, at: p)
      let within = (p - hours.before(speed, hour)) / hours.share(speed, hour)
      orders.add(region: region, speed: speed, hour: hour, within: within, units: 1)
    }
    if units > Double(singles) {
      OrderLumps(placement: self, place: place, regions: regions, firstRow: firstRow)
        .split(units - Double(singles), into: &orders)
    }
    orders.close(scenario: place.scenario, epoch: place.epoch)
  }
}
