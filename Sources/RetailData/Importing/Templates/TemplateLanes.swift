/// The promises of the template.
enum TemplateSpeed {
  static let sameDay = 0
  static let nextDay = 1
  static let standard = 2

  /// Fastest first. Penalties are shares of what a unit sells for.
  static func speeds(moneyPerUnit: Double) -> [Speed] {
    [
      Speed(
        id: "same_day", promiseHours: 12, lostSalePenalty: Rounded.to(0.01, moneyPerUnit * 0.5),
        serviceTarget: 0.85),
      Speed(
        id: "next_day", promiseHours: 36, lostSalePenalty: Rounded.to(0.01, moneyPerUnit * 0.3),
        serviceTarget: 0.92),
      Speed(
        id: "standard", promiseHours: 240, lostSalePenalty: Rounded.to(0.01, moneyPerUnit * 0.2),
        serviceTarget: 0.95),
    ]
  }
}

/// Ways between the template's buildings, and from them to customers.
///
/// Costs grow with the distance along the great circle, and are shares of what a unit sells for.
struct TemplateLanes {
  let transfers: [Transfer]
  let deliveries: [Delivery]

  init(sites: [TemplateSite], regions: [TemplateRegion], moneyPerUnit: Double) {
    let costs = TemplateCosts(moneyPerUnit: moneyPerUnit)
    transfers = sites.indices.flatMap { from in
      sites.indices.compactMap { to in
        Self.isLane(from, to, sites) ? costs.transfer(from, to, sites) : nil
      }
    }
    deliveries = sites.indices.flatMap { site in
      regions.indices.flatMap { region -> [Delivery] in
        let way = sites[site].way(to: regions[region])
        return Self.promises(of: sites[site], way).map { speed, cutoff in
          costs.delivery(site, region, speed: speed, cutoff: cutoff, way)
        }
      }
    }
  }

  /// Distribution centres supply all centres, across the Channel too; a same-day site is supplied
  /// by the two nearest fulfilment centres.
  private static func isLane(_ from: Int, _ to: Int, _ sites: [TemplateSite]) -> Bool {
    switch (sites[from].kind, sites[to].kind) {
    case (.distributionCenter, .fulfillmentCenter), (.distributionCenter, .nonSortableCenter):
      return true
    case (.fulfillmentCenter, .sameDaySite):
      let nearer = sites.indices.count { other in
        sites[other].kind == .fulfillmentCenter
          && (sites[other].way(to: sites[to]).effectiveKilometres, other)
            < (sites[from].way(to: sites[to]).effectiveKilometres, from)
      }
      return nearer < 2
    default: return false
    }
  }

  /// The speeds that a building can keep, and their cut-offs. An order leaves the building some
  /// hours after it comes in and travels at 55 km an hour; the last delivery is at 21:00. Cut-offs
  /// are at 11, 15 or 19 o'clock. Water takes half a day.
  static func promises(of site: TemplateSite, _ way: TemplateWay) -> [(speed: Int, cutoff: Double)]
  {
    let hoursInside: Double
    switch site.kind {
    case .distributionCenter: return []
    case .sameDaySite:
      // Made for a city: no parcels to elsewhere.
      if way.kilometres > 100 || way.crossesWater { return [] }
      hoursInside = 5
    case .fulfillmentCenter: hoursInside = 9.5
    case .nonSortableCenter: hoursInside = 14
    }
    let hours = hoursInside + way.roadKilometres / 55 + (way.crossesWater ? 12 : 0)
    var promises: [(Int, Double)] = []
    for (speed, end) in [(TemplateSpeed.sameDay, 21.0), (TemplateSpeed.nextDay, 45.0)] {
      if speed == TemplateSpeed.sameDay, site.kind != .sameDaySite { continue }
      if let cutoff = [19.0, 15, 11].first(where: { $0 + hours <= end }) {
        promises.append((speed, cutoff))
      }
    }
    return promises + [(TemplateSpeed.standard, .nan)]
  }
}

/// What moving things costs, by distance.
struct TemplateCosts {
  /// Mean price of a unit sold.
  let moneyPerUnit: Double

  /// Thousands of kilometres; beyond 2,000 km each counts for a quarter, as ships and planes do not
  /// stop on the way.
  static func reach(_ way: TemplateWay) -> Double {
    let thousands = way.roadKilometres / 1_000
    return thousands <= 2 ? thousands : 2 + (thousands - 2) / 4
  }

  /// Half days for loading, and for every 450 km; two days over water.
  func transfer(_ from: Int, _ to: Int, _ sites: [TemplateSite]) -> Transfer {
    let way = sites[from].way(to: sites[to])
    let halfDays = 2 + (way.roadKilometres / 450).rounded(.down) + (way.crossesWater ? 4 : 0)
    let surcharge = way.crossesWater ? 0.02 : 0
    return Transfer(
      from: Int32(from), to: Int32(to), leadTimeDays: halfDays / 2,
      costPerUnit: Rounded.to(
        0.0001, moneyPerUnit * (0.005 + surcharge + 0.01 * Self.reach(way))),
      costPerLitre: Rounded.to(
        0.0001, moneyPerUnit * (0.005 + surcharge + 0.01 * Self.reach(way))))
  }

  /// Fast vans carry less than full lorries.
  func delivery(
    _ site: Int, _ region: Int, speed: Int, cutoff: Double, _ way: TemplateWay
  ) -> Delivery {
    let haste = [0.06, 0.025, 0][speed]
    let water = way.crossesWater ? 0.03 : 0
    return Delivery(
      facility: Int32(site), region: Int32(region), speed: Int32(speed), cutoffHour: cutoff,
      costPerUnit: Rounded.to(
        0.0001, moneyPerUnit * (0.04 + haste + water + 0.03 * Self.reach(way))),
      costPerKilogram: Rounded.to(
        0.0001, moneyPerUnit * (0.02 + haste / 2 + water + 0.05 * Self.reach(way))))
  }
}
