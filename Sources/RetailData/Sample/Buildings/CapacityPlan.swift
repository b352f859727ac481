/// Sizes of buildings, derived from what they would hold and ship if nothing were scarce: a
/// newsvendor's stock of every item in every building that serves it.
///
/// Same-day sites get 60 to 85 % of that room, and one fulfilment centre too little room and too
/// little outbound flow, so that a plan has something to decide.
struct CapacityPlan {
  struct Size {
    /// Litres.
    var storage = 0.0
    /// Units per day.
    var inbound = 0.0
    var outbound = 0.0
    /// Ten-thousandths of money per litre and day.
    var holdingCost = 0
  }

  /// What a building needs, and what it has.
  let needs: [Size]
  let sizes: [Size]
  /// By facility and handling: share of an item's demand that the building holds stock for.
  let shares: [[Double]]
  private let dailyUnits: [Double]
  private let leadTimes: [Double]

  init(shop: ShopModel, network: SampleNetwork, supply: SupplyPlan, dailyUnits: [Double]) {
    self.dailyUnits = dailyUnits
    leadTimes = dailyUnits.indices.map { Double(supply.leadTime(of: $0)) / 10 }
    shares = CapacityPlan.shares(network: network, calendar: shop.calendar)
    var needs = network.sites.map { site in
      Size(holdingCost: CapacityPlan.holdingCost(site.kind))
    }
    for item in dailyUnits.indices {
      let litres = Double(shop.catalogue.millilitres[item]) / 1_000
      let handling = Int(shop.catalogue.handling[item].rawValue)
      for facility in needs.indices where shares[facility][handling] > 0 {
        let flow = dailyUnits[item] * shares[facility][handling]
        let stock = CapacityPlan.newsvendor(dailyMean: flow, days: leadTimes[item] + 7)
        needs[facility].storage += stock * litres
        needs[facility].inbound += flow
        needs[facility].outbound += flow
      }
    }
    CapacityPlan.addTransit(to: &needs, network: network)
    self.needs = needs
    sizes = CapacityPlan.sizes(for: needs, network: network, seed: shop.seed)
  }

  /// A newsvendor's stock of an item in a building, units.
  func stock(item: Int, handling: Handling, facility: Int) -> Double {
    let flow = dailyUnits[item] * shares[facility][Int(handling.rawValue)]
    return CapacityPlan.newsvendor(dailyMean: flow, days: leadTimes[item] + 7)
  }

  /// Mean plus 1.28 standard deviations, enough nine times in ten; demand varies more than Poisson.
  private static func newsvendor(dailyMean: Double, days: Double) -> Double {
    let mean = dailyMean * days
    return mean + 1.28 * (1.5 * mean).squareRoot()
  }

  private static func holdingCost(_ kind: FacilityKind) -> Int {
    switch kind {
    case .distributionCenter: 15
    case .nonSortableCenter: 25
    case .fulfillmentCenter: 40
    case .sameDaySite: 120
    }
  }
}

extension CapacityPlan {
  /// Who holds stock for whom: same-day sites for their region's fast orders, the nearest centre of
  /// the right kind for the others, distribution centres a part of all of it.
  private static func shares(network: SampleNetwork, calendar: ShopCalendar) -> [[Double]] {
    var shares = network.sites.map { _ in [Double](repeating: 0, count: Handling.allCases.count) }
    let offer = SpeedOffer(network: network)
    let population = Place.regions.reduce(0) { $0 + $1.weight }
    for (region, place) in Place.regions.enumerated() {
      for handling in Handling.allCases {
        var rest = place.weight / population
        if handling == .sortable {
          let speeds = offer.shares(handling: handling, region: region, calendar: calendar)
          let fast = rest * (speeds[0] + speeds[1] / 2)
          let local = network.sites.indices.filter { network.sites[$0].region == region }
          for site in local { shares[site][0] += fast / Double(local.count) }
          if !local.isEmpty { rest -= fast }
        }
        guard let nearest = nearestCenter(to: place, handling, network) else { continue }
        shares[nearest][Int(handling.rawValue)] += rest
      }
    }
    let centers = network.sites.indices.filter { network.sites[$0].kind == .distributionCenter }
    for center in centers {
      for handling in Handling.allCases {
        shares[center][Int(handling.rawValue)] += 0.4 / Double(centers.count)
      }
    }
    return shares
  }

  /// What same-day sites ship goes through the fulfilment centre next to them first.
  private static func addTransit(to needs: inout [Size], network: SampleNetwork) {
    for site in network.sites.indices where network.sites[site].kind == .sameDaySite {
      let centers = network.lanes.filter { $0.to == site }.map(\.from)
      let distances = centers.map {
        network.sites[$0].place.roadKilometres(to: network.sites[site].place)
      }
      guard let nearest = zip(distances, centers).min(by: { $0 < $1 })?.1 else { continue }
      needs[nearest].inbound += needs[site].inbound
      needs[nearest].outbound += needs[site].outbound
    }
  }

  private static func nearestCenter(
    to place: Place, _ handling: Handling, _ network: SampleNetwork
  ) -> Int? {
    network.sites.indices
      .filter { network.sites[$0].kind != .sameDaySite && network.ships($0, handling) }
      .map { (network.sites[$0].place.roadKilometres(to: place), $0) }
      .filter { entry in
        // A distribution centre ships only what no nearer kind of building can.
        network.sites[entry.1].kind != .distributionCenter
          || !network.sites.contains {
            $0.kind != .distributionCenter && $0.kind != .sameDaySite
              && SampleNetwork.accepts($0.kind, handling)
          }
      }
      .min { $0 < $1 }?.1
  }

  private static func sizes(
    for needs: [Size], network: SampleNetwork, seed: UInt64
  ) -> [Size] {
    let busiest = needs.indices
      .filter { network.sites[$0].kind == .fulfillmentCenter }
      .max { needs[$0].outbound < needs[$1].outbound }
    return needs.indices.map { facility in
      var stream = KeyedStream(seed: seed, purpose: .facility, key: facility)
      let (first, second, third) = (stream.uniform(), stream.uniform(), stream.uniform())
      var size = needs[facility]
      switch network.sites[facility].kind {
      case .sameDaySite:
        size.storage *= 0.6 + 0.25 * first
        size.inbound *= 1 + 0.4 * second
        size.outbound *= 1 + 0.3 * third
      case .fulfillmentCenter where facility == busiest:
        size.storage *= 0.8
        size.inbound *= 1.05
        size.outbound *= 0.9
      case .fulfillmentCenter, .nonSortableCenter:
        size.storage *= 1 + 0.4 * first
        size.inbound *= 1.15 + 0.5 * second
        size.outbound *= 1.2 + 0.5 * third
      case .distributionCenter:
        // All goods may pass through here, on their way to the other buildings.
        size.storage *= 1.5 + 0.5 * first
        size.inbound *= 4 + second
        size.outbound *= 4 + third
      }
      size.storage = max(100, (size.storage / 10).rounded() * 10)
      size.inbound = max(5, size.inbound.rounded())
      size.outbound = max(5, size.outbound.rounded())
      return size
    }
  }
}
