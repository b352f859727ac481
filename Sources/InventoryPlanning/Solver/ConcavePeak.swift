/// The highest point seen of a concave function of one number, and its neighbours on both sides:
/// between them lies the peak, and they say how much higher it can be.
struct ConcavePeak {
  struct Point {
    var place: Double
    var value: Double
  }

  private(set) var top: Point
  private var left: Point?
  private var right: Point?

  init(_ first: Point) { top = first }

  /// Takes in another point between those known, or beyond them. Returns whether it is the highest.
  mutating func add(_ point: Point) -> Bool {
    let isHigher = point.value > top.value
    let (lower, moved) = isHigher ? (top, point) : (point, top)
    if lower.place < moved.place { left = lower } else { right = lower }
    top = moved
    return isHigher
  }

  /// Where the peak may be: half way to the neighbours.
  var middles: [Double] {
    [left, right].compactMap { $0.map { ($0.place + top.place) / 2 } }
  }

  /// How much higher the function can be between the highest point and a neighbour, or `end` where
  /// there is none on that side: no more than if it went on as straight as it came.
  func rise(upTo end: Double? = nil) -> Double {
    func rise(from: Point?, to: Double?) -> Double {
      guard let to, to != top.place else { return 0 }
      guard let from else { return .infinity }
      return (top.value - from.value) / abs(top.place - from.place) * abs(to - top.place)
    }
    let isBelow = end.map { $0 < top.place } ?? false
    return max(
      rise(from: left, to: right?.place ?? (isBelow ? nil : end)),
      rise(from: right, to: left?.place ?? (isBelow ? end : nil)))
  }
}
