/// A place on the globe, in degrees.
struct TemplatePoint: Equatable {
  let latitude: Double
  let longitude: Double

  init(_ latitude: Double, _ longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Kilometres along the great circle, on a sphere of 6,371 km: twice the arc sine of half the
  /// chord, which is exact for near places too.
  func kilometres(to other: TemplatePoint) -> Double {
    let (a, b) = (vector, other.vector)
    let (x, y, z) = (a.x - b.x, a.y - b.y, a.z - b.z)
    let half = (x * x + y * y + z * z).squareRoot() / 2
    return 2 * 6_371 * Self.arcSine(min(1, half))
  }

  private var vector: (x: Double, y: Double, z: Double) {
    let level = PortableMath.cosine(turns: latitude / 360)
    return (
      level * PortableMath.cosine(turns: longitude / 360),
      level * PortableMath.sine(turns: longitude / 360), PortableMath.sine(turns: latitude / 360)
    )
  }

  /// Of 0...1. Above ½ by asin x = π/2 − 2 asin √((1 − x) / 2), which the series reaches.
  private static func arcSine(_ x: Double) -> Double {
    if x <= 0.5 { return PortableMath.smallArcSine(x) }
    return Double.pi / 2 - 2 * PortableMath.smallArcSine(((1 - x) / 2).squareRoot())
  }
}

/// Land that goods reach without a ship or a plane.
enum Shore {
  case britain, ireland, continent
  /// Farther away, or an island.
  case overseas
}

/// How far it is for goods.
struct TemplateWay {
  /// Along the great circle.
  let kilometres: Double
  let crossesWater: Bool

  /// What the way feels like to whoever chooses the nearest: water is 300 km.
  var effectiveKilometres: Double { kilometres + (crossesWater ? 300 : 0) }

  /// Roads are a quarter longer than the great circle.
  var roadKilometres: Double { kilometres * 1.25 }
}
