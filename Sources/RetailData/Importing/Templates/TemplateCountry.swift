/// A country, at its largest city (or the seat of what it stands for).
struct TemplateCountry {
  /// As an id: small letters, hyphens.
  let id: String
  let city: String
  let point: TemplatePoint
  let shore: Shore
  /// Other names that shops use.
  let aliases: [String]

  private init(
    _ id: String, _ city: String, _ latitude: Double, _ longitude: Double, _ shore: Shore,
    _ aliases: [String] = []
  ) {
    self.id = id
    self.city = city
    point = TemplatePoint(latitude, longitude)
    self.shore = shore
    self.aliases = aliases
  }

  static func named(_ plain: String) -> TemplateCountry? {
    all.first { $0.id == plain || $0.aliases.contains(plain) }
  }

  /// Where "unspecified" and unknown names are put: in the middle of the trade.
  static let unknown = TemplateCountry("unspecified", "Brussels", 50.85, 4.35, .continent)

  // Positions of cities are common knowledge, here to a hundredth of a degree; GeoNames
  // (geonames.org) or any atlas confirms them.
  private static let all: [TemplateCountry] = [
    unknown,
    TemplateCountry(
      "united-kingdom", "London", 51.51, -0.13, .britain,
      ["uk", "gb", "great-britain", "england", "britain"]),
    TemplateCountry("ireland", "Dublin", 53.35, -6.26, .ireland, ["eire", "ie"]),
    TemplateCountry("channel-islands", "Saint Helier", 49.19, -2.11, .overseas),
    TemplateCountry("isle-of-man", "Douglas", 54.15, -4.48, .overseas),
    TemplateCountry("france", "Paris", 48.86, 2.35, .continent, ["fr"]),
    TemplateCountry("germany", "Berlin", 52.52, 13.41, .continent, ["de", "deutschland"]),
    TemplateCountry("netherlands", "Amsterdam", 52.37, 4.90, .continent, ["nl", "holland"]),
    TemplateCountry("belgium", "Brussels", 50.85, 4.35, .continent, ["be"]),
    TemplateCountry("luxembourg", "Luxembourg", 49.61, 6.13, .continent, ["lu"]),
    TemplateCountry("european-community", "Brussels", 50.85, 4.35, .continent, ["eu", "europe"]),
    TemplateCountry("switzerland", "Zurich", 47.38, 8.54, .continent, ["ch"]),
    TemplateCountry("austria", "Vienna", 48.21, 16.37, .continent, ["at"]),
    TemplateCountry("italy", "Rome", 41.90, 12.50, .continent, ["it"]),
    TemplateCountry("spain", "Madrid", 40.42, -3.70, .continent, ["es"]),
    TemplateCountry("portugal", "Lisbon", 38.72, -9.14, .continent, ["pt"]),
    TemplateCountry("denmark", "Copenhagen", 55.68, 12.57, .continent, ["dk"]),
    TemplateCountry("sweden", "Stockholm", 59.33, 18.07, .continent, ["se"]),
    TemplateCountry("norway", "Oslo", 59.91, 10.75, .continent, ["no"]),
    TemplateCountry("finland", "Helsinki", 60.17, 24.94, .continent, ["fi"]),
    TemplateCountry("poland", "Warsaw", 52.23, 21.01, .continent, ["pl"]),
    TemplateCountry(
      "czech-republic", "Prague", 50.08, 14.44, .continent, ["czechia", "cz"]),
    TemplateCountry("slovakia", "Bratislava", 48.15, 17.11, .continent, ["sk"]),
    TemplateCountry("hungary", "Budapest", 47.50, 19.04, .continent, ["hu"]),
    TemplateCountry("slovenia", "Ljubljana", 46.06, 14.51, .continent, ["si"]),
    TemplateCountry("croatia", "Zagreb", 45.81, 15.98, .continent, ["hr"]),
    TemplateCountry("romania", "Bucharest", 44.43, 26.10, .continent, ["ro"]),
    TemplateCountry("bulgaria", "Sofia", 42.70, 23.32, .continent, ["bg"]),
    TemplateCountry("greece", "Athens", 37.98, 23.73, .continent, ["gr"]),
    TemplateCountry("lithuania", "Vilnius", 54.69, 25.28, .continent, ["lt"]),
    TemplateCountry("latvia", "Riga", 56.95, 24.11, .continent, ["lv"]),
    TemplateCountry("estonia", "Tallinn", 59.44, 24.75, .continent, ["ee"]),
    TemplateCountry("turkey", "Istanbul", 41.01, 28.98, .continent, ["turkiye", "tr"]),
    TemplateCountry("iceland", "Reykjavik", 64.15, -21.94, .overseas, ["is"]),
    TemplateCountry("malta", "Valletta", 35.90, 14.51, .overseas, ["mt"]),
    TemplateCountry("cyprus", "Nicosia", 35.19, 33.38, .overseas, ["cy"]),
    TemplateCountry("israel", "Tel Aviv", 32.08, 34.78, .overseas, ["il"]),
    TemplateCountry("lebanon", "Beirut", 33.89, 35.50, .overseas, ["lb"]),
    TemplateCountry("bahrain", "Manama", 26.23, 50.59, .overseas, ["bh"]),
    TemplateCountry("saudi-arabia", "Riyadh", 24.71, 46.68, .overseas, ["sa"]),
    TemplateCountry("united-arab-emirates", "Dubai", 25.20, 55.27, .overseas, ["uae", "ae"]),
    TemplateCountry("south-africa", "Johannesburg", -26.20, 28.05, .overseas, ["rsa", "za"]),
    TemplateCountry("usa", "New York", 40.71, -74.01, .overseas, ["united-states", "us"]),
    TemplateCountry("canada", "Toronto", 43.65, -79.38, .overseas, ["ca"]),
    TemplateCountry("brazil", "São Paulo", -23.55, -46.63, .overseas, ["br"]),
    TemplateCountry("mexico", "Mexico City", 19.43, -99.13, .overseas, ["mx"]),
    TemplateCountry("nigeria", "Lagos", 6.52, 3.38, .overseas, ["ng"]),
    TemplateCountry("india", "Mumbai", 19.08, 72.88, .overseas, ["in"]),
    TemplateCountry("china", "Shanghai", 31.23, 121.47, .overseas, ["cn"]),
    TemplateCountry("hong-kong", "Hong Kong", 22.32, 114.17, .overseas, ["hk"]),
    TemplateCountry("japan", "Tokyo", 35.68, 139.69, .overseas, ["jp"]),
    TemplateCountry("korea", "Seoul", 37.57, 126.98, .overseas, ["south-korea", "kr"]),
    TemplateCountry("thailand", "Bangkok", 13.76, 100.50, .overseas, ["th"]),
    TemplateCountry("singapore", "Singapore", 1.35, 103.82, .overseas, ["sg"]),
    TemplateCountry("australia", "Sydney", -33.87, 151.21, .overseas, ["au"]),
    TemplateCountry("new-zealand", "Auckland", -36.85, 174.76, .overseas, ["nz"]),
    TemplateCountry("bermuda", "Hamilton", 32.29, -64.78, .overseas),
    TemplateCountry("west-indies", "Bridgetown", 13.10, -59.62, .overseas),
  ]
}

/// A region of the data, and where the template puts it.
struct TemplateRegion {
  let id: String
  let name: String
  let city: String
  let point: TemplatePoint
  let shore: Shore
  /// False where the name says no place.
  let isKnown: Bool

  init(id: String, name: String) {
    let country =
      TemplateCountry.named(RegionIDs.plain(name)) ?? TemplateCountry.named(RegionIDs.plain(id))
    self.id = id
    self.name = name
    let place = country ?? .unknown
    city = place.city
    point = place.point
    shore = place.shore
    isKnown = country != nil
  }

  /// Those of the data; Britain where it says nothing of regions.
  static func regions(of dataset: Dataset) -> [TemplateRegion] {
    let known = dataset.network.regions.map { TemplateRegion(id: $0.id, name: $0.name) }
    return known.isEmpty
      ? [TemplateRegion(id: "united-kingdom", name: "United Kingdom")] : known
  }
}
