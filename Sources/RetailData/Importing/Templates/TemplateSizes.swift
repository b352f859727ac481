/// Which building serves what part of the demand, if all goes as the template means it:
/// tables `[handling][site]`, shares of the demand for items of that handling.
struct TemplateShares {
  let shares: [[Double]]

  /// Of the units that a city's region asks for, so many go through its same-day sites.
  static let sameDayShare = 0.2

  init(sites: [TemplateSite], regions: [TemplateRegion], demand: TemplateDemand) {
    shares = Handling.allCases.map { handling in
      var shares = [Double](repeating: 0, count: sites.count)
      for (region, place) in regions.enumerated() {
        var rest = demand.regionShares[region]
        let local = sites.indices.filter { sites[$0].region == region && handling == .sortable }
        for site in local {
          let share = demand.regionShares[region] * Self.sameDayShare / Double(local.count)
          shares[site] += share
          rest -= share
        }
        // Nearer centres get more: by the square of 100 km more than the distance.
        let centers = sites.indices.filter {
          sites[$0].kind == (handling == .sortable ? .fulfillmentCenter : .nonSortableCenter)
        }
        let weights = centers.map { site -> Double in
          let kilometres = 100 + sites[site].way(to: place).effectiveKilometres
          return 1 / (kilometres * kilometres)
        }
        let sum = weights.reduce(0, +)
        for (site, weight) in zip(centers, weights) { shares[site] += rest * weight / sum }
      }
      // Distribution centres stand behind all of it, each for its side of the Channel.
      for center in sites.indices where sites[center].kind == .distributionCenter {
        shares[center] = sites.indices.reduce(0) { sum, site in
          let isServed =
            sites[site].kind != .distributionCenter
            && (sites[site].shore == .continent) == (sites[center].shore == .continent)
          return isServed ? sum + shares[site] : sum
        }
      }
      return shares
    }
  }
}

/// Capacities in days of what each building serves. Same-day sites and the busiest fulfilment centre
/// are made too small, so that a plan has something to decide.
struct TemplateSizes {
  struct Size: Equatable {
    /// Litres, units per day, money per litre and day.
    var storage: Double
    var inbound: Double
    var outbound: Double
    var holdingCost: Double
  }

  let sizes: [Size]

  init(
    sites: [TemplateSite], shares: TemplateShares, items: TemplateItems, demand: TemplateDemand
  ) {
    var units = [Double](repeating: 0, count: sites.count)
    var litres = units
    for (item, rate) in demand.rates.enumerated() {
      let share = shares.shares[Int(items.handling[item].rawValue)]
      for site in sites.indices {
        units[site] += rate * share[site]
        litres[site] += rate * share[site] * items.volumes[item]
      }
    }
    let busiest = sites.indices.filter { sites[$0].kind == .fulfillmentCenter }
      .max { (units[$0], -$0) < (units[$1], -$1) }
    sizes = sites.indices.map { site in
      let rule = Self.rule(sites[site].kind, isBusiest: site == busiest)
      return Size(
        storage: max(100, Rounded.up(litres[site] * rule.days)),
        inbound: max(5, Rounded.up(units[site] * rule.inbound)),
        outbound: max(5, Rounded.up(units[site] * rule.outbound)),
        holdingCost: Rounded.to(0.00001, items.moneyPerUnit * 0.0004 * rule.rent))
    }
  }

  private static func rule(_ kind: FacilityKind, isBusiest: Bool)
    -> (days: Double, inbound: Double, outbound: Double, rent: Double)
  {
    switch kind {
    case .distributionCenter: (60, 2.5, 2.5, 0.5)
    // What same-day sites ship comes through here first.
    case .fulfillmentCenter: isBusiest ? (14, 1.3, 1.05, 1) : (21, 2, 1.8, 1)
    case .nonSortableCenter: (28, 1.6, 1.4, 0.8)
    case .sameDaySite: (5, 1.5, 1.2, 4)
    }
  }
}
