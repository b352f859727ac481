/// A building of the template, in a town where such buildings stand.
struct TemplateSite {
  let id: String
  let town: String
  let kind: FacilityKind
  let point: TemplatePoint
  let shore: Shore
  /// Number of the region that a same-day site is for.
  var region: Int?

  private init(
    _ id: String, _ town: String, _ kind: FacilityKind, _ latitude: Double, _ longitude: Double,
    _ shore: Shore
  ) {
    self.id = id
    self.town = town
    self.kind = kind
    point = TemplatePoint(latitude, longitude)
    self.shore = shore
  }

  var name: String { town + NetworkTemplate.mark }

  /// Same-day sites only where the data has customers: within 100 km of a region's city. Centres for
  /// large items only if there are any.
  static func sites(serving regions: [TemplateRegion], hasLargeItems: Bool) -> [TemplateSite] {
    centers.filter { hasLargeItems || $0.kind != .nonSortableCenter }
      + cities.compactMap { site in
        var site = site
        site.region = regions.indices.first { number in
          regions[number].shore == site.shore
            && site.point.kilometres(to: regions[number].point) <= 100
        }
        return site.region == nil ? nil : site
      }
  }

  private static let centers = [
    TemplateSite("DC-UK", "Daventry", .distributionCenter, 52.26, -1.16, .britain),
    TemplateSite("DC-EU", "Venlo", .distributionCenter, 51.37, 6.17, .continent),
    TemplateSite("FC-UK1", "Doncaster", .fulfillmentCenter, 53.52, -1.13, .britain),
    TemplateSite("FC-UK2", "Swindon", .fulfillmentCenter, 51.56, -1.78, .britain),
    TemplateSite("FC-EU1", "Lille", .fulfillmentCenter, 50.63, 3.06, .continent),
    TemplateSite("FC-EU2", "Leipzig", .fulfillmentCenter, 51.34, 12.37, .continent),
    TemplateSite("NS-UK", "Coventry", .nonSortableCenter, 52.41, -1.51, .britain),
    TemplateSite("NS-EU", "Liège", .nonSortableCenter, 50.63, 5.57, .continent),
  ]

  private static let cities = [
    TemplateSite("SD-LON1", "London Park Royal", .sameDaySite, 51.53, -0.27, .britain),
    TemplateSite("SD-LON2", "London Barking", .sameDaySite, 51.54, 0.08, .britain),
    TemplateSite("SD-DUB", "Dublin City", .sameDaySite, 53.35, -6.26, .ireland),
    TemplateSite("SD-PAR", "Paris City", .sameDaySite, 48.86, 2.35, .continent),
    TemplateSite("SD-AMS", "Amsterdam City", .sameDaySite, 52.37, 4.90, .continent),
    TemplateSite("SD-BER", "Berlin City", .sameDaySite, 52.52, 13.41, .continent),
  ]

  func way(to point: TemplatePoint, _ shore: Shore) -> TemplateWay {
    TemplateWay(
      kilometres: self.point.kilometres(to: point),
      crossesWater: self.shore != shore || shore == .overseas)
  }

  func way(to site: TemplateSite) -> TemplateWay { way(to: site.point, site.shore) }
  func way(to region: TemplateRegion) -> TemplateWay { way(to: region.point, region.shore) }
}
