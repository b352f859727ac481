/// A town with its true coordinates.
struct Place {
  let name: String
  /// Degrees.
  let latitude: Double
  let longitude: Double
  /// Relative number of customers, for regions.
  var weight = 0.0

  /// Kilometres by road: a quarter more than the great circle.
  func roadKilometres(to other: Place) -> Double {
    func point(_ place: Place) -> (x: Double, y: Double, z: Double) {
      let latitude = place.latitude / 360
      let longitude = place.longitude / 360
      let level = PortableMath.cosine(turns: latitude)
      return (
        level * PortableMath.cosine(turns: longitude),
        level * PortableMath.sine(turns: longitude), PortableMath.sine(turns: latitude)
      )
    }
    let (a, b) = (point(self), point(other))
    let (x, y, z) = (a.x - b.x, a.y - b.y, a.z - b.z)
    let chord = (x * x + y * y + z * z).squareRoot()
    return 1.25 * 2 * 6_371 * PortableMath.smallArcSine(chord / 2)
  }

  /// The regions that customers live in: weights follow the metropolitan population.
  static let regions = [
    Place(name: "Paris", latitude: 48.86, longitude: 2.35, weight: 11),
    Place(name: "Berlin", latitude: 52.52, longitude: 13.41, weight: 4.5),
    Place(name: "Milan", latitude: 45.46, longitude: 9.19, weight: 4.3),
    Place(name: "Hamburg", latitude: 53.55, longitude: 9.99, weight: 3.2),
    Place(name: "Vienna", latitude: 48.21, longitude: 16.37, weight: 2.9),
    Place(name: "Munich", latitude: 48.14, longitude: 11.58, weight: 2.9),
    Place(name: "Frankfurt", latitude: 50.11, longitude: 8.68, weight: 2.7),
    Place(name: "Amsterdam", latitude: 52.37, longitude: 4.90, weight: 2.5),
    Place(name: "Prague", latitude: 50.08, longitude: 14.44, weight: 2.3),
    Place(name: "Lyon", latitude: 45.76, longitude: 4.84, weight: 2.3),
    Place(name: "Brussels", latitude: 50.85, longitude: 4.35, weight: 2.1),
    Place(name: "Zurich", latitude: 47.38, longitude: 8.54, weight: 1.5),
  ]

  static let distributionCenters = [
    Place(name: "Duisburg", latitude: 51.43, longitude: 6.76),
    Place(name: "Nuremberg", latitude: 49.45, longitude: 11.08),
    Place(name: "Dijon", latitude: 47.32, longitude: 5.04),
    Place(name: "Antwerp", latitude: 51.22, longitude: 4.40),
    Place(name: "Linz", latitude: 48.31, longitude: 14.29),
  ]

  static let fulfillmentCenters = [
    Place(name: "Orléans", latitude: 47.90, longitude: 1.91),
    Place(name: "Leipzig", latitude: 51.34, longitude: 12.37),
    Place(name: "Mönchengladbach", latitude: 51.19, longitude: 6.44),
    Place(name: "Piacenza", latitude: 45.05, longitude: 9.70),
    Place(name: "Brno", latitude: 49.20, longitude: 16.61),
    Place(name: "Augsburg", latitude: 48.37, longitude: 10.90),
    Place(name: "Lille", latitude: 50.63, longitude: 3.06),
    Place(name: "Bremen", latitude: 53.08, longitude: 8.80),
    Place(name: "Metz", latitude: 49.12, longitude: 6.18),
  ]

  static let nonSortableCenters = [
    Place(name: "Kassel", latitude: 51.31, longitude: 9.49),
    Place(name: "Besançon", latitude: 47.24, longitude: 6.02),
    Place(name: "Eindhoven", latitude: 51.44, longitude: 5.48),
    Place(name: "Salzburg", latitude: 47.80, longitude: 13.04),
  ]
}
