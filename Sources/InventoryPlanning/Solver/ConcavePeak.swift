/// The highest point seen of a concave function of one number, and its neighbours on both sides:
/// between them lies the peak, and they say how much higher it can be.
struct ConcavePeak {
  struct Point {
    var place: Double
    var value: Double

    func slope(to other: Point) -> Double { (other.value - value) / (other.place - place) }
  }

  /// The two points next to the highest one on one side, as far as there are any.
  private struct Side {
    var near: Point?
    var far: Point?

    mutating func put(_ point: Point) { (near, far) = (point, near) }
  }

  private(set) var top: Point
  private var left = Side()
  private var right = Side()

  init(_ first: Point) { top = first }

  /// Takes in another point between the highest and a neighbour, or beyond all. Returns whether it is
  /// the highest.
  mutating func add(_ point: Point) -> Bool {
    let isHigher = point.value > top.value
    let (lower, moved) = isHigher ? (top, point) : (point, top)
    if lower.place < moved.place { left.put(lower) } else { right.put(lower) }
    top = moved
    return isHigher
  }

  /// Where the peak may be if it is worth the search: half way to the neighbours up to which the
  /// function can be so much higher.
  func middles(worth: Double = 0) -> [Double] {
    [(left, right), (right, left)].compactMap { side, other in
      side.near.flatMap { near in
        rise(towards: side, from: other, end: nil) > worth ? (near.place + top.place) / 2 : nil
      }
    }
  }

  /// How much higher the function can be between the highest point and its neighbours, or `end`
  /// where there is none on that side.
  func rise(upTo end: Double? = nil) -> Double {
    let isBelow = end.map { $0 < top.place } ?? false
    return max(
      rise(towards: left, from: right, end: isBelow ? end : nil),
      rise(towards: right, from: left, end: isBelow ? nil : end))
  }

  /// On one side: a concave function lies below every line through two of its points, beyond them.
  /// One such line comes from the other side through the top, one from this side through the
  /// neighbour; no more is possible than where they cross.
  private func rise(towards side: Side, from other: Side, end: Double?) -> Double {
    guard let limit = side.near?.place ?? end, limit != top.place else { return 0 }
    let way = limit - top.place
    let ahead = other.near.map { top.slope(to: $0) * way } ?? .infinity
    guard let near = side.near, let far = side.far else { return max(0, ahead) }
    let slope = far.slope(to: near)
    let back = near.value - slope * way - top.value
    guard let other = other.near else { return max(0, back) }
    let steeper = top.slope(to: other) - slope
    if steeper == 0 { return max(0, min(ahead, back)) }
    let crossing = min(max(back / steeper, min(0, way)), max(0, way))
    return max(0, top.slope(to: other) * crossing)
  }
}
