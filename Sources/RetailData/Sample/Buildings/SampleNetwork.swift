/// The sample's buildings and the ways between them and to the customers.
///
/// Three echelons: distribution centres supply fulfilment centres and non-sortable centres, and
/// fulfilment centres supply same-day sites. What a building can promise follows from its distance.
struct SampleNetwork {
  struct Site {
    let id: String
    let name: String
    let kind: FacilityKind
    let place: Place
    /// The region a same-day site stands in.
    var region: Int?
  }

  struct Lane {
    let from: Int
    let to: Int
    let halfDays: Int
    /// Hundredths of money per unit, ten-thousandths per litre.
    let centsPerUnit: Int
    let costPerLitre: Int
  }

  struct Route {
    let facility: Int
    let region: Int
    let speed: Int
    /// Nil where the promise has no cut-off.
    let cutoffHour: Int?
    /// Hundredths of money.
    let centsPerUnit: Int
    let centsPerKilogram: Int
  }

  struct Promise {
    let id: String
    let hours: Int
    /// Hundredths of money per unit.
    let penaltyCents: Int
    let targetPercent: Int
  }

  /// Fastest first.
  static let promises = [
    Promise(id: "same_day", hours: 12, penaltyCents: 600, targetPercent: 90),
    Promise(id: "next_day", hours: 36, penaltyCents: 350, targetPercent: 95),
    Promise(id: "standard", hours: 96, penaltyCents: 200, targetPercent: 97),
  ]

  let sites: [Site]
  let lanes: [Lane]
  let routes: [Route]

  init(facilities count: Int) {
    let sites = SampleNetwork.placeSites(count)
    self.sites = sites
    lanes = SampleNetwork.lanes(between: sites)
    routes = SampleNetwork.routes(from: sites)
  }

  /// Where items of a handling may stand.
  static func accepts(_ kind: FacilityKind, _ handling: Handling) -> Bool {
    switch (kind, handling) {
    case (.distributionCenter, _): true
    case (.fulfillmentCenter, .sortable), (.sameDaySite, .sortable): true
    case (.nonSortableCenter, .nonSortable): true
    default: false
    }
  }

  /// Buildings that ship to customers: distribution centres only where nobody else can.
  func ships(_ facility: Int, _ handling: Handling) -> Bool {
    SampleNetwork.accepts(sites[facility].kind, handling)
      && routes.contains { $0.facility == facility }
  }
}

extension SampleNetwork {
  private static func placeSites(_ count: Int) -> [Site] {
    // Of fifteen: two, five, two, six.
    let centers = max(1, (count * 2 + 7) / 15)
    let bulky = count < 3 ? 0 : max(1, (count * 2 + 7) / 15)
    let fulfilment = count < 2 ? 0 : max(1, min(count - centers - bulky, (count + 1) / 3))
    let sameDay = count - centers - bulky - fulfilment
    return sites(centers, .distributionCenter, "DC", Place.distributionCenters)
      + sites(fulfilment, .fulfillmentCenter, "FC", Place.fulfillmentCenters)
      + sites(bulky, .nonSortableCenter, "NS", Place.nonSortableCenters)
      + sites(sameDay, .sameDaySite, "SD", Place.regions)
  }

  private static func sites(
    _ count: Int, _ kind: FacilityKind, _ prefix: String, _ places: [Place]
  ) -> [Site] {
    (0..<count).map { number in
      let place = places[number % places.count]
      let round = number / places.count + 1
      let name = kind == .sameDaySite ? place.name + " City" : place.name
      return Site(
        id: prefix + padded(number + 1, width: 2), name: round == 1 ? name : "\(name) \(round)",
        kind: kind, place: place,
        region: kind == .sameDaySite ? number % places.count : nil)
    }
  }

  private static func lanes(between sites: [Site]) -> [Lane] {
    var lanes: [Lane] = []
    for (from, source) in sites.enumerated() {
      for (to, target) in sites.enumerated() {
        let kilometres = source.place.roadKilometres(to: target.place)
        switch (source.kind, target.kind) {
        case (.distributionCenter, .fulfillmentCenter), (.distributionCenter, .nonSortableCenter):
          break
        case (.fulfillmentCenter, .sameDaySite) where supplies(from, to, kilometres, sites): break
        default: continue
        }
        lanes.append(
          Lane(
            from: from, to: to, halfDays: 2 + Int(kilometres / 450),
            centsPerUnit: 12 + Int(kilometres / 40),
            costPerLitre: 40 + Int(kilometres / 4)))
      }
    }
    return lanes
  }

  /// A same-day site is supplied by the nearest fulfilment centre and others within 450 km.
  private static func supplies(
    _ from: Int, _ to: Int, _ kilometres: Double, _ sites: [Site]
  ) -> Bool {
    if kilometres <= 450 { return true }
    return !sites.indices.contains { other in
      sites[other].kind == .fulfillmentCenter && other != from
        && sites[other].place.roadKilometres(to: sites[to].place) < kilometres
    }
  }

  private static func routes(from sites: [Site]) -> [Route] {
    var routes: [Route] = []
    for (facility, site) in sites.enumerated() {
      if site.kind == .distributionCenter, !isNeededForDelivery(sites) { continue }
      for (region, place) in Place.regions.enumerated() {
        let kilometres = site.place.roadKilometres(to: place)
        for speed in promises.indices {
          switch cutoff(of: site.kind, speed: speed, kilometres: kilometres) {
          case .never: continue
          case .any: routes.append(route(facility, region, speed, nil, kilometres))
          case .until(let hour): routes.append(route(facility, region, speed, hour, kilometres))
          }
        }
      }
    }
    return routes
  }

  private static func isNeededForDelivery(_ sites: [Site]) -> Bool {
    !sites.contains { $0.kind == .fulfillmentCenter }
      || !sites.contains { $0.kind == .nonSortableCenter }
  }

  private static func route(
    _ facility: Int, _ region: Int, _ speed: Int, _ cutoff: Int?, _ kilometres: Double
  ) -> Route {
    let surcharge = [180, 70, 0][speed]
    return Route(
      facility: facility, region: region, speed: speed, cutoffHour: cutoff,
      centsPerUnit: 210 + surcharge + Int(kilometres * 0.3),
      centsPerKilogram: 8 + Int(kilometres * 0.05))
  }

  private enum Cutoff {
    case never
    case any
    case until(Int)
  }

  /// Orders leave the building some hours after they come in, and travel at 55 km an hour. The last
  /// delivery is at 21:00. Cut-offs are at 11, 15 or 19 o'clock, so that the day has few slices.
  private static func cutoff(
    of kind: FacilityKind, speed: Int, kilometres: Double
  ) -> Cutoff {
    if speed == 2 { return kind != .sameDaySite || kilometres <= 250 ? .any : .never }
    let handling: Double =
      switch kind {
      case .sameDaySite: 5.5
      case .fulfillmentCenter: 9.5
      case .nonSortableCenter: 16
      case .distributionCenter: 20
      }
    let latest = (speed == 0 ? 21 : 33) - handling - kilometres / 55
    return [19, 15, 11].first { Double($0) <= latest }.map { .until($0) } ?? .never
  }
}

/// `7` as `007`.
func padded(_ number: Int, width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
