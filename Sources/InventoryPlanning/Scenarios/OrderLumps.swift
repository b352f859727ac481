/// Splits many units into lumps: among regions, then speeds, then hours of the day. The parts of a
/// split are multinomial, drawn one after the other as binomial counts of what is left: quantiles
/// at random numbers of their own. All units of a lump are asked for at one moment of its hour.
struct OrderLumps {
  let placement: OrderPlacement
  let place: OrderPlacement.Place
  let regions: ShareTable
  /// Of `placement.speeds`, for region 0.
  let firstRow: Int

  func split(_ units: Double, into orders: inout OrderList) {
    var inRegions = units
    for region in 0..<regions.columns where inRegions > 0 {
      var inSpeeds = part(of: inRegions, regions.shareOfRest(0, region), region: region).units
      inRegions -= inSpeeds
      let row = firstRow + region
      for speed in 0..<placement.speeds.columns where inSpeeds > 0 {
        var inHours = part(
          of: inSpeeds, placement.speeds.shareOfRest(row, speed), region: region, speed: speed
        ).units
        inSpeeds -= inHours
        for hour in 0..<24 where inHours > 0 {
          let lump = part(
            of: inHours, placement.hours.shareOfRest(speed, hour), region: region, speed: speed,
            hour: hour)
          inHours -= lump.units
          if lump.units > 0 {
            orders.add(
              region: region, speed: speed, hour: hour, within: lump.moment,
              units: Float(lump.units))
          }
        }
      }
    }
  }

  /// How many of `units` belong to a part that has `share` of what is left; and a moment, 0 ..< 1.
  private func part(
    of units: Double, _ share: Double, region: Int, speed: Int = 255, hour: Int = 255
  ) -> (units: Double, moment: Float) {
    let words = place.random.words(
      .lump, item: place.item, scenario: place.scenario, epoch: place.epoch,
      index: region << 16 | speed << 8 | hour)
    let count = Binomial(trials: units, chance: share)
      .quantile(KeyedDraws.uniform(words.x, words.y))
    return (count, KeyedDraws.share(words.z))
  }
}
